package io.nightglass.boards.insight;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/**
 * A moment as PostHog's questions write it: {@code -7d}, {@code -1mStart}, {@code dStart}, {@code 2026-03-30},
 * {@code 2026-03-30T08:00:00Z}.
 *
 * @param time the moment, in the pane's zone
 * @param kind how it was written
 */
record RelativeDate(ZonedDateTime time, Kind kind) {
    private static final Pattern RELATIVE = Pattern.compile("-?(\\d{1,5})?([hdwmqysHDWMQYS])(Start|End)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    enum Kind {
        /** By hours, minutes or seconds from now. */
        RELATIVE_TIME,
        /** By days or more from now. */
        RELATIVE_DAY,
        DAY,
        MOMENT;

        boolean isRelative() {
            return this == RELATIVE_TIME || this == RELATIVE_DAY;
        }
    }

    static RelativeDate parse(String text, ZonedDateTime now, String field) {
        var relative = RELATIVE.matcher(text);
        try {
            if (relative.matches()) {
                var number = relative.group(1);
                return relative(
                        number == null ? 0 : Integer.parseInt(number),
                        relative.group(2).charAt(0),
                        relative.group(3),
                        now);
            }
            return DAY.matcher(text).matches()
                    ? new RelativeDate(LocalDate.parse(text).atStartOfDay(now.getZone()), Kind.DAY)
                    : new RelativeDate(absolute(text.strip().replace(' ', 'T'), now), Kind.MOMENT);
        } catch (DateTimeException e) {
            throw new BadFieldException(
                    field,
                    "%s is no date; write 2026-03-30, 2026-03-30T08:00:00, -7d, -24h, -1mStart or the like"
                            .formatted(BadFieldException.quoted(text)));
        }
    }

    private static ZonedDateTime absolute(String text, ZonedDateTime now) {
        boolean offset = text.endsWith("Z") || text.matches(".*T.*[+-]\\d{2}:?\\d{2}");
        return offset
                ? OffsetDateTime.parse(text).atZoneSameInstant(now.getZone())
                : LocalDateTime.parse(text).atZone(now.getZone());
    }

    /** Small letters but for M, the minute, mean the same as capitals. */
    private static RelativeDate relative(
            int number, char unit, @org.jspecify.annotations.Nullable String position, ZonedDateTime now) {
        boolean minutes = unit == 'M';
        char small = Character.toLowerCase(unit);
        boolean within = minutes || small == 'h' || small == 's';
        var moved = minutes ? now.minusMinutes(number) : back(now, number, small);
        var placed = position == null ? moved : placed(moved, minutes ? 'M' : small, position.equals("End"));
        return new RelativeDate(placed, within ? Kind.RELATIVE_TIME : Kind.RELATIVE_DAY);
    }

    private static ZonedDateTime back(ZonedDateTime now, int number, char unit) {
        return switch (unit) {
            case 's' -> now.minusSeconds(number);
            case 'h' -> now.minusHours(number);
            case 'd' -> now.minusDays(number);
            case 'w' -> now.minusWeeks(number);
            case 'm' -> now.minusMonths(number);
            case 'q' -> now.minusWeeks(13L * number);
            case 'y' -> now.minus(Period.ofYears(number));
            default -> throw new DateTimeException("no unit " + unit);
        };
    }

    private static ZonedDateTime placed(ZonedDateTime time, char unit, boolean end) {
        return switch (unit) {
            case 's' -> time.truncatedTo(ChronoUnit.SECONDS);
            case 'M' -> end ? Interval.MINUTE.lastMoment(time) : Interval.MINUTE.start(time);
            case 'h' -> end ? Interval.HOUR.lastMoment(time) : Interval.HOUR.start(time);
            case 'd' -> bounds(time, time, end);
            case 'w' ->
                bounds(Interval.WEEK.start(time), Interval.WEEK.start(time).plusDays(6), end);
            case 'm' -> bounds(time.withDayOfMonth(1), time.with(TemporalAdjusters.lastDayOfMonth()), end);
            case 'q' -> quarter(time, end);
            case 'y' -> bounds(time.withDayOfYear(1), time.with(TemporalAdjusters.lastDayOfYear()), end);
            default -> throw new DateTimeException("no unit " + unit);
        };
    }

    private static ZonedDateTime quarter(ZonedDateTime time, boolean end) {
        var first = time.withDayOfMonth(1).withMonth((time.getMonthValue() - 1) / 3 * 3 + 1);
        return bounds(first, first.plusMonths(2).with(TemporalAdjusters.lastDayOfMonth()), end);
    }

    private static ZonedDateTime bounds(ZonedDateTime first, ZonedDateTime last, boolean end) {
        return end ? Interval.endOfDay(last) : Interval.DAY.start(first);
    }
}
