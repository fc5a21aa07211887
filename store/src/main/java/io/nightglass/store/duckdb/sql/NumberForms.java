package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers that may be no number. The engine thinks NaN equal to itself and greater than all others; in ClickHouse it is
 * neither equal to anything nor greater nor less, and is no maximum while there are numbers.
 */
final class NumberForms {
    static final Set<String> NAMES =
            Set.of("equals", "notEquals", "less", "lessOrEquals", "greater", "greaterOrEquals", "greatest");

    /** Aggregates that leave NaN out, and the place of the argument that may be one. */
    private static final Set<String> OF_FIRST =
            Set.of("max", "median", "quantile", "quantiles", "quantileExact", "medianExact");

    private static final Set<String> OF_SECOND = Set.of("argMax");

    /** What gives NaN only when its argument is one. */
    private static final Set<String> HARMLESS =
            Set.of("abs", "negate", "toFloat", "assumeNotNull", "any", "anyLast", "min", "max", "argMax", "argMin");

    private NumberForms() {}

    /** Stored properties never are: only finite numbers are kept as such. */
    static boolean mayBeNaN(Checked value) {
        if (value.type().base() != ValueType.FLOAT || value instanceof Checked.Property) {
            return false;
        }
        if (value instanceof Checked.Constant(Double number, var ignored)) {
            return number.isNaN();
        }
        if (value instanceof Checked.Convert(var inner, var ignored)) {
            return inner.type().isText() || mayBeNaN(inner);
        }
        if (value instanceof Checked.Call(var function, var arguments, var ignored)
                && HARMLESS.contains(function.name())) {
            return arguments.getFirst().type().isText() || mayBeNaN(arguments.getFirst());
        }
        if (value instanceof Checked.Aggregate aggregate
                && HARMLESS.contains(aggregate.function().name())) {
            return mayBeNaN(aggregate.arguments().getFirst());
        }
        return !(value instanceof Checked.Constant);
    }

    static String print(Checked.Call call, List<String> a) {
        var first = call.arguments().getFirst();
        var last = call.arguments().getLast();
        boolean both = mayBeNaN(first) && mayBeNaN(last);
        return switch (call.function().name()) {
            case "equals" ->
                both
                        ? "(%s = %s AND NOT (isnan(%s) AND isnan(%s)))"
                                .formatted(a.get(0), a.get(1), a.get(0), a.get(1))
                        : "(%s = %s)".formatted(a.get(0), a.get(1));
            case "notEquals" ->
                both
                        ? "(%s <> %s OR (isnan(%s) AND isnan(%s)))".formatted(a.get(0), a.get(1), a.get(0), a.get(1))
                        : "(%s <> %s)".formatted(a.get(0), a.get(1));
            case "less" -> compared(a, "<", last, first);
            case "lessOrEquals" -> compared(a, "<=", last, first);
            case "greater" -> compared(a, ">", first, last);
            case "greaterOrEquals" -> compared(a, ">=", first, last);
            default -> greatest(call.arguments(), a);
        };
    }

    /** @param greater the side that must not be NaN */
    private static String compared(List<String> a, String operator, Checked greater, Checked other) {
        var plain = "%s %s %s".formatted(a.get(0), operator, a.get(1));
        if (!mayBeNaN(greater)) {
            return "(%s)".formatted(plain);
        }
        boolean first = operator.startsWith(">");
        var known = other.type().nullable() ? " AND %s IS NOT NULL".formatted(first ? a.get(1) : a.get(0)) : "";
        return "(%s AND NOT (isnan(%s)%s))".formatted(plain, first ? a.get(0) : a.get(1), known);
    }

    private static String greatest(List<Checked> values, List<String> a) {
        var plain = "greatest(%s)".formatted(String.join(", ", a));
        if (values.stream().noneMatch(NumberForms::mayBeNaN)) {
            return plain;
        }
        var numbers = new ArrayList<String>();
        for (int i = 0; i < a.size(); i++) {
            numbers.add(
                    mayBeNaN(values.get(i))
                            ? "CASE WHEN NOT isnan(%s) THEN %s END".formatted(a.get(i), a.get(i))
                            : a.get(i));
        }
        return "coalesce(greatest(%s), %s)".formatted(String.join(", ", numbers), plain);
    }

    /** Whether {@code aggregate} has to be told to leave NaN out. */
    static boolean leavesNaNOut(Checked.Aggregate aggregate) {
        var name = aggregate.function().name();
        return OF_FIRST.contains(name) && mayBeNaN(aggregate.arguments().getFirst())
                || OF_SECOND.contains(name) && mayBeNaN(aggregate.arguments().getLast());
    }

    /** The argument of such an aggregate. */
    static Checked judged(Checked.Aggregate aggregate) {
        return OF_SECOND.contains(aggregate.function().name())
                ? aggregate.arguments().getLast()
                : aggregate.arguments().getFirst();
    }
}
