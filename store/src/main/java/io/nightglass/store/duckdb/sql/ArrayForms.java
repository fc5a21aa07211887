package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Arrays, tuples and maps whose SQL depends on the type of their elements, or that say more than a template can. */
final class ArrayForms {
    static final Set<String> NAMES = Set.of(
            "array",
            "tupleElement",
            "tupleConcat",
            "arrayElement",
            "arrayElementOrNull",
            "range",
            "arraySlice",
            "arraySum",
            "arrayAvg",
            "arrayMin",
            "arrayMax",
            "arrayStringConcat",
            "arrayResize",
            "arrayWithConstant",
            "arrayFlatten",
            "arrayZip",
            "arrayDistinct",
            "arrayIntersect",
            "hasSubstr",
            "arrayCumSum",
            "arrayCumSumNonNegative",
            "arrayDifference",
            "arrayEnumerateUniq",
            "arrayEnumerateDense",
            "arrayRotateLeft",
            "arrayRotateRight",
            "arrayShiftLeft",
            "arrayShiftRight",
            "map",
            "mapFromArrays");

    private ArrayForms() {}

    static String print(Checked.Call call, List<String> a, ConversionForms conversions) {
        var type = call.type();
        return switch (call.function().name()) {
            case "array" -> "[%s]".formatted(String.join(", ", a));
            case "tupleElement" -> "struct_extract(%s, %s)".formatted(a.get(0), place(call));
            case "tupleConcat" -> places(call, a);
            case "arrayElement" -> orNothing(element(call, a), type);
            case "arrayElementOrNull" -> element(call, a);
            case "range" -> range(a);
            case "arraySlice" -> slice(a);
            case "arraySum" -> orNothing(whole(type, "list_sum(%s)".formatted(a.getFirst())), type);
            case "arrayAvg" -> "list_avg(%s)".formatted(a.getFirst());
            case "arrayMin" -> orNothing("list_min(%s)".formatted(a.getFirst()), type);
            case "arrayMax" -> orNothing("list_max(%s)".formatted(a.getFirst()), type);
            case "arrayStringConcat" -> joined(call, a, conversions);
            case "arrayResize" -> resized(a, a.size() > 2 ? a.get(2) : nothing(type));
            case "arrayWithConstant" ->
                "list_resize(list_slice([%s], 1, 0), %s, %s)".formatted(a.get(1), bounded(a.get(0)), a.get(1));
            case "arrayFlatten" -> flat(call.arguments().getFirst().type(), type, a.getFirst());
            case "arrayZip" -> zipped(a);
            case "arrayDistinct" -> distinct(a.getFirst());
            case "arrayIntersect" ->
                a.stream().reduce("list_intersect(%s, %s)"::formatted).orElseThrow();
            case "map", "mapFromArrays" -> map(call, a);
            case "arrayRotateLeft" -> rotated(a.get(0), a.get(1));
            case "arrayRotateRight" -> rotated(a.get(0), "-(" + a.get(1) + ")");
            case "arrayShiftLeft" -> shifted(a.get(0), a.get(1), a.size() > 2 ? a.get(2) : nothing(type));
            case "arrayShiftRight" -> shifted(a.get(0), "-(" + a.get(1) + ")", a.size() > 2 ? a.get(2) : nothing(type));
            default -> ArraySteps.print(call, a);
        };
    }

    /** Each where it comes first: the engine gives them in no order. */
    private static String distinct(String array) {
        return Let.in(
                "l",
                array,
                l ->
                        "list_transform(list_sort(list_transform(list_distinct(%s), lambda e: row(list_position(%s, e), e))), lambda e: struct_extract(e, 2))"
                                .formatted(l, l));
    }

    /** The engine wants the bare number to know the type. */
    private static String place(Checked.Call call) {
        return call.arguments().getLast() instanceof Checked.Constant(Long place, var ignored) ? place.toString() : "1";
    }

    private static String places(Checked.Call call, List<String> a) {
        var places = new ArrayList<String>();
        for (int i = 0; i < a.size(); i++) {
            int size = call.arguments().get(i).type().parts().size();
            for (int place = 1; place <= size; place++) {
                places.add("struct_extract(%s, %d)".formatted(a.get(i), place));
            }
        }
        return "row(%s)".formatted(String.join(", ", places));
    }

    private static String element(Checked.Call call, List<String> a) {
        return call.arguments().getFirst().type().base() == ValueType.MAP
                ? "map_extract_value(%s, %s)".formatted(a.get(0), a.get(1))
                : "list_extract(%s, %s)".formatted(a.get(0), a.get(1));
    }

    static String orNothing(String sql, Type type) {
        if (type.isNull()) {
            return "list_extract([], 1)";
        }
        return type.nullable() ? sql : "coalesce(%s, %s)".formatted(sql, ConversionForms.nothing(type));
    }

    /** What fills up an array of {@code type}. */
    private static String nothing(Type type) {
        var element = type.element();
        return element.nullable() ? ConversionForms.noValue("NULL", element) : ConversionForms.nothing(element);
    }

    private static String whole(Type type, String sql) {
        return type.base() == ValueType.INTEGER ? "CAST(%s AS BIGINT)".formatted(sql) : sql;
    }

    /** Longer ones would go past the engine's memory unseen: what a lambda makes of them is not counted. */
    private static String range(List<String> a) {
        var first = a.size() == 1 ? "0::BIGINT" : a.getFirst();
        var end = a.size() == 1 ? a.getFirst() : a.get(1);
        var step = a.size() > 2 ? a.get(2) : "1";
        return "range(%s, CASE WHEN abs(%s - %s) > 10000 * abs(%s) THEN error('range too long') ELSE %s END, %s)"
                .formatted(first, end, first, step, end, step);
    }

    /** From an element on, negative from the end; so many, or up to so many before the end. */
    private static String slice(List<String> a) {
        return Let.in("l", a.getFirst(), array -> {
            var offset = a.get(1);
            var length = "len(%s)".formatted(array);
            var from = "CASE WHEN %s < 0 THEN %s + %s + 1 ELSE %s END".formatted(offset, length, offset, offset);
            var to = a.size() == 2
                    ? length
                    : "CASE WHEN %s IS NULL THEN %s WHEN %s < 0 THEN %s + %s ELSE %s + %s - 1 END"
                            .formatted(a.get(2), length, a.get(2), length, a.get(2), from, a.get(2));
            return "CASE WHEN %s = 0 THEN list_slice(%s, 1, 0) ELSE list_slice(%s, greatest(%s, 1), greatest(%s, 0)) END"
                    .formatted(offset, array, array, from, to);
        });
    }

    private static String joined(Checked.Call call, List<String> a, ConversionForms conversions) {
        var from = call.arguments().getFirst().type();
        var texts = conversions.convert(a.getFirst(), from, Type.arrayOf(Type.STRING));
        return "array_to_string(%s, %s)".formatted(texts, a.size() == 1 ? "''" : a.get(1));
    }

    private static String bounded(String count) {
        return "CASE WHEN abs(%s) > 100000 THEN error('array too long') ELSE greatest(%s, 0) END"
                .formatted(count, count);
    }

    private static String resized(List<String> a, String fill) {
        var n = a.get(1);
        return Let.in(
                "l",
                a.getFirst(),
                array ->
                        "CASE WHEN %s >= 0 THEN list_resize(%s, %s, %s) WHEN -%s <= len(%s) THEN list_slice(%s, len(%s) + %s + 1, len(%s)) ELSE %s || %s END"
                                .formatted(
                                        n,
                                        array,
                                        bounded(n),
                                        fill,
                                        n,
                                        array,
                                        array,
                                        array,
                                        n,
                                        array,
                                        filler(array, "-(%s) - len(%s)".formatted(n, array), fill),
                                        array));
    }

    private static String filler(String array, String count, String fill) {
        return "list_resize(list_slice(%s, 1, 0), %s, %s)".formatted(array, bounded(count), fill);
    }

    private static String rotated(String array, String count) {
        return Let.in("l", array, l -> {
            var by = "((%s %% greatest(len(%s), 1) + len(%s)) %% greatest(len(%s), 1))".formatted(count, l, l, l);
            return "(list_slice(%s, %s + 1, len(%s)) || list_slice(%s, 1, %s))".formatted(l, by, l, l, by);
        });
    }

    private static String shifted(String array, String count, String fill) {
        return Let.in("l", array, l -> {
            var left = "list_resize(list_slice(%s, %s + 1, len(%s)), len(%s), %s)".formatted(l, count, l, l, fill);
            var right = "(%s || list_slice(%s, 1, greatest(len(%s) + %s, 0)))"
                    .formatted(filler(l, "least(-(%s), len(%s))".formatted(count, l), fill), l, l, count);
            return "CASE WHEN %s >= 0 THEN %s ELSE %s END".formatted(count, left, right);
        });
    }

    private static String flat(Type from, Type to, String sql) {
        return depth(from) > depth(to) ? flat(from.element(), to, "flatten(%s)".formatted(sql)) : sql;
    }

    private static int depth(Type type) {
        return type.base() == ValueType.ARRAY ? 1 + depth(type.element()) : 0;
    }

    static String zipped(List<String> a) {
        var differ = new ArrayList<String>();
        for (int i = 1; i < a.size(); i++) {
            differ.add("len(%s) <> len(%s)".formatted(a.getFirst(), a.get(i)));
        }
        var zip = "list_zip(%s)".formatted(String.join(", ", a));
        return differ.isEmpty()
                ? zip
                : "CASE WHEN %s THEN error('arrays of different length') ELSE %s END"
                        .formatted(String.join(" OR ", differ), zip);
    }

    private static String map(Checked.Call call, List<String> a) {
        var map = "map(%s, %s)".formatted(a.get(0), a.get(1));
        boolean written =
                call.arguments().stream().map(ArrayForms::size).distinct().count() == 1
                        && size(call.arguments().getFirst()) >= 0;
        return written
                ? map
                : "CASE WHEN len(%s) <> len(%s) THEN error('arrays of different length') ELSE %s END"
                        .formatted(a.get(0), a.get(1), map);
    }

    /** How many elements are written one by one, -1 where that is not known. */
    private static int size(Checked array) {
        return array instanceof Checked.Call(var function, var items, var type)
                        && function.name().equals("array")
                ? items.size()
                : -1;
    }
}
