package io.nightglass.server.page.trace;

import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.util.List;

/**
 * How a round went, in words.
 *
 * @param counts {@code 12 model calls, 4 tool calls, 1 failed}; "" when there was neither
 * @param missing what a round without a verdict says; "" for one that has its verdict
 */
public record Course(String counts, String missing) {
    private static final Duration QUIET = Duration.ofHours(1);

    static Course of(Round round, List<Line> lines, Asker asker) {
        return new Course(counts(lines), round.verdict() == Verdict.OPEN ? missing(round, asker) : "");
    }

    private static String counts(List<Line> lines) {
        long calls = lines.stream().filter(line -> line.mark().equals("call")).count();
        long tools = lines.stream().filter(line -> line.mark().equals("tool")).count();
        long failed = lines.stream()
                .filter(line -> line.isBad() && !line.mark().equals("eval"))
                .count();
        return (calls == 0 ? "" : ", " + Count.of(calls, "model call"))
                + (tools == 0 ? "" : ", " + Count.of(tools, "tool call"))
                + (failed == 0 ? "" : ", " + Count.of(failed) + " failed");
    }

    private static String missing(Round round, Asker asker) {
        var quiet = Duration.between(round.times().last(), asker.clock().instant());
        if (quiet.isNegative()) {
            return "No verdict yet: events are still arriving.";
        }
        return quiet.compareTo(QUIET) < 0
                ? "No verdict yet: events are still arriving, the last one %s ago.".formatted(Span.of(quiet))
                : "No verdict came; the last event is %s old.".formatted(Span.of(quiet));
    }
}
