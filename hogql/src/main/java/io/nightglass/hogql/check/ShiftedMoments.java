package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Map;

/** Constant moments moved by constant amounts, so that a stored column is compared with a constant. */
final class ShiftedMoments {
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "addSeconds", ChronoUnit.SECONDS,
            "addMinutes", ChronoUnit.MINUTES,
            "addHours", ChronoUnit.HOURS,
            "addDays", ChronoUnit.DAYS,
            "addWeeks", ChronoUnit.WEEKS,
            "addMonths", ChronoUnit.MONTHS,
            "addYears", ChronoUnit.YEARS);

    private ShiftedMoments() {}

    /** The call's value where it is known already, else the call. */
    static Checked fold(Checked.Call call, ZoneId zone) {
        var unit = UNITS.get(call.function().name());
        if (unit == null
                || !(call.arguments().getLast() instanceof Constant(Long amount, var ignored))
                || !(call.arguments().getFirst() instanceof Constant(var moment, var type))) {
            return call;
        }
        try {
            return switch (moment) {
                case Instant instant -> new Constant(moved(instant, amount, unit, zone), type);
                case LocalDate day
                when unit.isDateBased() -> new Constant(plausible(day.plus(amount, unit)), Type.DATE);
                case null, default -> call;
            };
        } catch (DateTimeException | ArithmeticException tooFar) {
            return call;
        }
    }

    /** Days and more on the clock, hours and less in time that passes. */
    private static Instant moved(Instant instant, long amount, ChronoUnit unit, ZoneId zone) {
        return unit.isDateBased()
                ? Moments.at(plausible(instant.atZone(zone).toLocalDateTime().plus(amount, unit)), zone)
                : plausible(instant.atZone(zone).plus(amount, unit)).toInstant();
    }

    private static <T extends Temporal> T plausible(T moment) {
        int year = moment.get(java.time.temporal.ChronoField.YEAR);
        if (year < 1 || year > 9999) {
            throw new DateTimeException("beyond the years that are kept");
        }
        return moment;
    }
}
