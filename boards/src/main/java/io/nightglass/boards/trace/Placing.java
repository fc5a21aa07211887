package io.nightglass.boards.trace;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says of every event of a round what it hangs under. The answer is the same in whatever order the events came. */
public final class Placing {
    private final List<Piece> pieces;
    private final NamedParents named;
    private final FailedCalls failed;
    private final OpenRuns runs;
    private final Map<String, NavigableMap<Long, Piece>> cases = new HashMap<>();

    private Placing(String round, List<Piece> pieces) {
        this.pieces = pieces;
        this.named = new NamedParents(round, pieces);
        this.failed = new FailedCalls(pieces);
        this.runs = new OpenRuns(pieces);
    }

    /**
     * The tree of {@code events}, its first level by start.
     *
     * @param events of one round, each once, in any order
     */
    public static List<Node> place(String round, List<TraceEvent> events) {
        var pieces = ToolPairs.items(events).stream()
                .map(Piece::new)
                .sorted(Piece.IN_TIME)
                .toList();
        return new Placing(round, pieces).tree();
    }

    private List<Node> tree() {
        for (var piece : pieces) {
            if (!piece.item().isRegression()) {
                piece.put(placeOf(piece));
                rememberCase(piece);
            }
        }
        for (var piece : pieces) {
            if (piece.item().isRegression()) {
                piece.put(placeOfRegression(piece));
            }
        }
        Cycles.untie(pieces);
        return Levels.build(pieces).stream().map(Piece::node).toList();
    }

    private Place placeOf(Piece piece) {
        if (isOfRound(piece)) {
            return Place.TOP;
        }
        if (piece.kind() == Kind.RETRY) {
            return under(failed.before(piece), Place.TOP);
        }
        var parent = named.of(piece);
        return parent != null ? new Place.Under(parent) : placeWithoutParent(piece);
    }

    private Place placeWithoutParent(Piece piece) {
        var ids = piece.ids();
        boolean isLost = ids.parent() != null && !named.isOnSecondLevel(piece)
                || ids.suite() != null && piece.kind() != Kind.EVAL_RUN;
        if (isLost) {
            return Place.NOWHERE;
        }
        return switch (piece.kind()) {
            case CALL -> under(ids.parent() == null ? runs.around(piece) : null, Place.TOP);
            case EVAL_CASE -> under(runs.around(piece), Place.NOWHERE);
            case EVENT, TOOL, EVAL_RUN, SPAN, RETRY -> Place.TOP;
        };
    }

    /** Under the suite of the latest case it can be about; of any such case when all came later. */
    private Place placeOfRegression(Piece piece) {
        var parent = named.of(piece);
        if (parent != null) {
            return new Place.Under(parent);
        }
        var caseId = piece.ids().caseId();
        var known = caseId == null ? null : cases.get(caseId);
        if (known == null) {
            boolean namesNothing = piece.ids().suite() == null && piece.ids().parent() == null;
            return under(namesNothing ? runs.around(piece) : null, Place.NOWHERE);
        }
        var before = known.floorEntry(piece.item().extent().start());
        var about = (before != null ? before : known.firstEntry()).getValue();
        return under(about.parent(), Place.NOWHERE);
    }

    private void rememberCase(Piece piece) {
        var caseId = piece.ids().caseId();
        if (piece.kind() == Kind.EVAL_CASE && caseId != null) {
            cases.computeIfAbsent(caseId, any -> new TreeMap<>())
                    .put(piece.item().extent().start(), piece);
        }
    }

    private static Place under(@Nullable Piece parent, Place otherwise) {
        return parent == null ? otherwise : new Place.Under(parent);
    }

    /** What a round as such says stands on the first level, whatever ids its context carried. */
    private static boolean isOfRound(Piece piece) {
        return Catalog.schema(piece.item().event().event()).map(Schema::ofRound).orElse(false);
    }
}
