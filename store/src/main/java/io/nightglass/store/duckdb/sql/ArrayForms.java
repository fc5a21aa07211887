package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.List;

/** Arrays and tuples whose SQL depends on the type of their elements. */
final class ArrayForms {
    private ArrayForms() {}

    static String print(Checked.Call call, List<String> a, ConversionForms conversions) {
        var type = call.type();
        return switch (call.function().name()) {
            case "array" -> "[%s]".formatted(String.join(", ", a));
            case "tupleElement" -> "struct_extract(%s, %s)".formatted(a.get(0), place(call));
            case "arrayElement" -> orNothing("list_extract(%s, %s)".formatted(a.get(0), a.get(1)), type);
            case "range" -> range(a);
            case "arraySlice" -> slice(a);
            case "arraySum" -> orNothing(whole(type, "list_sum(%s)".formatted(a.getFirst())), type);
            case "arrayAvg" -> "list_avg(%s)".formatted(a.getFirst());
            case "arrayMin" -> orNothing("list_min(%s)".formatted(a.getFirst()), type);
            case "arrayMax" -> orNothing("list_max(%s)".formatted(a.getFirst()), type);
            case "arrayStringConcat" -> joined(call, a, conversions);
            default ->
                throw new IllegalStateException("no SQL for " + call.function().name());
        };
    }

    /** The engine wants the bare number to know the type. */
    private static String place(Checked.Call call) {
        return call.arguments().getLast() instanceof Checked.Constant(Long place, var ignored) ? place.toString() : "1";
    }

    private static String orNothing(String sql, Type type) {
        return type.nullable() ? sql : "coalesce(%s, %s)".formatted(sql, ConversionForms.nothing(type));
    }

    private static String whole(Type type, String sql) {
        return type.base() == ValueType.INTEGER ? "CAST(%s AS BIGINT)".formatted(sql) : sql;
    }

    /** Longer ones would go past the engine's memory unseen: what a lambda makes of them is not counted. */
    private static String range(List<String> a) {
        var first = a.size() == 1 ? "0::BIGINT" : a.getFirst();
        return "range(%s, CASE WHEN %s - %s > 10000 THEN error('range too long') ELSE %s END)"
                .formatted(first, a.getLast(), first, a.getLast());
    }

    private static String slice(List<String> a) {
        return a.size() == 2
                ? "list_slice(%s, %s, len(%s))".formatted(a.get(0), a.get(1), a.get(0))
                : "list_slice(%s, %s, %s + %s - 1)".formatted(a.get(0), a.get(1), a.get(1), a.get(2));
    }

    private static String joined(Checked.Call call, List<String> a, ConversionForms conversions) {
        var from = call.arguments().getFirst().type();
        var texts = conversions.convert(a.getFirst(), from, Type.arrayOf(Type.STRING));
        return "array_to_string(%s, %s)".formatted(texts, a.size() == 1 ? "''" : a.get(1));
    }
}
