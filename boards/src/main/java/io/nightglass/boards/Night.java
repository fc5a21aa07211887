package io.nightglass.boards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Noon to noon.
 *
 * @param date the local day on which it begins
 */
public record Night(LocalDate date, ZoneId zone) {

    /** The night a moment belongs to: the local date twelve hours earlier by the clock on the wall. */
    public static Night of(Instant moment, ZoneId zone) {
        return new Night(moment.atZone(zone).toLocalDateTime().minusHours(12).toLocalDate(), zone);
    }

    /** The night one wakes up from, or the last one when noon has passed: it began yesterday. */
    public static Night last(Instant now, ZoneId zone) {
        return new Night(LocalDate.ofInstant(now, zone).minusDays(1), zone);
    }

    public Instant start() {
        return noon(date);
    }

    /** Exclusive. */
    public Instant end() {
        return noon(date.plusDays(1));
    }

    public Night before() {
        return new Night(date.minusDays(1), zone);
    }

    public Night after() {
        return new Night(date.plusDays(1), zone);
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
