package io.nightglass.server.capture;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads every spelling of a moment that capture takes (posthog-wire.md 1.6): RFC 3339 first, then dates alone, with a
 * space or slashes, RFC 2822, and numbers of seconds or milliseconds. A time without an offset is UTC.
 */
final class Timestamps {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");
    private static final double FROM_HERE_MILLIS = 1e11; // as seconds: the year 5138
    private static final double LARGEST = 1e15;

    private static final Instant EARLIEST = Instant.parse("-99999-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+99999-01-01T00:00:00Z");

    private static final DateTimeFormatter SPACED = spaced("uuuu-MM-dd");
    private static final DateTimeFormatter SLASHED = spaced("uuuu/MM/dd");
    private static final DateTimeFormatter AMERICAN = spaced("MM/dd/uuuu");
    private static final List<DateTimeFormatter> FORMS = List.of(SPACED, SLASHED, AMERICAN);

    private Timestamps() {}

    /** The moment {@code value} names, to the microsecond; empty when it names none. */
    static Optional<Instant> parse(JsonNode value) {
        if (value.isNumber()) {
            return ofNumber(value.doubleValue());
        }
        return value.isString() ? parse(value.stringValue().strip()) : Optional.empty();
    }

    static Optional<Instant> parse(String text) {
        if (text.isEmpty() || text.length() > 64) {
            return Optional.empty();
        }
        try {
            return Optional.of(micros(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException e) {
            return NUMBER.matcher(text).matches() ? ofNumber(Double.parseDouble(text)) : ofForms(text);
        }
    }

    /** A moment as milliseconds of the epoch, as query strings give it. */
    static Optional<Instant> ofMillis(String text) {
        return NUMBER.matcher(text).matches() && Double.parseDouble(text) < LARGEST
                ? Optional.of(Instant.ofEpochMilli((long) Double.parseDouble(text)))
                : Optional.empty();
    }

    private static Optional<Instant> ofNumber(double number) {
        if (!(Math.abs(number) < LARGEST)) {
            return Optional.empty();
        }
        double micros = Math.abs(number) >= FROM_HERE_MILLIS ? number * 1e3 : number * 1e6;
        return Optional.of(Instant.EPOCH.plus(Math.round(micros), ChronoUnit.MICROS));
    }

    private static Optional<Instant> ofForms(String text) {
        for (var form : FORMS) {
            try {
                return Optional.of(micros(instant(form, text)));
            } catch (DateTimeException e) {
                continue;
            }
        }
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(DateTimeFormatter form, String text) {
        return switch (form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
            default -> throw new DateTimeException("no date");
        };
    }

    private static DateTimeFormatter spaced(String date) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date)
                .appendPattern("[['T'][' ']HH:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[' ']['UTC'][XXX][XX][X]]")
                .toFormatter(Locale.ROOT);
    }

    private static Instant micros(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("too far away to reckon with");
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
