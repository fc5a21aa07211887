package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What one point of a time axis covers, in the pane's zone. A week begins on Sunday, as in PostHog. */
enum Interval {
    MINUTE("toStartOfMinute", "addMinutes", ChronoUnit.MINUTES, "d-MMM HH:mm"),
    HOUR("toStartOfHour", "addHours", ChronoUnit.HOURS, "d-MMM HH:mm"),
    DAY("toDate", "addDays", ChronoUnit.DAYS, "d-MMM-yyyy"),
    WEEK("toStartOfWeek", "addWeeks", ChronoUnit.WEEKS, "d-MMM-yyyy"),
    MONTH("toStartOfMonth", "addMonths", ChronoUnit.MONTHS, "MMM yyyy");

    private static final DateTimeFormatter DAY_KEY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME_KEY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final String start;
    private final String add;
    private final ChronoUnit unit;
    private final DateTimeFormatter label;

    Interval(String start, String add, ChronoUnit unit, String label) {
        this.start = start;
        this.add = add;
        this.unit = unit;
        this.label = DateTimeFormatter.ofPattern(label, Locale.ENGLISH);
    }

    /** By their names on the wire. */
    static Map<String, Interval> named() {
        var named = new LinkedHashMap<String, Interval>();
        for (var interval : values()) {
            named.put(interval.wire(), interval);
        }
        return named;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its points are moments; otherwise they are days. */
    boolean isWithinDay() {
        return this == MINUTE || this == HOUR;
    }

    /** The point that a moment belongs to. */
    Expr point(Expr moment) {
        return Trees.call(start, moment);
    }

    /** A point so many further on. */
    Expr further(Expr point, Expr count) {
        return Trees.call(add, point, count);
    }

    ZonedDateTime start(ZonedDateTime time) {
        return switch (this) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> midnight(time);
            case WEEK -> midnight(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY)));
            case MONTH -> midnight(time.withDayOfMonth(1));
        };
    }

    /** The start of the interval so many after the one that begins at {@code start}. */
    ZonedDateTime further(ZonedDateTime start, long count) {
        return start(start.plus(count, unit));
    }

    private static ZonedDateTime midnight(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone());
    }

    /** The cell with which the store names the point: a LocalDate or an Instant. */
    Object key(ZonedDateTime start) {
        return isWithinDay() ? start.toInstant() : start.toLocalDate();
    }

    /** As in {@code days} of an answer. */
    String day(ZonedDateTime start) {
        return (isWithinDay() ? TIME_KEY : DAY_KEY).format(start);
    }

    /** As in {@code labels} of an answer. */
    String label(ZonedDateTime start) {
        return label.format(start);
    }

    /** The last moment of the interval or, for longer ones, of the day that {@code time} is in. */
    ZonedDateTime lastMoment(ZonedDateTime time) {
        return switch (this) {
            case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1).minusNanos(1_000);
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).plusHours(1).minusNanos(1_000);
            case DAY, WEEK, MONTH -> endOfDay(time);
        };
    }

    static ZonedDateTime endOfDay(ZonedDateTime time) {
        return time.toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(time.getZone())
                .minusNanos(1_000);
    }
}
