package io.nightglass.server.page.trace;

import io.nightglass.boards.trace.Extent;
import io.nightglass.boards.trace.Kind;
import io.nightglass.boards.trace.Node;
import io.nightglass.boards.trace.Nodes;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stretches of a round, each over a tenth of it, in which nothing began or went on. */
final class Gaps {
    private static final double LEAST_SHARE = 0.1;

    private final Scale scale;

    /** By the moment they end, which is when something begins. */
    private final TreeMap<Long, Long> beginnings = new TreeMap<>();

    private Gaps(Scale scale) {
        this.scale = scale;
    }

    static Gaps of(List<Node> nodes, Scale scale) {
        var gaps = new Gaps(scale);
        var extents = Nodes.all(nodes)
                .filter(node -> !scale.isOutside(node) && !isAround(node))
                .map(node -> node.item().extent())
                .sorted(Comparator.comparingLong(Extent::start))
                .toList();
        long over = scale.first();
        for (var extent : extents) {
            if (extent.start() - over > LEAST_SHARE * scale.whole()) {
                gaps.beginnings.put(extent.start(), over);
            }
            over = Math.max(over, extent.end());
        }
        return gaps;
    }

    /** What lasts as long as that which it contains says nothing of when work was done. */
    private static boolean isAround(Node node) {
        return node.item().kind() == Kind.SPAN
                && (!node.children().isEmpty() || node.item().event().event().equals("$ai_trace"));
    }

    /** The gap that ends when {@code node} begins, once. */
    @Nullable
    Gap before(Node node, int level) {
        long to = node.item().extent().start();
        var from = beginnings.get(to);
        if (from == null || isAround(node)) {
            return null;
        }
        beginnings.remove(to);
        long micros = to - from;
        return new Gap(level, scale.at(from), scale.width(from, to), micros, (double) micros / scale.whole());
    }
}
