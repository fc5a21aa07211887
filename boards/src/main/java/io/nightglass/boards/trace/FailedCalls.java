package io.nightglass.boards.trace;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a retry retries: a tool or model call that failed. */
final class FailedCalls {
    private static final UUID LAST = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    private final Map<Key, NavigableMap<End, Piece>> failed = new HashMap<>();

    /** Under what a call is looked up: its step, or its agent with or without its tool. */
    private sealed interface Key {
        /** @param failed whether it said so; a call that never returned may be retried under its own step_id as well */
        record Step(String id, boolean failed) implements Key {}

        record Tool(@Nullable String agent, String tool) implements Key {}

        record Agent(@Nullable String agent) implements Key {}
    }

    private record End(long micros, UUID uuid) implements Comparable<End> {
        private static final Comparator<End> IN_TIME =
                Comparator.comparingLong(End::micros).thenComparing(End::uuid);

        @Override
        public int compareTo(End other) {
            return IN_TIME.compare(this, other);
        }
    }

    FailedCalls(List<Piece> pieces) {
        for (var piece : pieces) {
            var item = piece.item();
            boolean isCall = item.kind() == Kind.TOOL || item.kind() == Kind.CALL;
            if (!isCall || Boolean.TRUE.equals(item.ok())) {
                continue;
            }
            boolean said = item.ok() != null;
            var step = item.ids().step();
            if (step != null) {
                keep(new Key.Step(step, said), piece);
            }
            if (said) {
                keep(new Key.Agent(item.agent()), piece);
            }
            var tool = item.tool();
            if (said && tool != null) {
                keep(new Key.Tool(item.agent(), tool), piece);
            }
        }
    }

    /** By step_id, else the latest that had failed by then, of the same agent and, if it names one, the same tool. */
    @Nullable
    Piece before(Piece retry) {
        var item = retry.item();
        var step = item.ids().step();
        var same = step == null ? null : sameStep(step, item);
        if (same != null) {
            return same;
        }
        var tool = item.tool();
        return latest(tool == null ? new Key.Agent(item.agent()) : new Key.Tool(item.agent(), tool), item);
    }

    private @Nullable Piece sameStep(String step, Item retry) {
        for (boolean said : new boolean[] {true, false}) {
            var key = new Key.Step(step, said);
            var known = failed.get(key);
            if (known != null) {
                var before = latest(key, retry);
                return before != null ? before : known.firstEntry().getValue();
            }
        }
        return null;
    }

    private @Nullable Piece latest(Key key, Item retry) {
        var calls = failed.get(key);
        var entry =
                calls == null ? null : calls.floorEntry(new End(retry.extent().start(), LAST));
        return entry == null ? null : entry.getValue();
    }

    private void keep(Key key, Piece piece) {
        var end = new End(piece.item().extent().end(), piece.item().event().uuid());
        failed.computeIfAbsent(key, any -> new TreeMap<>()).put(end, piece);
    }
}
