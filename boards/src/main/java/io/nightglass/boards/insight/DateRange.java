package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when.
 *
 * @param from first moment; null for everything kept
 * @param to last moment, inclusive
 * @param wholeWeeks whether {@code from} was said as a number of days that is whole weeks and {@code to} was not said, so
 *     that the period before is taken by weekdays
 */
record DateRange(@Nullable ZonedDateTime from, ZonedDateTime to, Interval interval, boolean wholeWeeks) {
    static final int MOST_POINTS = 20_000;

    /** The {@code dateRange} of a question; the last seven days and today where it says nothing. */
    static DateRange of(Fields query, Interval interval, ZonedDateTime now) {
        var fields = query.objectOrEmpty("dateRange");
        var from = fields.text("date_from", "-7d");
        var to = fields.text("date_to");
        boolean explicit = fields.truth("explicitDate");
        fields.end();
        var last = to == null
                ? interval.lastMoment(now)
                : last(RelativeDate.parse(to, now, fields.at("date_to")), interval, explicit);
        if (from.equals("all")) {
            return new DateRange(null, last, interval, false);
        }
        var first = RelativeDate.parse(from, now, fields.at("date_from"));
        var begin = explicit || isExact(first, interval) ? first.time() : interval.start(first.time());
        if (begin.isAfter(last)) {
            throw fields.bad(
                    "date_from", "%s is after date_to; exchange them".formatted(BadFieldException.quoted(from)));
        }
        boolean wholeWeeks = to == null && from.matches("-?\\d+[dD]") && days(begin, last) % 7 == 1;
        return new DateRange(begin, last, interval, wholeWeeks);
    }

    /** A day or more is counted whole, but the last 24 hours are the last 24 hours. */
    private static boolean isExact(RelativeDate first, Interval interval) {
        return first.kind() == RelativeDate.Kind.RELATIVE_TIME
                        && interval != Interval.WEEK
                        && interval != Interval.MONTH
                || first.kind() == RelativeDate.Kind.RELATIVE_DAY && interval.isWithinDay()
                || first.kind() == RelativeDate.Kind.MOMENT && interval.isWithinDay();
    }

    private static ZonedDateTime last(RelativeDate to, Interval interval, boolean explicit) {
        if (explicit) {
            return to.time();
        }
        if (!interval.isWithinDay() || to.kind() == RelativeDate.Kind.DAY) {
            return Interval.endOfDay(to.time());
        }
        return to.kind().isRelative() ? interval.lastMoment(to.time()) : to.time();
    }

    private static long days(ZonedDateTime from, ZonedDateTime to) {
        return ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate()) + 1;
    }

    /** The period of the same length right before this one. */
    DateRange before() {
        if (from == null) {
            throw new IllegalStateException("nothing lies before everything");
        }
        if (interval.isWithinDay()) {
            var length = Duration.between(from, to).plus(1, ChronoUnit.MICROS);
            return new DateRange(from.minus(length), to.minus(length), interval, wholeWeeks);
        }
        long back = days(from, to) - (wholeWeeks ? 1 : 0);
        return shifted(from.minusDays(back), to.minusDays(back));
    }

    /** This range, compared with the one so long before. */
    DateRange before(String by, String field) {
        if (from == null) {
            throw new IllegalStateException("nothing lies before everything");
        }
        return shifted(
                RelativeDate.parse(by, from, field).time(),
                RelativeDate.parse(by, to, field).time());
    }

    private DateRange shifted(ZonedDateTime first, ZonedDateTime last) {
        return new DateRange(interval.start(first), last, interval, wholeWeeks);
    }

    /** Conditions on the {@code timestamp} of an event. */
    List<Expr> conditions() {
        return conditions(from);
    }

    /** The same, from another moment on. */
    List<Expr> conditions(@Nullable ZonedDateTime begin) {
        var conditions = new ArrayList<Expr>();
        if (begin != null) {
            conditions.add(Trees.call("greaterOrEquals", Trees.name("timestamp"), Trees.literal(begin.toInstant())));
        }
        conditions.add(Trees.call("lessOrEquals", Trees.name("timestamp"), Trees.literal(to.toInstant())));
        return List.copyOf(conditions);
    }

    /** The points of its time axis. @param earliest where everything kept begins */
    Axis axis(ZonedDateTime earliest) {
        return Axis.of(from == null ? earliest : from, to, interval);
    }
}
