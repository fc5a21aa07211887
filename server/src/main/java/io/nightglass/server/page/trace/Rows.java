package io.nightglass.server.page.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The tree as it is written: the rows one sees first, and the rest in blocks that are drawn when they scroll into sight.
 *
 * @param first at once
 * @param later block after block
 */
public record Rows(List<Part> first, List<Block> later) {
    private static final int BLOCK = 200;
    private static final int ROW_HEIGHT = 28;

    /** Rows that are not drawn yet. @param height of their place, in pixels */
    public record Block(List<Part> parts, int height) {}

    /**
     * @param opened a row whose ancestors are open whatever the folds say
     * @param whole without blocks and with nothing closed, for readers without scripts
     */
    static Rows of(Waterfall fall, Folds folds, @Nullable Line opened, boolean whole) {
        var seen = new ArrayList<List<Part>>();
        fall.tree().forEach(branch -> see(seen, branch, row -> whole || folds.isOpen(row), opened));
        int most = whole ? seen.size() : Math.min(Folds.MOST_OPEN, seen.size());
        var later = new ArrayList<Block>();
        for (int from = most; from < seen.size(); from += BLOCK) {
            var block = seen.subList(from, Math.min(seen.size(), from + BLOCK));
            later.add(new Block(flat(block), block.size() * ROW_HEIGHT));
        }
        return new Rows(flat(seen.subList(0, most)), later);
    }

    /** One element for each row in sight; what is folded under it goes with it. */
    private static void see(List<List<Part>> seen, Branch branch, Predicate<Row> folds, @Nullable Line opened) {
        if (branch.under().isEmpty()) {
            seen.add(List.of(new Part.Shown(branch.row(), null)));
        } else if (folds.test(branch.row()) || isAbove(branch, opened)) {
            seen.add(List.of(new Part.Shown(branch.row(), true)));
            branch.under().forEach(child -> see(seen, child, folds, opened));
        } else {
            var parts = new ArrayList<Part>();
            fold(parts, branch, folds);
            seen.add(parts);
        }
    }

    private static void fold(List<Part> parts, Branch branch, Predicate<Row> folds) {
        boolean isOpen = folds.test(branch.row());
        parts.add(new Part.Shown(branch.row(), branch.under().isEmpty() ? null : Boolean.valueOf(isOpen)));
        boolean closed = !branch.under().isEmpty() && !isOpen;
        if (closed) {
            parts.add(new Part.Folded());
        }
        branch.under().forEach(child -> fold(parts, child, folds));
        if (closed) {
            parts.add(new Part.Unfolded());
        }
    }

    private static boolean isAbove(Branch branch, @Nullable Line opened) {
        return opened != null
                && opened.level() > branch.row().level()
                && branch.rows()
                        .anyMatch(row -> row instanceof Line line && line.id().equals(opened.id()));
    }

    private static List<Part> flat(List<List<Part>> seen) {
        return seen.stream().flatMap(List::stream).toList();
    }
}
