package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Between moments, kept as UTC without zone, and the hands of a clock. The session's time zone plays no part: every step
 * names its own.
 */
record Zones(Clock clock, ExprPrinter expressions) {

    ZoneId zone() {
        return clock.zone();
    }

    /** {@code moment} as its clock shows it: a TIMESTAMP. A day begins at midnight. */
    String local(Checked moment) {
        var sql = expressions.print(moment);
        if (moment.type().base() == ValueType.DATE) {
            return "CAST(%s AS TIMESTAMP)".formatted(sql);
        }
        var zone = zoneOf(moment);
        return isStored(moment) && !isUtc(zone) ? clock.shown(sql, zone) : shown(sql, zone);
    }

    /** {@code moment} in UTC: what stored moments are compared with. */
    String utc(Checked moment) {
        var sql = expressions.print(moment);
        return moment.type().base() == ValueType.DATE ? meant("CAST(%s AS TIMESTAMP)".formatted(sql), zone()) : sql;
    }

    /** What a clock of {@code zone} shows at the moment {@code sql}. */
    String shown(String sql, ZoneId zone) {
        return isUtc(zone) ? sql : Clock.converted(sql, zone);
    }

    /** The moment at which a clock of {@code zone} shows {@code sql}. */
    String meant(String sql, ZoneId zone) {
        return isUtc(zone) ? sql : "timezone('UTC', timezone(%s, %s))".formatted(Quote.text(zone.getId()), sql);
    }

    /** The same of a clock that was set to {@code sql}, which may be a time it shows twice or never. */
    String set(String sql, ZoneId zone) {
        return isUtc(zone) ? sql : clock.meant(sql, zone);
    }

    /** The zone {@code toTimeZone} gave to this moment, else the pane's. */
    ZoneId zoneOf(Checked moment) {
        if (moment instanceof Checked.Call(var function, var arguments, var type) && !arguments.isEmpty()) {
            if (function.name().equals("toTimeZone")
                    && arguments.getLast() instanceof Checked.Constant(String id, var ignored)) {
                return ZoneId.of(id);
            }
            if (type.base() == ValueType.DATETIME && arguments.getFirst().type().base() == ValueType.DATETIME) {
                return zoneOf(arguments.getFirst());
            }
        }
        return zone();
    }

    private static boolean isStored(Checked moment) {
        return switch (moment) {
            case Checked.Column column -> true;
            case Checked.Output output -> true;
            case Checked.Call(var function, var arguments, var type)
            when function.name().equals("toTimeZone") -> isStored(arguments.getFirst());
            case Checked other -> false;
        };
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }
}
