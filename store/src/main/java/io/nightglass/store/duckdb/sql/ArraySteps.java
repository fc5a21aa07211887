package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.function.UnaryOperator;

/** What looks at several elements at a time, and takes a time that grows with the square of their number: so it is bounded. */
final class ArraySteps {
    private ArraySteps() {}

    static String print(Checked.Call call, List<String> a) {
        var name = call.function().name();
        return switch (name) {
            case "hasSubstr" -> hasSubstr(a);
            case "arrayCumSum" ->
                steps(a.getFirst(), array -> number(call, "list_sum(list_slice(%s, 1, i))".formatted(array)));
            case "arrayCumSumNonNegative" ->
                // a sum less the least sum before it, 0 included, is the sum that never falls below 0
                Let.in(
                        "s",
                        steps(a.getFirst(), array -> number(call, "list_sum(list_slice(%s, 1, i))".formatted(array))),
                        sums -> "list_transform(%s, lambda e, i: e - least(0, list_min(list_slice(%s, 1, i))))"
                                .formatted(sums, sums));
            case "arrayDifference" ->
                steps(
                        a.getFirst(),
                        array -> number(call, "CASE WHEN i = 1 THEN 0 ELSE e - %s[i - 1] END".formatted(array)));
            case "arrayEnumerateUniq" ->
                numbered(
                        a,
                        array -> "len(list_filter(list_slice(%s, 1, i), lambda o: o IS NOT DISTINCT FROM e))"
                                .formatted(array));
            case "arrayEnumerateDense" ->
                numbered(
                        a,
                        array -> ("list_position(list_filter(%s, lambda o, p: list_position(%s, o) = p), e)")
                                .formatted(array, array));
            default -> throw new IllegalStateException("no SQL for " + name);
        };
    }

    private static String number(Checked.Call call, String sql) {
        return "CAST(%s AS %s)".formatted(sql, call.type().element().base() == ValueType.FLOAT ? "DOUBLE" : "BIGINT");
    }

    private static String hasSubstr(List<String> a) {
        return Let.in(
                "l",
                a.get(0),
                array -> Let.in(
                        "m",
                        a.get(1),
                        part -> tooLong(
                                array,
                                10_000,
                                "(len(%s) = 0 OR len(list_filter(range(1, len(%s) - len(%s) + 2), lambda i: list_slice(%s, i, i + len(%s) - 1) = %s)) > 0)"
                                        .formatted(part, array, part, array, part, part))));
    }

    /** Each element by {@code each}, which calls the element e, its place i and the array as it is told. */
    private static String steps(String array, UnaryOperator<String> each) {
        return Let.in(
                "l", array, l -> tooLong(l, 10_000, "list_transform(%s, lambda e, i: %s)".formatted(l, each.apply(l))));
    }

    private static String numbered(List<String> arrays, UnaryOperator<String> each) {
        return Let.in(
                "l",
                arrays.size() == 1 ? arrays.getFirst() : ArrayForms.zipped(arrays),
                l -> tooLong(l, 2_000, "list_transform(%s, lambda e, i: %s)".formatted(l, each.apply(l))));
    }

    static String tooLong(String array, int most, String sql) {
        return "CASE WHEN len(%s) > %d THEN error('array too long') ELSE %s END".formatted(array, most, sql);
    }
}
