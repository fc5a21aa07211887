package io.nightglass.boards.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which logs write a moment: ISO with and without offset, a blank instead of the T, epoch numbers, ... */
final class TimeText {
    private static final List<DateTimeFormatter> FORMATS = List.of(
            format("yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX][X]"),
            format("yyyy-MM-dd HH:mm[:ss][.SSSSSS][.SSS][ ][XXX][XX][X]['UTC'][' UTC']"),
            format("yyyy/MM/dd HH:mm[:ss]"),
            format("yyyyMMdd['T'][-][_]HHmmss['Z']"),
            format("yyyy-MM-dd_HHmmss"),
            format("yyyy-MM-dd"),
            format("yyyy/MM/dd"));
    private static final double MILLIS_FROM = 1e11;
    private static final double MICROS_FROM = 1e14;

    private TimeText() {}

    /** @param zone for texts that name none */
    static @Nullable Instant parse(String text, ZoneId zone) {
        if (text.length() < 8 || text.length() > 40) {
            return null;
        }
        for (var format : FORMATS) {
            var instant = parse(text, format, zone);
            if (instant != null) {
                return instant;
            }
        }
        return epoch(Numbers.parse(text));
    }

    private static @Nullable Instant parse(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            TemporalAccessor read = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case OffsetDateTime moment -> moment.toInstant();
                case LocalDateTime local -> local.atZone(zone(text, zone)).toInstant();
                case LocalDate day -> day.atStartOfDay(zone).toInstant();
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(String text, ZoneId otherwise) {
        return text.endsWith("UTC") || text.endsWith("Z") ? ZoneId.of("UTC") : otherwise;
    }

    private static @Nullable Instant epoch(@Nullable Double number) {
        if (number == null || number < 1e9 || number > 1e17) {
            return null;
        }
        if (number >= MICROS_FROM) {
            return Instant.ofEpochMilli((long) (number / 1000));
        }
        return Instant.ofEpochMilli((long) (number >= MILLIS_FROM ? number : number * 1000));
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
