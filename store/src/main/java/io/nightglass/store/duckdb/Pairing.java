package io.nightglass.store.duckdb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which routed call is which model call (boards.md, "Ledger"). Pairs are taken by nearness; two that are nearest to each
 * other are a pair whatever the rest, so it is found by walking from one to its nearest until they point at each other.
 * Holds one group of calls that may be alike; grows with its size, not with its square.
 */
final class Pairing {
    /** Strictly less apart. */
    static final long MICROS = 120_000_000;

    /**
     * A request of the router or a call of a model.
     *
     * @param micros when
     * @param hasId whether it carries a request_id
     */
    record Said(long seq, long micros, boolean request, boolean hasId) {}

    record Pair(long call, long request) {}

    /** @param place among the group by time, then uuid */
    private record Placed(Said said, int place) {}

    /** Not yet taken, of one kind: by time, at equal times by uuid. */
    private static final class Free {
        private final TreeMap<Long, ArrayDeque<Placed>> byTime = new TreeMap<>();

        void add(Placed one) {
            byTime.computeIfAbsent(one.said.micros, _ -> new ArrayDeque<>(1)).add(one);
        }

        void remove(Placed one) {
            var moment = byTime.get(one.said.micros);
            if (moment != null && moment.remove(one) && moment.isEmpty()) {
                byTime.remove(one.said.micros);
            }
        }

        Stream<Placed> around(long micros) {
            return Stream.of(byTime.floorEntry(micros), byTime.ceilingEntry(micros))
                    .filter(entry -> entry != null)
                    .map(entry -> entry.getValue().getFirst());
        }
    }

    private final List<Placed> all = new ArrayList<>();
    private final Free requests = new Free();
    private final Free namelessRequests = new Free();
    private final Free calls = new Free();
    private final Free namelessCalls = new Free();
    private final boolean[] gone;
    private final List<Pair> pairs = new ArrayList<>();

    private Pairing(List<Said> group) {
        gone = new boolean[group.size()];
        for (int i = 0; i < group.size(); i++) {
            var one = new Placed(group.get(i), i);
            all.add(one);
            kind(one.said).add(one);
        }
    }

    /** Pairs of a group with one identity, task, model and size; never two that carry ids. @param group by time, then uuid */
    static List<Pair> alike(List<Said> group) {
        var pairing = new Pairing(group);
        pairing.all.forEach(pairing::follow);
        return pairing.pairs;
    }

    /** Pairs of a group with one request_id: the earlier request first, each with its nearest call. */
    static List<Pair> sameId(List<Said> group) {
        var pairing = new Pairing(group);
        for (var one : pairing.all) {
            if (one.said.request) {
                var call = nearest(one, Stream.of(pairing.calls), Long.MAX_VALUE);
                if (call != null) {
                    pairing.take(one, call);
                }
            }
        }
        return pairing.pairs;
    }

    private void follow(Placed start) {
        var way = new ArrayDeque<Placed>();
        way.push(start);
        while (!way.isEmpty() && !gone[way.peek().place]) {
            var here = way.pop();
            var next = nearest(here, partners(here.said), MICROS);
            if (next == null) {
                drop(here);
            } else if (next == way.peek()) {
                way.pop();
                take(here, next);
            } else {
                way.push(here);
                way.push(next);
            }
        }
    }

    private Stream<Free> partners(Said one) {
        var nameless = one.request ? namelessCalls : namelessRequests;
        var named = one.request ? calls : requests;
        return one.hasId ? Stream.of(nameless) : Stream.of(nameless, named);
    }

    /** At equal distances the earlier, at equal times the first by uuid. */
    private static @Nullable Placed nearest(Placed to, Stream<Free> among, long within) {
        return among.flatMap(free -> free.around(to.said.micros))
                .filter(one -> distance(one, to) < within)
                .min(Comparator.<Placed>comparingLong(one -> distance(one, to))
                        .thenComparingLong(one -> one.said.micros)
                        .thenComparingInt(one -> one.place))
                .orElse(null);
    }

    private static long distance(Placed one, Placed other) {
        return Math.abs(one.said.micros - other.said.micros);
    }

    private void take(Placed one, Placed other) {
        drop(one);
        drop(other);
        pairs.add(one.said.request ? new Pair(other.said.seq, one.said.seq) : new Pair(one.said.seq, other.said.seq));
    }

    private void drop(Placed one) {
        gone[one.place] = true;
        kind(one.said).remove(one);
    }

    private Free kind(Said one) {
        if (one.request) {
            return one.hasId ? requests : namelessRequests;
        }
        return one.hasId ? calls : namelessCalls;
    }
}
