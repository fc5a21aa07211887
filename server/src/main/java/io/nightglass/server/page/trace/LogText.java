package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.OneLine;
import io.nightglass.boards.trace.Step;
import io.nightglass.boards.trace.StepLog;
import io.nightglass.server.page.format.Times;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A round's log as plain text: a line for each step, its fields apart by tabs. */
record LogText(StepLog log, Times times) {
    private static final int MOST = 100_000;

    String of(StepLog.Filter filter) {
        var text = new StringBuilder("time\toffset_s\tagent\ttool\twhat\tok\tms\tsaid\n");
        int written = 0;
        for (int from = 0; from < MOST; from += StepLog.MOST) {
            var lines = log.lines(filter, from, StepLog.MOST);
            lines.forEach(step -> text.append(line(filter, step)));
            written += lines.size();
            if (lines.size() < StepLog.MOST) {
                return text.toString();
            }
        }
        return text.append("the first %d lines; narrow it by agent, tool or failed\n".formatted(written))
                .toString();
    }

    private String line(StepLog.Filter filter, Step step) {
        double offset = Duration.between(filter.round().at(), step.at()).toMillis() / 1_000.0;
        return String.join(
                        "\t",
                        times.millis(step.at()),
                        String.format(Locale.ROOT, "%+.3f", offset),
                        word(step.agent()),
                        word(step.tool()),
                        OneLine.of(step.what()),
                        step.ok() == null ? "" : step.ok() ? "ok" : "failed",
                        step.milliseconds() == null ? "" : String.format(Locale.ROOT, "%.0f", step.milliseconds()),
                        step.said())
                + "\n";
    }

    private static String word(@Nullable String text) {
        return OneLine.of(Objects.requireNonNullElse(text, ""));
    }
}
