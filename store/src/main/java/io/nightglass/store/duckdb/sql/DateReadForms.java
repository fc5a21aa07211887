package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.Set;

/** Dates read out of texts, and weeks of years. */
record DateReadForms(ExprPrinter expressions, Zones zones, ConversionForms conversions) {
    static final Set<String> NAMES = Set.of(
            "parseDateTime",
            "parseDateTimeOrZero",
            "parseDateTimeBestEffort",
            "parseDateTimeBestEffortUS",
            "parseDateTime64BestEffort",
            "parseDateTimeBestEffortOrZero",
            "makeDate",
            "toWeek",
            "toYearWeek",
            "toLastDayOfWeek",
            "toDayOfWeek",
            "dateName",
            "timeSlots");

    private static final List<String> TIMES = List.of("", " %H:%M", " %H:%M:%S", " %H:%M:%S.%f");
    private static final List<String> DAYS =
            List.of("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%b %d, %Y", "%B %d, %Y", "%Y/%m/%d", "%Y.%m.%d");
    private static final List<String> DAY_FIRST = List.of("%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y");
    private static final List<String> MONTH_FIRST = List.of("%m/%d/%Y", "%m.%d.%Y", "%m-%d-%Y");

    String print(Checked.Call call) {
        var a = call.arguments();
        var nothing = ConversionForms.nothing(call.type());
        return switch (call.function().name()) {
            case "parseDateTime" -> parsed(call);
            case "parseDateTimeOrZero" -> "coalesce(%s, %s)".formatted(parsed(call), nothing);
            case "parseDateTimeBestEffort" -> "date_trunc('second', %s)".formatted(guessed(call, DAY_FIRST));
            case "parseDateTimeBestEffortUS" -> "date_trunc('second', %s)".formatted(guessed(call, MONTH_FIRST));
            case "parseDateTime64BestEffort" -> guessed(call, DAY_FIRST);
            case "parseDateTimeBestEffortOrZero" ->
                "coalesce(date_trunc('second', %s), %s)".formatted(guessed(call, DAY_FIRST), nothing);
            case "makeDate" -> made(expressions.all(a));
            case "toWeek" -> week(zones.local(a.getFirst()), mode(call), false);
            case "toYearWeek" -> week(zones.local(a.getFirst()), mode(call), true);
            case "toLastDayOfWeek" ->
                "CAST(%s + INTERVAL 6 DAY AS DATE)".formatted(start(zones.local(a.getFirst()), mode(call) % 2 == 1));
            case "toDayOfWeek" -> dayOfWeek(zones.local(a.getFirst()), mode(call));
            case "timeSlots" -> slots(expressions.all(a));
            default -> named(call);
        };
    }

    private static String slots(List<String> a) {
        var size = a.size() > 2 ? a.get(2) : "1800";
        var from = "epoch_us(%s) // 1000000 // %s * %s".formatted(a.get(0), size, size);
        var to = "(epoch_us(%s) // 1000000 + %s) // %s * %s".formatted(a.get(0), a.get(1), size, size);
        return "coalesce(list_transform(range(%s, CASE WHEN %s > 10000 * %s THEN error('range too long') ELSE %s + 1 END, %s), lambda i: make_timestamp(i * 1000000)), [])"
                .formatted(from, a.get(1), size, to, size);
    }

    private static String constant(Checked value) {
        return value instanceof Checked.Constant(String text, var ignored) ? text : "";
    }

    private static int mode(Checked.Call call) {
        return call.arguments().size() > 1
                        && call.arguments().get(1) instanceof Checked.Constant(Long mode, var ignored)
                ? (int) Math.clamp(mode, 0L, 9L)
                : 0;
    }

    /** A time without a year is of 1970, as in ClickHouse. */
    private String parsed(Checked.Call call) {
        var text = expressions.print(call.arguments().getFirst());
        var pattern = new StringBuilder();
        var clickHouse = constant(call.arguments().get(1));
        boolean hasYear = false;
        for (int i = 0; i < clickHouse.length(); i++) {
            char c = clickHouse.charAt(i);
            char letter = c == '%' && i + 1 < clickHouse.length() ? clickHouse.charAt(++i) : 0;
            hasYear = hasYear || letter != 0 && "YyDF".indexOf(letter) >= 0;
            pattern.append(letter == 0 ? DatePattern.plain(c) : read(letter));
        }
        var moment = hasYear
                ? "try_strptime(%s, %s)".formatted(text, Quote.text(pattern.toString()))
                : "try_strptime('1970 ' || %s, %s)".formatted(text, Quote.text("%Y " + pattern));
        return zones.meant(moment, zones.zoneOf(call));
    }

    /** A day is read with or without its leading zero, and written without. */
    private static String read(char letter) {
        return letter == 'e' ? "%d" : DatePattern.letter(letter);
    }

    private String guessed(Checked.Call call, List<String> slashed) {
        var value = call.arguments().getFirst();
        var type = value.type();
        var sql = expressions.print(value);
        if (!type.isText()) {
            return conversions.convert(sql, type, call.type());
        }
        var formats = new StringBuilder();
        for (var days : List.of(DAYS, slashed)) {
            for (var day : days) {
                TIMES.forEach(
                        time -> formats.append(formats.isEmpty() ? "" : ", ").append(Quote.text(day + time)));
            }
        }
        var clock = "CASE WHEN regexp_full_match(t, '[0-9]{8}') THEN try_strptime(t, '%%Y%%m%%d')"
                + " WHEN regexp_full_match(t, '[0-9]{14}') THEN try_strptime(t, '%%Y%%m%%d%%H%%M%%S')"
                + " ELSE try_strptime(t, [%s]) END";
        return Let.in(
                "t",
                "regexp_replace(%s, ' ([+-][0-9]{2}:?[0-9]{2})$', '\\1')".formatted(sql),
                "CASE WHEN regexp_full_match(t, '[0-9]{9,10}') THEN make_timestamp(CAST(t AS BIGINT) * 1000000)"
                        + " WHEN ends_with(t, ' GMT') THEN try_strptime(t, '%a, %d %b %Y %H:%M:%S GMT')"
                        + " ELSE coalesce(%s, %s) END"
                                .formatted(
                                        conversions.convert("t", type, call.type()),
                                        zones.meant(clock.formatted(formats), zones.zone())));
    }

    private static String made(List<String> a) {
        var january = "make_date(CAST(%s AS INTEGER), 1, 1)".formatted(a.getFirst());
        return a.size() == 2
                ? "(%s + CAST(%s - 1 AS INTEGER))".formatted(january, a.get(1))
                : "CAST(%s + to_months(CAST(%s - 1 AS INTEGER)) + to_days(CAST(%s - 1 AS INTEGER)) AS DATE)"
                        .formatted(january, a.get(1), a.get(2));
    }

    private static String start(String local, boolean monday) {
        return monday
                ? "date_trunc('week', %s)".formatted(local)
                : "(date_trunc('week', %s + INTERVAL 1 DAY) - INTERVAL 1 DAY)".formatted(local);
    }

    /**
     * MySQL's modes: odd ones begin weeks on Monday. Week 1 is the one whose fourth, first or (8 and 9) last day is the
     * first such of the year; a week belongs to the year of that day.
     */
    private static String week(String local, int mode, boolean withYear) {
        boolean monday = mode % 2 == 1;
        boolean whole = (mode & 4) != 0 == monday;
        int day = mode >= 8 ? 6 : whole ? 0 : 3;
        var deciding = "(%s + INTERVAL %d DAY)".formatted(start(local, monday), day);
        var number = "((dayofyear(%s) - 1) // 7 + 1)".formatted(deciding);
        if (withYear) {
            return "(year(%s) * 100 + %s)".formatted(deciding, number);
        }
        return (mode & 2) != 0 || mode >= 8
                ? number
                : "CASE WHEN year(%s) < year(%s) THEN 0 WHEN year(%s) > year(%s) THEN 53 ELSE %s END"
                        .formatted(deciding, local, deciding, local, number);
    }

    private static String dayOfWeek(String local, int mode) {
        return switch (mode & 3) {
            case 0 -> "isodow(%s)".formatted(local);
            case 1 -> "(isodow(%s) - 1)".formatted(local);
            case 2 -> "(isodow(%s) %% 7)".formatted(local);
            default -> "(isodow(%s) %% 7 + 1)".formatted(local);
        };
    }

    private String named(Checked.Call call) {
        var local = zones.local(call.arguments().get(1));
        return switch (constant(call.arguments().getFirst())) {
            case "month" -> "monthname(%s)".formatted(local);
            case "weekday" -> "dayname(%s)".formatted(local);
            case "week" -> "CAST(weekofyear(%s) AS VARCHAR)".formatted(local);
            case "dayofyear" -> "CAST(dayofyear(%s) AS VARCHAR)".formatted(local);
            case String part -> "CAST(date_part(%s, %s) AS VARCHAR)".formatted(Quote.text(part), local);
        };
    }
}
