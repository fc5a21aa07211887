package io.nightglass.boards.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which eval suites ran when. No event says that one is over; decision 0019 says when it is taken to be. */
final class OpenRuns {
    private static final long NEVER = Long.MAX_VALUE;

    private final Map<Piece, Piece> around = new HashMap<>();

    private record Span(Piece run, long end) {}

    private record Cases(long count, long last) {
        Cases and(long at) {
            return new Cases(count + 1, Math.max(last, at));
        }
    }

    /** @param pieces by start */
    OpenRuns(List<Piece> pieces) {
        var ends = ends(pieces);
        @Nullable Span latest = null;
        long second = Long.MIN_VALUE;
        for (var piece : pieces) {
            if (piece.kind() == Kind.EVAL_RUN) {
                var span = new Span(piece, ends.getOrDefault(piece, NEVER));
                second = Math.max(second, Math.min(span.end, latest == null ? Long.MIN_VALUE : latest.end));
                latest = latest == null || span.end > latest.end ? span : latest;
            } else if (latest != null) {
                long end = piece.item().extent().end();
                if (latest.end >= end && second < end) {
                    around.put(piece, latest.run);
                }
            }
        }
    }

    /** The only suite that ran all the while; null when there was none, or more than one. */
    @Nullable
    Piece around(Piece piece) {
        return around.get(piece);
    }

    private static Map<Piece, Long> ends(List<Piece> pieces) {
        var cases = new HashMap<String, Cases>();
        var begins = new TreeSet<Long>();
        var scores = new TreeSet<Long>();
        for (var piece : pieces) {
            long at = piece.item().extent().start();
            var suite = piece.ids().suite();
            if (piece.kind() == Kind.EVAL_RUN) {
                begins.add(at);
            } else if (piece.kind() == Kind.EVAL_CASE && suite != null) {
                cases.put(suite, cases.getOrDefault(suite, new Cases(0, at)).and(at));
            } else if (isScored(piece.item().event().event())) {
                scores.add(at);
            }
        }
        var ends = new HashMap<Piece, Long>();
        for (var piece : pieces) {
            if (piece.kind() == Kind.EVAL_RUN) {
                var suite = piece.ids().suite();
                ends.put(piece, end(piece.item(), suite == null ? null : cases.get(suite), begins, scores));
            }
        }
        return ends;
    }

    private static long end(Item run, @Nullable Cases cases, TreeSet<Long> begins, TreeSet<Long> scores) {
        long start = run.extent().start();
        long last = cases == null ? start : Math.max(start, cases.last);
        var expected = run.event().figures().cases();
        boolean isWhole = cases != null && (expected == null || cases.count >= expected);
        if (isWhole) {
            return last;
        }
        var scored = scores.ceiling(last);
        var next = cases == null ? null : begins.higher(last);
        return Math.min(scored == null ? NEVER : scored, next == null ? NEVER : next);
    }

    private static boolean isScored(String event) {
        return event.equals("round_scored") || event.equals("round_kept") || event.equals("round_reverted");
    }
}
