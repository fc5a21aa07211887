package io.nightglass.hogql.check;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Constant texts read as dates and times; without an offset they are the zone's. */
final class Moments {
    private static final int EARLIEST_YEAR = 1;
    private static final int LATEST_YEAR = 9999;
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("[ ]['T']HH:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private Moments() {}

    static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            var parsed = LOCAL.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            var moment = switch (parsed) {
                case OffsetDateTime withOffset -> withOffset.toInstant();
                case LocalDateTime local -> at(local, zone);
                default -> LocalDate.from(parsed).atStartOfDay(zone).toInstant();
            };
            return Optional.of(moment).filter(Moments::isPlausible);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /**
     * The moment at which a clock of {@code zone} shows {@code local}: the first of two, and where the clock skips it, what
     * ClickHouse makes of it, which counts back from the later time.
     */
    static Instant at(LocalDateTime local, ZoneId zone) {
        var change = zone.getRules().getTransition(local);
        if (change == null) {
            return local.atZone(zone).toInstant();
        }
        return local.toInstant(change.isGap() ? change.getOffsetAfter() : change.getOffsetBefore());
    }

    /** The day of {@code text}, a time after it left out. */
    static Optional<LocalDate> day(String text, ZoneId zone) {
        return instant(text, zone).map(moment -> moment.atZone(zone).toLocalDate());
    }

    static boolean isMidnight(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static boolean isPlausible(Instant moment) {
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        return year >= EARLIEST_YEAR && year <= LATEST_YEAR;
    }
}
