package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Node;
import io.nightglass.boards.trace.Nodes;
import io.nightglass.boards.trace.Trace;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the width of the waterfall is worth, in microseconds since 1970. What came long after the verdict, or long before
 * the start, is outside: it would leave the round itself a line of one pixel.
 *
 * @param start of the round
 * @param first at the left edge
 * @param last at the right edge
 */
record Scale(long start, long first, long last) {
    private static final long LEAST_SLACK = 60_000_000;
    private static final int SLACK_PART = 10;

    static Scale of(Trace trace) {
        var decided = decided(trace.nodes());
        long verdict = decided.orElse(trace.end());
        long slack = Math.max(LEAST_SLACK, Math.abs(verdict - trace.start()) / SLACK_PART);
        long latest = decided.isPresent() ? Math.max(verdict, trace.start()) + slack : Long.MAX_VALUE;
        var inside = Nodes.all(trace.nodes())
                .map(node -> node.item().extent())
                .filter(extent -> extent.start() >= trace.start() - slack && extent.start() <= latest)
                .toList();
        long first = inside.stream()
                .map(extent -> extent.start())
                .min(Comparator.naturalOrder())
                .orElse(trace.start());
        long last = inside.stream()
                .map(extent -> extent.end())
                .max(Comparator.naturalOrder())
                .orElse(trace.end());
        return new Scale(trace.start(), first, Math.max(first + 1, last));
    }

    private static OptionalLong decided(List<Node> nodes) {
        return Nodes.all(nodes)
                .filter(node -> node.item().event().event().equals("round_kept")
                        || node.item().event().event().equals("round_reverted"))
                .mapToLong(node -> node.item().extent().start())
                .max();
    }

    long whole() {
        return last - first;
    }

    Duration time() {
        return Duration.of(whole(), ChronoUnit.MICROS);
    }

    /** Percent from the left, kept within the width. */
    double at(long moment) {
        return Math.clamp(100.0 * (moment - first) / whole(), 0, 100);
    }

    double width(long from, long to) {
        return at(to) - at(from);
    }

    boolean isOutside(Node node) {
        long at = node.item().extent().start();
        return at < first || at > last;
    }
}
