package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Functions whose SQL depends on the types or constants of a call; all others are {@link FunctionTemplates}. */
final class FunctionForms {
    /** What is written here rather than as a template. */
    private static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(List.of(
            "multiIf",
            "and",
            "or",
            "assumeNotNull",
            "minus",
            "intDiv",
            "positiveModulo",
            "modulo",
            "round",
            "floor",
            "ceil",
            "trunc",
            "length",
            "empty",
            "notEmpty",
            "reverse",
            "toFloat",
            "toFloatOrZero",
            "toFloatOrDefault",
            "toInt",
            "toIntOrZero",
            "toIntOrDefault",
            "toInt64",
            "toString",
            "toBool",
            "toUUID")));

    private final ExprPrinter expressions;
    private final ConversionForms conversions;
    private final Zones zones;
    private final Template templates;
    private final JsonForms json;
    private final DateForms dates;
    private final AggregateForms aggregates;
    private final DateReadForms read;

    FunctionForms(ExprPrinter expressions, Zones zones, ConversionForms conversions) {
        this.expressions = expressions;
        this.conversions = conversions;
        this.zones = zones;
        this.templates = new Template(expressions, zones);
        this.json = new JsonForms(expressions);
        this.dates = new DateForms(expressions, zones);
        this.read = new DateReadForms(expressions, zones, conversions);
        this.aggregates = new AggregateForms(expressions, conversions, templates, zones);
    }

    /** Whether there is SQL for the function called {@code name}. */
    static boolean knows(String name) {
        return NAMES.contains(name)
                || FunctionTemplates.BY_NAME.containsKey(name)
                || JsonForms.NAMES.contains(name)
                || NumberForms.NAMES.contains(name)
                || DateForms.NAMES.contains(name)
                || AggregateForms.NAMES.contains(name)
                || ReducedForms.NAME.equals(name)
                || DateReadForms.NAMES.contains(name)
                || TextForms.NAMES.contains(name)
                || ArrayForms.NAMES.contains(name)
                || LambdaForms.NAMES.contains(name)
                || WindowForms.NAMES.contains(name);
    }

    /** @param over {@code OVER (...)}, or nothing */
    String aggregate(Checked.Aggregate aggregate, String over) {
        return aggregates.print(aggregate, over);
    }

    String call(Checked.Call call) {
        var name = call.function().name();
        if (JsonForms.NAMES.contains(name)) {
            return json.print(call);
        }
        if (DateForms.NAMES.contains(name)) {
            return dates.print(call);
        }
        if (ReducedForms.NAME.equals(name)) {
            return ReducedForms.print(call, expressions.all(call.arguments()), conversions);
        }
        if (DateReadForms.NAMES.contains(name)) {
            return read.print(call);
        }
        if (HashForms.knows(call.function())) {
            return HashForms.print(call, expressions.all(call.arguments()));
        }
        if (TextForms.NAMES.contains(name)) {
            return TextForms.print(call, expressions.all(call.arguments()));
        }
        var template = FunctionTemplates.BY_NAME.get(name);
        if (NumberForms.NAMES.contains(name)) {
            return NumberForms.print(call, expressions.all(call.arguments()));
        }
        return template != null ? templates.fill(template, call) : formed(call, expressions.all(call.arguments()));
    }

    private String formed(Checked.Call call, List<String> a) {
        var name = call.function().name();
        var from = call.arguments().isEmpty()
                ? Type.NULL
                : call.arguments().getFirst().type();
        var type = call.type();
        return switch (name) {
            case "and", "or" -> "(%s)".formatted(String.join(name.equals("and") ? " AND " : " OR ", a));
            case "multiIf" -> cases(a);
            case "assumeNotNull" -> "coalesce(%s, %s)".formatted(a.getFirst(), ConversionForms.nothing(type));
            case "minus" -> from.isMoment() ? apart(call) : "(%s - %s)".formatted(a.get(0), a.get(1));
            case "intDiv" ->
                areWhole(call)
                        ? "(%s // %s)".formatted(a.get(0), a.get(1))
                        : "CAST(trunc(%s / %s) AS BIGINT)".formatted(a.get(0), a.get(1));
            case "modulo" -> (areWhole(call) ? "(%s %% %s)" : "(%s %% %s + 0e0)").formatted(a.get(0), a.get(1));
            case "positiveModulo" ->
                "(((%s %% %s) + abs(%s)) %% abs(%s))".formatted(a.get(0), a.get(1), a.get(1), a.get(1));
            case "round", "floor", "ceil", "trunc" -> rounded(name, type, a);
            case "length", "empty", "notEmpty" -> measured(name, from, a.getFirst());
            case "reverse" -> (from.isText() ? "reverse(%s)" : "list_reverse(%s)").formatted(a.getFirst());
            case "toFloat" -> conversions.toFloat(a.getFirst(), from);
            case "toFloatOrZero" -> "coalesce(%s, 0e0)".formatted(conversions.toFloat(a.getFirst(), from));
            case "toFloatOrDefault" -> "coalesce(%s, %s)".formatted(conversions.toFloat(a.get(0), from), a.get(1));
            case "toInt" -> conversions.toIntegerIfWhole(a.getFirst(), from);
            case "toInt64" -> conversions.toInteger(a.getFirst(), from);
            case "toIntOrDefault" -> "coalesce(%s, %s)".formatted(conversions.toInteger(a.get(0), from), a.get(1));
            case "toIntOrZero" -> "coalesce(%s, 0)".formatted(conversions.toInteger(a.getFirst(), from));
            case "toString" -> text(call.arguments().getFirst(), a.getFirst());
            case "toBool" -> conversions.toBooleanOfWord(a.getFirst(), from);
            case "toUUID" -> "TRY_CAST(%s AS UUID)".formatted(a.getFirst());
            default ->
                LambdaForms.NAMES.contains(name) ? LambdaForms.print(call, a) : ArrayForms.print(call, a, conversions);
        };
    }

    /** Seconds between two moments, to the microsecond. */
    private String apart(Checked.Call call) {
        return "((epoch_us(%s) - epoch_us(%s)) / 1e6)"
                .formatted(
                        zones.utc(call.arguments().getFirst()),
                        zones.utc(call.arguments().getLast()));
    }

    /** A moment as the clock of its own zone shows it. */
    private String text(Checked value, String sql) {
        return value.type().base() == ValueType.DATETIME
                ? ConversionForms.clockText(zones.shown(sql, zones.zoneOf(value)), value.type())
                : conversions.toText(sql, value.type());
    }

    private static String cases(List<String> a) {
        var sql = new StringBuilder("CASE");
        for (int i = 0; i + 1 < a.size(); i += 2) {
            sql.append(" WHEN ").append(a.get(i)).append(" THEN ").append(a.get(i + 1));
        }
        return sql.append(" ELSE ").append(a.getLast()).append(" END").toString();
    }

    private static boolean areWhole(Checked.Call call) {
        return call.arguments().stream().noneMatch(argument -> argument.type().base() == ValueType.FLOAT);
    }

    /** Floats go half to even, whole numbers half up. */
    private static String rounded(String name, Type type, List<String> a) {
        boolean whole = type.base() == ValueType.INTEGER;
        if (a.size() == 1) {
            return whole
                    ? a.getFirst()
                    : name.equals("round")
                            ? "round_even(%s, 0)".formatted(a.getFirst())
                            : "%s(%s)".formatted(name, a.getFirst());
        }
        var digits = "CAST(greatest(-300, least(%s, 300)) AS INTEGER)".formatted(a.get(1));
        if (name.equals("round")) {
            return "%s(%s, %s)".formatted(whole ? "round" : "round_even", a.getFirst(), digits);
        }
        var cut = "(%s(%s * pow(10, %s)) / pow(10, %s))".formatted(name, a.getFirst(), digits, digits);
        return whole ? "CAST(%s AS BIGINT)".formatted(cut) : cut;
    }

    private static String measured(String name, Type type, String sql) {
        var form = type.base() == ValueType.ARRAY
                ? "len(%s)"
                : type.base() == ValueType.MAP ? "CAST(cardinality(%s) AS BIGINT)" : "strlen(%s)";
        var length = form.formatted(sql);
        return switch (name) {
            case "empty" -> "(%s = 0)".formatted(length);
            case "notEmpty" -> "(%s > 0)".formatted(length);
            default -> length;
        };
    }
}
