package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.function.Functions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * {@code toDate(timestamp) >= '2026-03-01'} as {@code timestamp >= that midnight}: the same rows, but the engine can skip
 * whole blocks of a stored column and need not work out each row's day.
 */
record DayRanges(ZoneId zone) {

    /** The comparison on the moment itself, where one side is the day of a stored moment and the other a constant. */
    Optional<Checked> of(String function, Checked left, Checked right) {
        if (!(left instanceof Checked.Call(var toDate, var arguments, var type))
                || !toDate.name().equals("toDate")
                || !(arguments.getFirst() instanceof Checked.Column column)
                || column.type().base() != ValueType.DATETIME
                || !(right instanceof Constant(LocalDate day, var ignored))
                || day.getYear() >= 9999) {
            return Optional.empty();
        }
        return switch (function) {
            case "equals" -> Optional.of(both(from(column, day), before(column, day.plusDays(1))));
            case "greaterOrEquals" -> Optional.of(from(column, day));
            case "greater" -> Optional.of(from(column, day.plusDays(1)));
            case "less" -> Optional.of(before(column, day));
            case "lessOrEquals" -> Optional.of(before(column, day.plusDays(1)));
            default -> Optional.empty();
        };
    }

    private Checked from(Checked.Column column, LocalDate day) {
        return call("greaterOrEquals", column, midnight(day));
    }

    private Checked before(Checked.Column column, LocalDate day) {
        return call("less", column, midnight(day));
    }

    private static Checked both(Checked first, Checked second) {
        return call("and", first, second);
    }

    private static Checked call(String function, Checked first, Checked second) {
        return new Checked.Call(
                Functions.known(function),
                List.of(first, second),
                Type.TRUTH.withNull(first.type().nullable()));
    }

    private Constant midnight(LocalDate day) {
        return new Constant(day.atStartOfDay(zone).toInstant(), Type.DATETIME);
    }
}
