package io.nightglass.boards.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes parents from nodes that are, by way of others or not, their own. */
final class Cycles {
    private Cycles() {}

    static void untie(List<Piece> pieces) {
        Set<Piece> done = new HashSet<>();
        for (var piece : pieces) {
            Set<Piece> path = new HashSet<>();
            @Nullable Piece at = piece;
            while (at != null && !done.contains(at) && path.add(at)) {
                at = at.parent();
            }
            if (at != null && path.contains(at)) {
                untie(at);
            }
            done.addAll(path);
        }
    }

    private static void untie(Piece one) {
        var cycle = new ArrayList<Piece>();
        @Nullable Piece at = one;
        do {
            cycle.add(at);
            at = at.parent();
        } while (at != null && at != one);
        cycle.forEach(piece -> piece.put(Place.NOWHERE));
    }
}
