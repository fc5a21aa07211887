package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;

/** The keys of GROUP BY; ROLLUP, CUBE and GROUPING SETS as the sets of keys they stand for. */
record Keys(BiFunction<Expr, Clause, Checked> checker) {
    private static final int MOST_CUBED = 8;

    /** @param sets none for all keys at once */
    record Found(List<Checked> all, List<List<Checked>> sets) {

        /** Those that are not the same in every row; all when none is: over no rows there are no groups then. */
        List<Checked> varying() {
            var varying = all.stream()
                    .filter(key -> !(key instanceof Checked.Constant))
                    .toList();
            return varying.isEmpty() ? all : varying;
        }
    }

    Found of(Query.Select select, List<Checked> columns) {
        var keys = keys(select.groupBy());
        return switch (select.further().kind()) {
            case PLAIN -> new Found(keys, List.of());
            case ALL ->
                new Found(
                        columns.stream()
                                .filter(column -> !Aggregates.in(column))
                                .toList(),
                        List.of());
            case ROLLUP -> new Found(keys, rolled(keys));
            case CUBE -> new Found(keys, cubed(select, keys));
            case SETS -> sets(select);
        };
    }

    private List<Checked> keys(List<Expr> written) {
        return written.stream().map(key -> checker.apply(key, Clause.GROUP_BY)).toList();
    }

    private static List<List<Checked>> rolled(List<Checked> keys) {
        var sets = new ArrayList<List<Checked>>();
        for (int size = keys.size(); size >= 0; size--) {
            sets.add(varying(keys.subList(0, size)));
        }
        return List.copyOf(sets);
    }

    private static List<List<Checked>> cubed(Query.Select select, List<Checked> keys) {
        if (keys.size() > MOST_CUBED) {
            throw new QueryException(new QueryProblem.TooLarge(select.at(), "CUBE", MOST_CUBED, "keys"));
        }
        var sets = new ArrayList<List<Checked>>();
        for (int bits = (1 << keys.size()) - 1; bits >= 0; bits--) {
            var set = new ArrayList<Checked>();
            for (int i = 0; i < keys.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(keys.get(i));
                }
            }
            sets.add(varying(set));
        }
        return List.copyOf(sets);
    }

    private Found sets(Query.Select select) {
        var all = new LinkedHashSet<Checked>();
        var sets = new ArrayList<List<Checked>>();
        for (var set : select.further().sets()) {
            var keys = keys(set);
            all.addAll(keys);
            sets.add(varying(keys));
        }
        return new Found(List.copyOf(all), List.copyOf(sets));
    }

    private static List<Checked> varying(List<Checked> keys) {
        return new Found(List.copyOf(keys), List.of()).varying();
    }
}
