package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Expr;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Constants, intervals and casts. */
final class Literals {
    private static final Pattern INTERVAL = Pattern.compile("\\s*(-?\\d{1,9})\\s+([A-Za-z]+)\\s*");
    private static final Map<String, String> UNITS = Map.of(
            "second", "toIntervalSecond",
            "minute", "toIntervalMinute",
            "hour", "toIntervalHour",
            "day", "toIntervalDay",
            "week", "toIntervalWeek",
            "month", "toIntervalMonth",
            "quarter", "toIntervalQuarter",
            "year", "toIntervalYear");
    private static final Map<String, String> CASTS = Map.ofEntries(
            Map.entry("string", "toString"),
            Map.entry("text", "toString"),
            Map.entry("float", "toFloat"),
            Map.entry("float64", "toFloat"),
            Map.entry("double", "toFloat"),
            Map.entry("int", "toInt"),
            Map.entry("integer", "toInt"),
            Map.entry("int64", "toInt"),
            Map.entry("bool", "toBool"),
            Map.entry("boolean", "toBool"),
            Map.entry("date", "toDate"),
            Map.entry("datetime", "toDateTime"),
            Map.entry("uuid", "toUUID"));

    private Literals() {}

    static Expr of(HogQlParser.LiteralContext context) {
        int at = QueryBuilder.at(context);
        var text = context.getText();
        if (context.STRING() != null) {
            return new Expr.Literal(at, Texts.unquote(text));
        }
        if (context.INTEGER() != null) {
            return new Expr.Literal(at, whole(text));
        }
        if (context.FLOAT() != null) {
            return new Expr.Literal(at, Double.valueOf(text));
        }
        return new Expr.Literal(at, context.NULL() != null ? null : (Object) (context.TRUE() != null));
    }

    /** Beyond 64 bits a whole number is a float, as in ClickHouse. */
    static Object whole(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException tooLong) {
            return Double.valueOf(digits);
        }
    }

    static Expr interval(int at, Expr amount, String unit) {
        var small = unit.toLowerCase(Locale.ROOT);
        var singular = small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
        var function = UNITS.get(singular);
        if (function == null) {
            throw new QueryException(
                    new QueryProblem.Syntax(at, unit, "second, minute, hour, day, week, month, quarter or year"));
        }
        return new Expr.Call(at, function, amount);
    }

    static Expr interval(int at, String text) {
        var parts = INTERVAL.matcher(text);
        if (!parts.matches()) {
            throw new QueryException(new QueryProblem.Syntax(at, text, "an interval like '1 day'"));
        }
        var amount = Long.parseLong(Objects.requireNonNull(parts.group(1)));
        return interval(at, new Expr.Literal(at, amount), Objects.requireNonNull(parts.group(2)));
    }

    static Expr cast(int at, Expr value, String type) {
        var function = CASTS.get(type.toLowerCase(Locale.ROOT));
        if (function == null) {
            throw new QueryException(
                    new QueryProblem.Syntax(at, type, "String, Float64, Int64, Bool, Date, DateTime or UUID"));
        }
        return new Expr.Call(at, function, value);
    }
}
