package io.nightglass.store.duckdb.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * HogQL as ClickHouse reads it. Nearly all of it stands as it was written (decision 0012): event properties become
 * columns, the question's clock becomes constants, and functions that only HogQL has are functions of our own over there.
 */
final class ClickHouseText {
    /** As PostHog prints them. */
    static final String FUNCTIONS = """
            CREATE FUNCTION toFloat AS x -> accurateCastOrNull(x, 'Float64')
            CREATE FUNCTION toFloatOrZero AS x -> toFloat64OrZero(x)
            CREATE FUNCTION toFloatOrDefault AS (x, y) -> toFloat64OrDefault(x, y)
            CREATE FUNCTION toInt AS x -> accurateCastOrNull(x, 'Int64')
            CREATE FUNCTION toIntOrZero AS x -> toInt64OrZero(x)
            CREATE FUNCTION toIntOrDefault AS (x, y) -> toInt64OrDefault(x, toInt64(y))
            CREATE FUNCTION hogUUID AS x -> accurateCastOrNull(x, 'UUID')
            CREATE FUNCTION hogDateTime AS x -> parseDateTime64BestEffortOrNull(toString(x), 6, 'Europe/Berlin')
            CREATE FUNCTION hogMoment AS x -> parseDateTime64BestEffort(x, 6, 'Europe/Berlin')
            """;

    private static final Map<String, String> RENAMED = Map.of(
            "toUUID", "hogUUID",
            "parseDateTimeBestEffort", "hogDateTime",
            "parseDateTimeBestEffortOrNull", "hogDateTime",
            "parseDateTime64BestEffort", "hogDateTime",
            "parseDateTime64BestEffortOrNull", "hogDateTime");

    private static final Map<String, String> OF_TEXT =
            Map.of("toDateTime", "hogDateTime", "toDateTime64", "hogDateTime", "toDate", "toDateOrNull");

    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.|'')*'|`[^`]*`|\"[^\"]*\"|=~|!~|[\\w$]+(?:\\.[\\p{L}_$][\\w$]*)*|\\s+|.",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private static final Pattern PROPERTY =
            Pattern.compile("(?:(\\w+)\\.)?properties\\.([\\w$.]+)", Pattern.UNICODE_CHARACTER_CLASS);

    private ClickHouseText() {}

    static String of(String hogql) {
        var tokens = TOKEN.matcher(hogql)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
        var sql = new StringBuilder();
        int i = 0;
        while (i < tokens.size()) {
            var call = String.join("", tokens.subList(i, Math.min(tokens.size(), i + 3)));
            if (call.equals("now()") || call.equals("now64()")) {
                sql.append(constant(Fixture.NOW));
                i += 3;
            } else if (call.equals("today()") || call.equals("yesterday()")) {
                var day = LocalDate.ofInstant(Fixture.NOW, ZoneId.of("Europe/Berlin"));
                sql.append("toDate('%s')".formatted(call.equals("today()") ? day : day.minusDays(1)));
                i += 3;
            } else if (call.matches("(?s)(\\w+\\.)?properties\\['.*") && i + 3 < tokens.size()) {
                var name = tokens.get(i + 2);
                sql.append(tokens.get(i))
                        .append('.')
                        .append('`')
                        .append(name.substring(1, name.length() - 1).replace("\\'", "'"))
                        .append('`');
                i += 4;
            } else {
                boolean isCall = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
                sql.append(isCall ? function(tokens, i) : word(tokens.get(i)));
                i++;
            }
        }
        return sql.toString().replaceAll("properties\\.`", "`properties.");
    }

    /** {@code toDate('2026-01-31')} of a text is another function than of a moment. */
    private static String function(List<String> tokens, int i) {
        var name = tokens.get(i);
        var argument = i + 2 < tokens.size() ? tokens.get(i + 2) : "";
        if (argument.startsWith("'") && OF_TEXT.containsKey(name)) {
            return name.equals("toDate") ? name : "hogMoment";
        }
        boolean ofText = argument.contains("properties.") || argument.matches("n?s|NULL");
        return ofText && OF_TEXT.containsKey(name) ? OF_TEXT.get(name) : RENAMED.getOrDefault(name, name);
    }

    private static String word(String token) {
        var property = PROPERTY.matcher(token);
        if (property.matches()) {
            var path = Arrays.asList(property.group(2).split("\\."));
            var source = property.group(1) == null ? "" : property.group(1) + ".";
            return path.size() == 1 ? "%s`properties.%s`".formatted(source, path.getFirst()) : property(path);
        }
        return switch (token) {
            case "=~" -> "REGEXP";
            default -> token;
        };
    }

    /** What lies at {@code path} of the JSON text {@code properties}, as text; NULL when it is missing. */
    static String property(List<String> path) {
        var steps = path.stream().map(ClickHouseText::constant).collect(Collectors.joining(", "));
        return ("multiIf(JSONType(properties, %s) = 'Null', NULL, JSONType(properties, %s) = 'String',"
                        + " JSONExtractString(properties, %s), JSONExtractRaw(properties, %s))")
                .formatted(steps, steps, steps, steps);
    }

    static String constant(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case String text ->
                "'%s'".formatted(text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n"));
            case Instant moment ->
                "toTimeZone(toDateTime64('%s', 6, 'UTC'), 'Europe/Berlin')"
                        .formatted(moment.toString().replace('T', ' ').replace("Z", ""));
            case LocalDate day -> "toDate('%s')".formatted(day);
            case UUID uuid -> "toUUID('%s')".formatted(uuid);
            case Double number ->
                number.isNaN() ? "nan" : number.isInfinite() ? (number > 0 ? "inf" : "-inf") : number.toString();
            case List<?> list -> {
                var parts = new ArrayList<String>();
                list.forEach(part -> parts.add(constant(part)));
                yield "[%s]".formatted(String.join(", ", parts));
            }
            default -> value.toString();
        };
    }
}
