package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.Set;

/** Dates whose SQL depends on whether a day or a moment is given, or on a constant unit or pattern. */
record DateForms(ExprPrinter expressions, Zones zones) {
    static final Set<String> NAMES = Set.of(
            "toDate",
            "toDateTime",
            "toStartOfWeek",
            "toStartOfHour",
            "dateDiff",
            "age",
            "addDays",
            "addWeeks",
            "addMonths",
            "addQuarters",
            "addYears",
            "formatDateTime");

    String print(Checked.Call call) {
        var first = call.arguments().getFirst();
        return switch (call.function().name()) {
            case "toDate" -> isDay(first) ? expressions.print(first) : "CAST(%s AS DATE)".formatted(zones.local(first));
            case "toDateTime" -> zones.utc(first);
            case "toStartOfWeek" -> week(call);
            case "toStartOfHour" -> hour(first);
            case "dateDiff" -> crossed(call);
            case "age" -> full(call);
            case "addDays" -> later(call, "to_days");
            case "addWeeks" -> later(call, "to_weeks");
            case "addMonths" -> later(call, "to_months");
            case "addQuarters" -> later(call, "to_quarters");
            case "addYears" -> later(call, "to_years");
            default -> DatePattern.print(constant(call.arguments().get(1)), zones.local(first), zones.utc(first));
        };
    }

    private static boolean isDay(Checked moment) {
        return moment.type().base() == ValueType.DATE;
    }

    private static String constant(Checked value) {
        return value instanceof Checked.Constant(String text, var ignored) ? text : "";
    }

    /** What has passed of the hour is taken off, so that the hour a clock shows twice in autumn is two hours. */
    private String hour(Checked moment) {
        var utc = zones.utc(moment);
        return Clock.hasWholeHours(zones.zoneOf(moment))
                ? "date_trunc('hour', %s)".formatted(utc)
                : "(%s - (%s - date_trunc('hour', %s)))".formatted(utc, zones.local(moment), zones.local(moment));
    }

    /** Weeks begin on Sunday; in mode 1 and all other odd ones on Monday. */
    private String week(Checked.Call call) {
        var local = zones.local(call.arguments().getFirst());
        boolean monday = call.arguments().size() > 1
                && call.arguments().get(1) instanceof Checked.Constant(Long mode, var ignored)
                && mode % 2 == 1;
        return monday
                ? "CAST(date_trunc('week', %s) AS DATE)".formatted(local)
                : "CAST(date_trunc('week', %s + INTERVAL 1 DAY) - INTERVAL 1 DAY AS DATE)".formatted(local);
    }

    /** Hours and less are counted in UTC, where the clock never jumps; weeks begin on Monday. */
    private String crossed(Checked.Call call) {
        var unit = constant(call.arguments().getFirst());
        var from = call.arguments().get(1);
        var to = call.arguments().get(2);
        return switch (unit) {
            case "microsecond", "millisecond", "second", "minute", "hour" ->
                "date_diff(%s, %s, %s)".formatted(Quote.text(unit), zones.utc(from), zones.utc(to));
            case "week" ->
                "(date_diff('day', date_trunc('week', %s), date_trunc('week', %s)) // 7)"
                        .formatted(zones.local(from), zones.local(to));
            default -> "date_diff(%s, %s, %s)".formatted(Quote.text(unit), zones.local(from), zones.local(to));
        };
    }

    private String full(Checked.Call call) {
        var unit = constant(call.arguments().getFirst());
        boolean exact =
                Set.of("microsecond", "millisecond", "second", "minute", "hour").contains(unit);
        var from = call.arguments().get(1);
        var to = call.arguments().get(2);
        return "date_sub(%s, %s, %s)"
                .formatted(
                        Quote.text(unit),
                        exact ? zones.utc(from) : zones.local(from),
                        exact ? zones.utc(to) : zones.local(to));
    }

    /** The same time of day later, also where a clock was put forward in between. */
    private String later(Checked.Call call, String interval) {
        var moment = call.arguments().getFirst();
        var amount = "%s(CAST(%s AS INTEGER))"
                .formatted(interval, expressions.print(call.arguments().getLast()));
        var sum = "%s + %s".formatted(zones.local(moment), amount);
        return isDay(moment) ? "CAST(%s AS DATE)".formatted(sum) : zones.set(sum, zones.zoneOf(moment));
    }
}
