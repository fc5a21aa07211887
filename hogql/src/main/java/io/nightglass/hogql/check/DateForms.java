package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The other spellings of date functions, written as those that a store prints: {@code x + INTERVAL 1 DAY} is addDays(x, 1). */
final class DateForms {
    private static final List<String> UNITS = List.of(
            "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year");
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("ms", "millisecond"),
            Map.entry("us", "microsecond"),
            Map.entry("ss", "second"),
            Map.entry("mi", "minute"),
            Map.entry("n", "minute"),
            Map.entry("hh", "hour"),
            Map.entry("h", "hour"),
            Map.entry("dd", "day"),
            Map.entry("d", "day"),
            Map.entry("wk", "week"),
            Map.entry("ww", "week"),
            Map.entry("mm", "month"),
            Map.entry("m", "month"),
            Map.entry("qq", "quarter"),
            Map.entry("q", "quarter"),
            Map.entry("yyyy", "year"),
            Map.entry("yy", "year"));

    private static final Map<String, String> STARTS = Map.of(
            "microsecond", "toStartOfMicrosecond",
            "millisecond", "toStartOfMillisecond",
            "second", "toDateTime",
            "minute", "toStartOfMinute",
            "hour", "toStartOfHour",
            "day", "toStartOfDay",
            "week", "toMonday",
            "month", "toStartOfMonth",
            "quarter", "toStartOfQuarter",
            "year", "toStartOfYear");

    private static final long MONTHS_BEFORE = 70 * 12L;

    private DateForms() {}

    /** The call written as another, or nothing when it is fine as it is. */
    static Optional<Expr> rewrite(Call call, String function) {
        var arguments = call.arguments();
        return Optional.ofNullable(
                switch (function) {
                    case "plus", "minus" -> arguments.size() == 2 ? shifted(call, function.equals("minus")) : null;
                    case "dateAdd", "dateSub" -> added(call, function.equals("dateSub"));
                    case "dateTrunc" -> truncated(call);
                    case "toStartOfInterval" -> started(call);
                    case "fromUnixTimestamp" -> formatted(call);
                    case "timeDiff" -> seconds(call);
                    case "yesterday" -> addDays(call.at(), new Call(call.at(), "today"), -1);
                    default -> function.startsWith("subtract") ? subtracted(call, function) : null;
                });
    }

    private static @Nullable Expr shifted(Call call, boolean back) {
        var left = call.arguments().getFirst();
        var right = call.arguments().getLast();
        if (unitOf(right) != null) {
            return shift(call.at(), left, right, back);
        }
        return unitOf(left) != null && !back ? shift(call.at(), right, left, false) : null;
    }

    private static Expr shift(int at, Expr moment, Expr interval, boolean back) {
        var amount = ((Call) interval).arguments().getFirst();
        return add(
                at,
                unitOf(interval) instanceof String unit ? unit : "day",
                moment,
                back ? ExprNegation.of(at, amount) : amount);
    }

    /** {@code day} of {@code toIntervalDay(n)}, null for what is no interval. */
    private static @Nullable String unitOf(Expr expr) {
        return expr instanceof Call call
                        && call.function().startsWith("toInterval")
                        && call.arguments().size() == 1
                ? call.function().substring("toInterval".length()).toLowerCase(Locale.ROOT)
                : null;
    }

    private static Expr added(Call call, boolean back) {
        var arguments = call.arguments();
        if (arguments.size() == 2 && unitOf(arguments.getLast()) != null) {
            return shift(call.at(), arguments.getFirst(), arguments.getLast(), back);
        }
        var unit = arguments.size() == 3 ? unit(arguments.getFirst()) : null;
        if (unit == null) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    call.at(), call.function(), arguments.size(), call.function() + "('day', 1, timestamp)"));
        }
        var amount = arguments.get(1);
        return add(call.at(), unit, arguments.getLast(), back ? ExprNegation.of(call.at(), amount) : amount);
    }

    private static Expr subtracted(Call call, String function) {
        if (call.arguments().size() != 2) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    call.at(), function, call.arguments().size(), function + "(moment, integer)"));
        }
        return new Call(
                call.at(),
                "add" + function.substring("subtract".length()),
                call.arguments().getFirst(),
                ExprNegation.of(call.at(), call.arguments().getLast()));
    }

    private static Expr add(int at, String unit, Expr moment, Expr amount) {
        return new Call(at, "add" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + "s", moment, amount);
    }

    /** {@code fromUnixTimestamp(n, '%Y')}. */
    private static @Nullable Expr formatted(Call call) {
        if (call.arguments().size() != 2) {
            return null;
        }
        var moment = new Call(call.at(), call.function(), call.arguments().getFirst());
        return new Call(call.at(), "formatDateTime", moment, call.arguments().getLast());
    }

    private static @Nullable Expr seconds(Call call) {
        return call.arguments().size() != 2
                ? null
                : new Call(
                        call.at(),
                        "dateDiff",
                        new Expr.Literal(call.at(), "second"),
                        call.arguments().getFirst(),
                        call.arguments().getLast());
    }

    private static Expr addDays(int at, Expr moment, long days) {
        return new Call(at, "addDays", moment, new Expr.Literal(at, days));
    }

    private static Expr truncated(Call call) {
        var unit = call.arguments().size() >= 2 ? unit(call.arguments().getFirst()) : null;
        if (unit == null) {
            throw unknownUnit(call);
        }
        var rest = call.arguments().subList(1, call.arguments().size());
        return new Call(call.at(), STARTS.getOrDefault(unit, "toDate"), List.of(), rest, false);
    }

    /** Several minutes count from 1970, several hours from midnight, several days from 1970. */
    private static Expr started(Call call) {
        var arguments = new ArrayList<Expr>(call.arguments());
        var unit = arguments.size() >= 2 ? unitOf(arguments.get(1)) : null;
        if (unit == null
                || !(((Call) arguments.get(1)).arguments().getFirst() instanceof Expr.Literal(var at, Long n))
                || n < 1) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    call.at(), call.function(), arguments.size(), "toStartOfInterval(timestamp, INTERVAL 5 MINUTE)"));
        }
        arguments.remove(1);
        if (n == 1) {
            return new Call(call.at(), STARTS.getOrDefault(unit, "toDate"), List.of(), List.copyOf(arguments), false);
        }
        var moment = arguments.size() == 1
                ? arguments.getFirst()
                : new Call(call.at(), "toTimeZone", arguments.getFirst(), arguments.get(1));
        return switch (unit) {
            case "second" -> seconds(call.at(), moment, n);
            case "minute" -> seconds(call.at(), moment, n * 60);
            case "hour" -> hours(call.at(), moment, n);
            case "day" -> days(call.at(), moment, n);
            case "week" -> since(new Since("Days", "day", -4), call.at(), moment, 7 * n);
            case "month" -> since(new Since("Months", "month", MONTHS_BEFORE), call.at(), moment, n);
            case "quarter" -> since(new Since("Months", "month", MONTHS_BEFORE), call.at(), moment, 3 * n);
            default -> since(new Since("Years", "year", 1970), call.at(), moment, n);
        };
    }

    private static Expr seconds(int at, Expr moment, long n) {
        return new Call(at, "fromUnixTimestamp", cut(at, new Call(at, "toUnixTimestamp", moment), n));
    }

    /** By the clock: where it was put forward or back since midnight, so many hours after midnight are another hour. */
    private static Expr hours(int at, Expr moment, long n) {
        var wanted = cut(at, new Call(at, "toHour", moment), n);
        var passed = new Call(at, "addHours", new Call(at, "toStartOfDay", moment), wanted);
        return new Call(at, "addHours", passed, new Call(at, "minus", wanted, new Call(at, "toHour", passed)));
    }

    private static Expr days(int at, Expr moment, long n) {
        var epoch = new Call(at, "toDate", new Expr.Literal(at, "1970-01-01"));
        var passed = new Call(at, "dateDiff", new Expr.Literal(at, "day"), epoch, moment);
        return new Call(at, "toDateTime", new Call(at, "addDays", epoch, cut(at, passed, n)));
    }

    /** @param before how many of {@code unit} there were before 1970, as ClickHouse counts them */
    private record Since(String adding, String unit, long before) {}

    /** Weeks count from the first Monday of 1970, months from 1900, years from year 0. */
    private static Expr since(Since since, int at, Expr moment, long n) {
        var epoch = new Call(at, "toDate", new Expr.Literal(at, "1970-01-01"));
        var before = new Expr.Literal(at, since.before);
        var passed = new Call(at, "dateDiff", new Expr.Literal(at, since.unit), epoch, moment);
        var whole = cut(at, new Call(at, "plus", passed, before), n);
        return new Call(at, "add" + since.adding, epoch, new Call(at, "minus", whole, before));
    }

    private static Expr cut(int at, Expr value, long n) {
        var size = new Expr.Literal(at, n);
        return new Call(at, "multiply", new Call(at, "intDiv", value, size), size);
    }

    /** {@code 'day'}, {@code day}, {@code DAYS} as {@code day}; null for what is no unit. */
    static @Nullable String unit(Expr expr) {
        var small = word(expr).toLowerCase(Locale.ROOT);
        if (SHORT.containsKey(small)) {
            return SHORT.get(small);
        }
        var singular = small.endsWith("s") ? small.substring(0, small.length() - 1) : small;
        return UNITS.contains(singular) ? singular : null;
    }

    private static String word(Expr expr) {
        if (expr instanceof Expr.Literal(var ignored, String literal)) {
            return literal;
        }
        return expr instanceof Expr.Name(var ignored, var parts) && parts.size() == 1 ? parts.getFirst() : "";
    }

    static QueryException unknownUnit(Call call) {
        return new QueryException(new QueryProblem.WrongArguments(
                call.at(), call.function(), call.arguments().size(), "a unit first: " + String.join(", ", UNITS)));
    }
}
