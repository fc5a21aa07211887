package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Kind;
import io.nightglass.boards.trace.Node;
import io.nightglass.boards.trace.Nodes;
import io.nightglass.boards.trace.Trace;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A trace as lines from top to bottom and time from left to right.
 *
 * @param ticks at round times, at most six
 */
public record Waterfall(List<Line> lines, List<Tick> ticks) {
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000,
        43_200_000,
        86_400_000
    };
    private static final int MOST_TICKS = 5;

    /** A hairline. @param left in percent of the width */
    public record Tick(String left, String label) {}

    public static Waterfall of(Trace trace) {
        long first = Nodes.all(trace.nodes())
                .mapToLong(node -> node.item().extent().start())
                .min()
                .orElse(trace.start());
        var scale = new Scale(trace.start(), first, Math.max(1, trace.end() - first));
        var lines = new ArrayList<Line>();
        trace.nodes().forEach(node -> add(lines, node, 1, scale));
        return new Waterfall(lines, ticks(scale));
    }

    /** @param first what stands at the left edge; @param whole what the width is worth */
    private record Scale(long start, long first, long whole) {
        double at(long moment) {
            return 100.0 * (moment - first) / whole;
        }
    }

    private static void add(List<Line> lines, Node node, int level, Scale scale) {
        var extent = node.item().extent();
        var took = took(node);
        lines.add(new Line(
                node,
                level,
                scale.at(extent.start()),
                took == null ? null : 100.0 * took / scale.whole,
                took,
                extent.start() - scale.start));
        node.children().forEach(child -> add(lines, child, level + 1, scale));
    }

    /** A suite of cases lasts until its last is over, as far as a line can say. */
    private static @Nullable Long took(Node node) {
        var extent = node.item().extent();
        boolean isSuite =
                node.item().kind() == Kind.EVAL_RUN && !node.children().isEmpty();
        return isSuite
                ? Long.valueOf(Nodes.all(node.children())
                                .mapToLong(child -> child.item().extent().end())
                                .max()
                                .orElse(extent.start())
                        - extent.start())
                : extent.duration();
    }

    private static List<Tick> ticks(Scale scale) {
        long step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && scale.whole / (STEPS[i] * 1_000) < MOST_TICKS; i--) {
            step = STEPS[i];
        }
        long micros = step * 1_000 * Math.max(1, scale.whole / (step * 1_000) / MOST_TICKS);
        var ticks = new ArrayList<Tick>();
        for (long at = micros; at < scale.first + scale.whole - scale.start; at += micros) {
            var label = Span.of(Duration.of(at, ChronoUnit.MICROS));
            ticks.add(new Tick(String.format(Locale.ROOT, "%.2f%%", scale.at(scale.start + at)), label));
        }
        return ticks;
    }
}
