package io.nightglass.boards.calls;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** A stretch of time that a chart draws as one. */
public enum Bucket {
    HOUR("toStartOfHour(timestamp)"),
    DAY("toStartOfDay(timestamp)"),
    WEEK("toStartOfDay(toMonday(timestamp))");

    private static final int MOST_DAYS_BY_HOUR = 3;
    private static final int MOST_DAYS_BY_DAY = 120;

    private final String hogql;

    Bucket(String hogql) {
        this.hogql = hogql;
    }

    /** One in which some dozens of buckets fill the days from {@code first} to {@code last}. */
    public static Bucket of(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days <= MOST_DAYS_BY_HOUR ? HOUR : days <= MOST_DAYS_BY_DAY ? DAY : WEEK;
    }

    String hogql() {
        return hogql;
    }

    /** When each bucket begins that has a part in the days from {@code first} to {@code last}. */
    public List<Instant> starts(LocalDate first, LocalDate last, ZoneId zone) {
        var starts = new ArrayList<Instant>();
        var end = last.plusDays(1).atStartOfDay(zone).toInstant();
        var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var day = this == WEEK ? monday : first;
        for (var at = day.atStartOfDay(zone).toInstant(); at.isBefore(end); ) {
            starts.add(at);
            day = day.plusDays(this == WEEK ? 7 : 1);
            at = this == HOUR
                    ? at.plus(Duration.ofHours(1))
                    : day.atStartOfDay(zone).toInstant();
        }
        return starts;
    }
}
