package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Kind;
import io.nightglass.boards.trace.Node;
import io.nightglass.boards.trace.Nodes;
import io.nightglass.boards.trace.Trace;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A trace as rows from top to bottom and time from left to right.
 *
 * @param tree the round, and last what could not be placed
 */
public record Waterfall(List<Branch> tree, List<Tick> ticks) {

    /** What {@code trace} shows. */
    public static Waterfall of(Trace trace) {
        var scale = Scale.of(trace);
        var drawn = new Drawing(trace, scale, Gaps.of(trace.nodes(), scale));
        return new Waterfall(drawn.tree(), Tick.of(scale));
    }

    /** Every event's line, from top to bottom. */
    public Stream<Line> lines() {
        return tree.stream()
                .flatMap(Branch::rows)
                .flatMap(row -> row instanceof Line line ? Stream.of(line) : Stream.empty());
    }

    private record Drawing(Trace trace, Scale scale, Gaps gaps) {

        List<Branch> tree() {
            var placed = new ArrayList<Branch>();
            var unplaced = new ArrayList<Branch>();
            for (var node : trace.nodes()) {
                boolean belongs = node.placed() && !scale.isOutside(node);
                add(belongs ? placed : unplaced, node, 2);
            }
            var time = Span.of(Duration.of(trace.duration(), ChronoUnit.MICROS));
            var round = new Heading(
                    "round", trace.verdict().wire(), 1, true, time, trace.cost() == null ? "" : Money.of(trace.cost()));
            var tree = new ArrayList<Branch>();
            tree.add(new Branch(round, placed));
            if (!unplaced.isEmpty()) {
                long lines = unplaced.stream()
                        .filter(branch -> branch.row() instanceof Line)
                        .count();
                tree.add(new Branch(new Heading("unplaced", Count.of(lines), 1, false, "", ""), unplaced));
            }
            return tree;
        }

        private void add(List<Branch> to, Node node, int level) {
            var gap = gaps.before(node, level);
            if (gap != null) {
                to.add(new Branch(gap, List.of()));
            }
            var under = new ArrayList<Branch>();
            node.children().forEach(child -> add(under, child, level + 1));
            to.add(new Branch(line(node, level), under));
        }

        private Line line(Node node, int level) {
            long from = node.item().extent().start();
            var took = took(node);
            return new Line(
                    node,
                    level,
                    scale.at(from),
                    took == null ? null : Double.valueOf(scale.width(from, from + took)),
                    took,
                    from - scale.start(),
                    scale.isOutside(node));
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
    }
}
