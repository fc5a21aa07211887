package io.nightglass.boards.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parent that a node names: the span of its {@code $ai_parent_id}, the suite of that id, the suite of its
 * {@code suite_id}. An id means something within a round only, and the first that has it.
 */
final class NamedParents {
    private final String round;
    private final Map<String, Piece> spans = new HashMap<>();
    private final Map<String, Piece> traces = new HashMap<>();
    private final Map<String, Piece> runs = new HashMap<>();

    /** @param pieces by start */
    NamedParents(String round, List<Piece> pieces) {
        this.round = round;
        for (var piece : pieces) {
            switch (piece.kind()) {
                case CALL, SPAN -> {
                    keep(spans, piece.ids().span(), piece);
                    keep(traces, piece.item().isTrace() ? piece.ids().trace() : null, piece);
                }
                case EVAL_RUN -> keep(runs, piece.ids().suite(), piece);
                case EVENT, TOOL, EVAL_CASE, RETRY -> {} // nothing names them as a parent
            }
        }
    }

    /** Null when it names none, or one that is not there. A node that names itself is its own parent: a cycle. */
    @Nullable
    Piece of(Piece piece) {
        var named = byParentId(piece);
        var suite = piece.ids().suite();
        return named != null || suite == null || piece.kind() == Kind.EVAL_RUN ? named : runs.get(suite);
    }

    /** Whether the parent it names is the trace: the first level, or the trace's own event. */
    boolean isOnSecondLevel(Piece piece) {
        var parent = piece.ids().parent();
        return parent != null
                && (parent.equals(round) || parent.equals(piece.ids().trace()));
    }

    private @Nullable Piece byParentId(Piece piece) {
        var parent = piece.ids().parent();
        if (parent == null) {
            return null;
        }
        var span = spans.get(parent);
        if (isOnSecondLevel(piece)) {
            var trace = span == null || span == piece ? traces.get(parent) : span;
            return trace == piece ? null : trace;
        }
        return span != null ? span : runs.get(parent);
    }

    private static void keep(Map<String, Piece> pieces, @Nullable String id, Piece piece) {
        if (id != null) {
            pieces.putIfAbsent(id, piece);
        }
    }
}
