package io.nightglass.boards.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Hangs every node under its parent, but not deeper than readers of JSON go. */
final class Levels {
    /** Each level is two brackets of JSON; many readers stop at 500. */
    static final int MOST = 200;

    private Levels() {}

    /** @return the first level, by start; the pieces know their children */
    static List<Piece> build(List<Piece> pieces) {
        var tops = new ArrayList<Piece>();
        Map<Piece, List<Piece>> below = new HashMap<>();
        for (var piece : pieces) {
            var parent = piece.parent();
            (parent == null ? tops : below.computeIfAbsent(parent, any -> new ArrayList<>())).add(piece);
        }
        Map<Piece, Integer> levels = new HashMap<>();
        tops.forEach(top -> levels.put(top, 1));
        var queue = new ArrayDeque<>(tops);
        while (!queue.isEmpty()) {
            var piece = queue.remove();
            int level = levels.getOrDefault(piece, 1);
            var above = level == MOST ? piece.parent() : null;
            var host = above == null ? piece : above;
            for (var child : below.getOrDefault(piece, List.of())) {
                if (above != null) {
                    child.put(Place.NOWHERE); // and stays so: not where it says it belongs
                }
                child.put(new Place.Under(host));
                host.children().add(child);
                levels.put(child, above == null ? level + 1 : level);
                queue.add(child);
            }
        }
        tops.sort(Piece.IN_TIME);
        return tops;
    }
}
