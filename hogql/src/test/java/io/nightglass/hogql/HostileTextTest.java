package io.nightglass.hogql;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is typed, the compiler answers with a tree or a {@link QueryException}, and soon. */
class HostileTextTest {
    private static final Scope SCOPE = new Scope(
            new SampleTables(), Map.of("p", 1L), ZoneId.of("Europe/Berlin"), Instant.parse("2026-03-31T10:00:00Z"));
    private static final List<String> WORDS = List.of(
            "select",
            "from",
            "events",
            "where",
            "group by",
            "order by",
            "limit",
            "1",
            "2.5",
            "'a'",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "{p}",
            ",",
            ".",
            "+",
            "-",
            "*",
            "/",
            "=",
            "<",
            "and",
            "or",
            "not",
            "in",
            "is null",
            "between",
            "case",
            "when",
            "then",
            "else",
            "end",
            "count()",
            "sum",
            "properties.score",
            "event",
            "timestamp",
            "as",
            "x",
            "->",
            "?",
            ":",
            "union all",
            "interval 1 day",
            "||",
            "like",
            "with",
            "distinct",
            "`q`",
            "\"d\"",
            "--c\n",
            "'",
            "quantile(0.5)",
            "join",
            "on",
            "null",
            "true",
            "arrayJoin",
            "\u0000",
            "ß",
            "\uD83D",
            ";",
            "cast",
            "%",
            "!=");

    private static boolean isRead(String text) {
        try {
            HogQl.compile(text, SCOPE);
            return true;
        } catch (QueryException refused) {
            var advice = refused.problem().advice();
            assertTrue(advice.length() < 600, advice);
            return false;
        }
    }

    private static void assertTooLarge(String text) {
        assertTimeout(Duration.ofSeconds(10), () -> {
            var refused = assertThrows(QueryException.class, () -> HogQl.compile(text, SCOPE));
            assertInstanceOf(QueryProblem.TooLarge.class, refused.problem(), refused.getMessage());
        });
    }

    @Test
    void readsSoupOrRefusesIt() {
        long seed = Long.getLong("seed", 42L);
        System.out.println("HostileTextTest: -Dseed=" + seed);
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            var soup = IntStream.range(0, 1 + random.nextInt(25))
                    .mapToObj(ignored -> WORDS.get(random.nextInt(WORDS.size())))
                    .collect(Collectors.joining(" "));
            read += isRead(random.nextInt(3) == 0 ? soup : "select " + soup) ? 1 : 0;
        }
        assertTrue(read > 50, read + " of the texts were queries");
    }

    @Test
    void refusesDeepNestingOfEveryKind() {
        for (var open : List.of("(", "[", "f(", "NOT ", "- ", "{x} + (", "x -> ")) {
            assertTooLarge("select " + open.repeat(5_000) + " 1");
        }
        assertTooLarge("select " + "case when ".repeat(9_000));
        assertTooLarge("select " + "f(properties.end, ".repeat(9_000));
        assertTooLarge("select " + "(select * from ".repeat(9_000));
        assertTooLarge("select " + "1 ? ".repeat(9_000));
    }

    @Test
    void refusesLongChainsAndLongTexts() {
        assertTooLarge("select " + "1 + ".repeat(15_000) + "1");
        assertTooLarge("select '" + "a".repeat(300_000) + "'");
        assertTooLarge("select " + "a,".repeat(60_000) + "a");
    }

    @Test
    void readsLongFlatConditions() {
        var many =
                IntStream.range(0, 2_000).mapToObj(i -> "event = 'e" + i + "'").collect(Collectors.joining(" or "));
        assertTrue(isRead("select count() from events where " + many));
        var items = IntStream.range(0, 10_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertTrue(isRead("select count() from events where properties.score in (" + items + ")"));
    }

    @Test
    void countsWhatAliasesMeanNotHowTheyAreWritten() {
        var doubling = IntStream.range(1, 60)
                .mapToObj(i -> "a%d + a%d as a%d".formatted(i - 1, i - 1, i))
                .collect(Collectors.joining(", ", "select 1 as a0, ", ""));
        assertTooLarge(doubling);
        var chain = IntStream.range(1, 3_000)
                .mapToObj(i -> "a%d + 1 as a%d".formatted(i - 1, i))
                .collect(Collectors.joining(", ", "select 1 as a0, ", ""));
        assertTooLarge(chain);
        var backwards = IntStream.range(1, 3_000)
                .mapToObj(i -> "a%d + 1 as a%d".formatted(i, i - 1))
                .collect(Collectors.joining(", ", "select ", ", 1 as a2999"));
        assertTooLarge(backwards);
    }

    @Test
    void countsWhatNamedQueriesMean() {
        var doubling = IntStream.range(1, 40)
                .mapToObj(i -> "q%d as (select * from q%d union all select * from q%d)".formatted(i, i - 1, i - 1))
                .collect(Collectors.joining(", ", "with q0 as (select 1 as x), ", " select count() from q39"));
        assertTooLarge(doubling);
        assertThrows(
                QueryException.class,
                () -> HogQl.compile("with a as (select * from b), b as (select * from a) select * from a", SCOPE));
    }

    @Test
    void betweenInBetweenIsBounded() {
        assertTimeout(Duration.ofSeconds(10), () -> isRead("select " + "1 between 0 and ".repeat(3_000) + "1"));
        assertTimeout(
                Duration.ofSeconds(10),
                () -> isRead("select " + "(".repeat(50) + "1" + " between 0 and 2)".repeat(50)));
    }

    @Test
    void compilesATypicalQueryQuickly() {
        var text = """
                SELECT toDate(timestamp) AS day, properties.project AS project,
                  max(toFloat(properties.score)) AS best_score, count() AS n_rounds
                FROM events WHERE event = 'round_scored' AND timestamp > now() - INTERVAL 30 DAY
                GROUP BY day, project ORDER BY day DESC""";
        for (int i = 0; i < 2_000; i++) {
            HogQl.compile(text, SCOPE);
        }
        double millis = Double.MAX_VALUE;
        for (int i = 0; i < 200; i++) {
            long begin = System.nanoTime();
            HogQl.compile(text, SCOPE);
            millis = Math.min(millis, (System.nanoTime() - begin) / 1e6);
        }
        System.out.printf("HostileTextTest: a typical query compiles in %.3f ms at best%n", millis);
        assertTrue(millis < 5, millis + " ms");
    }
}
