package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Expr;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Constants and intervals. */
final class Literals {
    private static final Pattern INTERVAL = Pattern.compile("(\\d{1,9}) ([A-Za-z]+)");
    private static final Map<String, String> UNITS = Map.of(
            "second", "toIntervalSecond",
            "minute", "toIntervalMinute",
            "hour", "toIntervalHour",
            "day", "toIntervalDay",
            "week", "toIntervalWeek",
            "month", "toIntervalMonth",
            "quarter", "toIntervalQuarter",
            "year", "toIntervalYear");

    private Literals() {}

    static Expr of(HogQlParser.LiteralContext context) {
        int at = QueryBuilder.at(context);
        var text = context.getText();
        if (context.STRING() != null) {
            return new Expr.Literal(at, Texts.unquote(text));
        }
        if (context.number() != null) {
            return new Expr.Literal(at, number(context.number()));
        }
        return new Expr.Literal(at, context.NULL() != null ? null : (Object) (context.TRUE() != null));
    }

    /** Also {@code 1.}, {@code .5}, {@code 0x1F}, {@code 0b11}, {@code inf} and {@code nan}. */
    static Object number(HogQlParser.NumberContext context) {
        var text = context.getText().toLowerCase(Locale.ROOT);
        if (context.HEX() != null) {
            return text.contains(".") || text.contains("p")
                    ? (Object) Double.valueOf(text.contains("p") ? text : text + "p0")
                    : whole(text.substring(2), 16);
        }
        if (context.BINARY() != null) {
            return whole(text.substring(2), 2);
        }
        if (context.INFINITY() != null) {
            return Double.POSITIVE_INFINITY;
        }
        if (context.NAN() != null) {
            return Double.NaN;
        }
        return context.INTEGER().size() == 1 && context.getChildCount() == 1 ? whole(text) : Double.valueOf(text);
    }

    static Object whole(String digits) {
        return whole(digits, 10);
    }

    /** Beyond 64 bits a whole number is a float, as in ClickHouse. */
    private static Object whole(String digits, int base) {
        try {
            return Long.valueOf(digits, base);
        } catch (NumberFormatException tooLong) {
            return new BigInteger(digits, base).doubleValue();
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
}
