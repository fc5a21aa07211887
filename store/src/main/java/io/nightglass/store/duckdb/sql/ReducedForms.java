package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Functions;
import java.util.List;
import java.util.Map;

/** {@code arrayReduce('sum', array)}: aggregates of the elements of one array. */
final class ReducedForms {
    static final String NAME = "arrayReduce";

    /** What the engine calls those that take nothing else. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("count", "count"),
            Map.entry("sum", "sum"),
            Map.entry("avg", "avg"),
            Map.entry("min", "min"),
            Map.entry("max", "max"),
            Map.entry("any", "any_value"),
            Map.entry("median", "median"),
            Map.entry("stddevPop", "stddev_pop"),
            Map.entry("stddevSamp", "stddev_samp"),
            Map.entry("varPop", "var_pop"),
            Map.entry("varSamp", "var_samp"),
            Map.entry("entropy", "entropy"),
            Map.entry("groupBitAnd", "bit_and"),
            Map.entry("groupBitOr", "bit_or"),
            Map.entry("groupBitXor", "bit_xor"),
            Map.entry("anyHeavy", "mode"));

    private ReducedForms() {}

    static String print(Checked.Call call, List<String> a, ConversionForms conversions) {
        var name = call.arguments().getFirst() instanceof Checked.Constant(String text, var ignored) ? text : "";
        var type = call.type();
        var sql = AggregateForms.whole(type, reduced(name, a.get(1), a.subList(2, a.size())));
        return type.nullable() || name.equals("count") || name.equals("uniq")
                ? sql
                : "coalesce(%s, %s)".formatted(sql, AggregateForms.overNothing(Functions.known(name), type));
    }

    private static String reduced(String name, String array, List<String> parameters) {
        var same = SAME.get(name);
        if (same != null) {
            return "list_aggregate(%s, '%s')".formatted(array, same);
        }
        var known = "list_filter(%s, lambda e: e IS NOT NULL)".formatted(array);
        return switch (name) {
            case "uniq" -> "len(list_distinct(%s))".formatted(array);
            case "anyLast" -> "list_extract(%s, -1)".formatted(known);
            case "quantile" -> "list_aggregate(%s, 'quantile_cont', %s)".formatted(array, parameters.getFirst());
            case "quantiles" ->
                "list_aggregate(%s, 'quantile_cont', [%s])".formatted(array, String.join(", ", parameters));
            case "quantileExact" -> exact(known, parameters.getFirst());
            case "medianExact" -> exact(known, "0.5");
            case "groupUniqArray" -> atMost("list_distinct(%s)".formatted(array), parameters);
            case "topK" ->
                "list_transform(list_slice(list_sort(list_transform(map_entries(list_aggregate(%s, 'histogram')), lambda e: row(-CAST(e.value AS BIGINT), e.key))), 1, %s), lambda e: struct_extract(e, 2))"
                        .formatted(known, parameters.getFirst());
            default -> atMost(known, parameters);
        };
    }

    private static String exact(String array, String level) {
        return Let.in(
                "l",
                "list_sort(%s)".formatted(array),
                l -> "%s[least(CAST(floor(%s * len(%s)) AS BIGINT) + 1, len(%s))]".formatted(l, level, l, l));
    }

    private static String atMost(String array, List<String> parameters) {
        return parameters.isEmpty() ? array : "list_slice(%s, 1, %s)".formatted(array, parameters.getFirst());
    }
}
