package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.Set;

/** Functions of a lambda that say more than a template can; the lambda is the first argument where there is one. */
final class LambdaForms {
    static final Set<String> NAMES = Set.of(
            "arrayFirst",
            "arrayLast",
            "arrayLastIndex",
            "arraySort",
            "arrayReverseSort",
            "arraySplit",
            "arrayReverseSplit",
            "arrayFill",
            "arrayReverseFill",
            "arrayFold",
            "mapSort",
            "mapReverseSort");

    private static final String PAIRS = "list_zip(map_keys(%s), map_values(%s))";

    private LambdaForms() {}

    static String print(Checked.Call call, List<String> a) {
        var type = call.type();
        var array = a.size() > 1 ? a.get(1) : a.getFirst();
        return switch (call.function().name()) {
            case "arrayFirst" -> ArrayForms.orNothing("list_filter(%s, %s)[1]".formatted(array, a.getFirst()), type);
            case "arrayLast" -> ArrayForms.orNothing("list_filter(%s, %s)[-1]".formatted(array, a.getFirst()), type);
            case "arrayLastIndex" ->
                Let.in(
                        "l",
                        "list_transform(%s, %s)".formatted(array, a.getFirst()),
                        l -> "coalesce(len(%s) + 1 - list_position(list_reverse(%s), TRUE), 0)".formatted(l, l));
            case "arraySort" -> sorted(call, a.getFirst(), array, false);
            case "arrayReverseSort" -> sorted(call, a.getFirst(), array, true);
            case "mapSort" -> "map_from_entries(%s)".formatted(sorted(call, a.getFirst(), pairs(array), false));
            case "mapReverseSort" -> "map_from_entries(%s)".formatted(sorted(call, a.getFirst(), pairs(array), true));
            case "arraySplit" -> cut(a.getFirst(), array);
            case "arrayReverseSplit" -> cutAfter(a.getFirst(), array);
            case "arrayFill" ->
                filled(a.getFirst(), array, "i = 1 OR coalesce(e, FALSE)", "list_max(list_slice(%s, 1, i))");
            case "arrayReverseFill" ->
                filled(
                        a.getFirst(),
                        array,
                        "i = len(%s) OR coalesce(e, FALSE)",
                        "list_min(list_slice(%s, i, len(%s)))");
            case "arrayFold" -> "list_reduce(%s, %s, %s)".formatted(a.get(1), a.get(0), a.get(2));
            default ->
                throw new IllegalStateException("no SQL for " + call.function().name());
        };
    }

    private static String pairs(String map) {
        return PAIRS.formatted(map, map);
    }

    private static String sorted(Checked.Call call, String lambda, String array, boolean down) {
        if (call.arguments().size() == 1) {
            var type = call.type();
            boolean numbers = type.base() == ValueType.ARRAY && type.element().base() == ValueType.FLOAT;
            return down && numbers
                    ? numbersDown(array)
                    : "list_sort(%s, '%s', 'NULLS LAST')".formatted(array, down ? "DESC" : "ASC");
        }
        boolean number =
                ((Checked.Lambda) call.arguments().getFirst()).body().type().base() == ValueType.FLOAT;
        var keys = "list_transform(%s, %s)".formatted(array, lambda);
        var order = "list_grade_up(%s, '%s', 'NULLS LAST')"
                .formatted(
                        down && number ? "list_transform(%s, lambda k: -k)".formatted(keys) : keys,
                        down && !number ? "DESC" : "ASC");
        return Let.in("l", array, l -> "list_transform(%s, lambda i: %s[i])".formatted(order, l));
    }

    /** The engine thinks NaN the greatest number. */
    private static String numbersDown(String array) {
        return Let.in(
                "l",
                array,
                l ->
                        "(list_sort(list_filter(%s, lambda e: NOT isnan(e)), 'DESC') || list_filter(%s, lambda e: isnan(e)) || list_filter(%s, lambda e: e IS NULL))"
                                .formatted(l, l, l));
    }

    private static String cut(String lambda, String array) {
        return pieces(
                array,
                "list_filter(range(1, len(m) + 1), lambda i: i = 1 OR coalesce(m[i], FALSE))",
                "list_transform(%s, %s)".formatted(array, lambda));
    }

    private static String cutAfter(String lambda, String array) {
        return pieces(
                array,
                "list_filter(range(1, len(m) + 1), lambda i: i = 1 OR coalesce(m[i - 1], FALSE))",
                "list_transform(%s, %s)".formatted(array, lambda));
    }

    /** @param starts of {@code m}, which of the elements the lambda is true for */
    private static String pieces(String array, String starts, String marks) {
        return Let.in(
                "l",
                array,
                l ->
                        "list_extract(list_transform([%s], lambda m: list_extract(list_transform([%s], lambda s: list_transform(s, lambda e, k: list_slice(%s, e, coalesce(s[k + 1] - 1, len(%s))))), 1)), 1)"
                                .formatted(marks.replace(array, l), starts, l, l));
    }

    private static String filled(String lambda, String array, String keeps, String place) {
        return Let.in("l", array, l -> {
            var places = "list_transform(list_transform(%s, %s), lambda e, i: CASE WHEN %s THEN i END)"
                    .formatted(l, lambda, keeps.replace("%s", l));
            return ArraySteps.tooLong(
                    l,
                    10_000,
                    Let.in(
                            "p",
                            places,
                            p -> "list_transform(%s, lambda e, i: %s[%s])".formatted(l, l, place.replace("%s", p))));
        });
    }
}
