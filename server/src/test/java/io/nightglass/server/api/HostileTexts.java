package io.nightglass.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that somebody who means harm, or an agent gone wrong, might send: those of hostile.txt, and those too long for it. */
final class HostileTexts {
    private HostileTexts() {}

    static List<String> all() {
        var all = new ArrayList<>(written());
        all.addAll(made());
        return all;
    }

    private static List<String> written() {
        try (var in = Objects.requireNonNull(HostileTexts.class.getResourceAsStream("hostile.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> made() {
        var made = new ArrayList<String>();
        for (var open :
                List.of("(", "[", "NOT ", "- ", "abs(", "(SELECT ", "x -> ", "CASE WHEN ", "1 ? ", "f(properties.")) {
            made.add("SELECT " + open.repeat(100));
            made.add("SELECT " + open.repeat(20_000) + "1");
        }
        made.add("SELECT " + "(".repeat(200) + "1" + ")".repeat(200));
        made.add("SELECT " + "[".repeat(200) + "1" + "]".repeat(200));
        made.add("SELECT " + "abs(".repeat(150) + "number" + ")".repeat(150) + " FROM numbers(10)");
        made.add("SELECT " + "(SELECT ".repeat(90) + "1" + ")".repeat(90));
        made.add("SELECT * FROM " + "(SELECT * FROM ".repeat(90) + "events" + ")".repeat(90));
        made.add("SELECT 1" + " + 1".repeat(10_000));
        made.add("SELECT 1" + " UNION ALL SELECT 1".repeat(2_000));
        made.add("SELECT 1" + " AND 1".repeat(20_000));
        made.add("SELECT '" + "a".repeat(200_000) + "'");
        made.add("SELECT '" + "a".repeat(5_000_000) + "'");
        made.add("SELECT " + "a".repeat(200_000));
        made.add("SELECT " + many(5_000, "1 AS a%1$d") + " FROM events");
        made.add("SELECT count() FROM events WHERE event IN (" + many(20_000, "'%1$d'") + ")");
        made.add("SELECT count() FROM numbers(1000000) WHERE number IN (" + many(20_000, "%1$d") + ")");
        made.add("SELECT [" + many(20_000, "%1$d") + "]");
        made.add("SELECT [" + many(20_000, "'%1$d'") + "][number] FROM numbers(10)");
        made.add("SELECT " + many(1_000, "properties.p%1$d") + " FROM events");
        made.add("SELECT count() FROM events WHERE "
                + many(2_000, "properties.p%1$d = 'x'").replace(",", " OR "));
        made.add("SELECT multiIf(" + many(5_000, "number = %1$d, %1$d") + ", 0) FROM numbers(100)");
        made.add("SELECT count() FROM " + many(40, "events AS e%1$d"));
        made.add("SELECT count() FROM numbers(2) AS n0 " + joins(60));
        made.add(doubling(30, "q%1$d AS (SELECT a.number FROM q%2$d AS a CROSS JOIN q%2$d AS b)"));
        made.add(doubling(12, "q%1$d AS (SELECT a.number FROM q%2$d AS a CROSS JOIN q%2$d AS b)"));
        made.add(doubling(40, "q%1$d AS (SELECT number FROM q%2$d UNION ALL SELECT number FROM q%2$d)"));
        made.add(doubling(9, "q%1$d AS (SELECT number FROM q%2$d UNION ALL SELECT number FROM q%2$d)"));
        made.add(
                "SELECT 'a' AS a0, " + many(60, "concat(a%1$d, a%1$d) AS b%1$d").replaceAll("AS b(\\d+)", "AS x$1"));
        made.add(aliases(16, "concat(a%2$d, a%2$d) AS a%1$d", "toString(number) AS a0"));
        made.add(aliases(12, "replaceAll(a%2$d, '1', a%2$d) AS a%1$d", "repeat(toString(number), 3) AS a0"));
        made.add(aliases(12, "arrayConcat(a%2$d, a%2$d) AS a%1$d", "range(10000) AS a0"));
        made.add(aliases(60, "a%2$d + a%2$d AS a%1$d", "number AS a0"));
        made.add("SELECT count() FROM events GROUP BY " + many(1_000, "properties.g%1$d"));
        made.add("SELECT number FROM numbers(10) ORDER BY " + many(5_000, "number + %1$d"));
        made.add("SELECT " + many(500, "sum(number) OVER (ORDER BY number + %1$d)") + " FROM numbers(10000)");
        made.add("SELECT " + "\uD83D\uDCA9".repeat(1_000));
        made.add("\u0000".repeat(1_000));
        made.add("SELECT \uD800 FROM events");
        made.add(";".repeat(10_000));
        made.add("/*".repeat(10_000));
        made.add("-- ".repeat(10_000));
        made.add(" ".repeat(100_000));
        made.add("");
        made.add("SELECT " + "{".repeat(1_000));
        made.add("SELECT {values}, {filters}, {variables.x}, {query}, {__proto__}, {`a'b`}");
        made.add("SELECT " + "f'{".repeat(100));
        made.add("SELECT interval ".repeat(1_000));
        made.add("SELECT " + "1 BETWEEN 0 AND ".repeat(3_000) + "1");
        made.add("SELECT `" + "a".repeat(10_000) + "` FROM `" + "b".repeat(10_000) + "`");
        return made;
    }

    private static String many(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(pattern::formatted).collect(Collectors.joining(","));
    }

    private static String joins(int count) {
        return IntStream.range(1, count)
                .mapToObj(i -> "JOIN numbers(2) AS n%1$d ON n%1$d.number = n0.number".formatted(i))
                .collect(Collectors.joining(" "));
    }

    private static String doubling(int levels, String pattern) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(i -> pattern.formatted(i, i - 1))
                .collect(Collectors.joining(
                        ", ", "WITH q0 AS (SELECT number FROM numbers(10)), ", " SELECT count() FROM q" + levels));
    }

    private static String aliases(int levels, String pattern, String first) {
        return IntStream.rangeClosed(1, levels)
                .mapToObj(i -> pattern.formatted(i, i - 1))
                .collect(Collectors.joining(
                        ", ", "SELECT " + first + ", ", " FROM numbers(100000) ORDER BY a" + levels + " LIMIT 1"));
    }
}
