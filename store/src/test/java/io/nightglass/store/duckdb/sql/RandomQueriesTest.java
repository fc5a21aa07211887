package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random calls of every function: what the checker lets through, the engine must understand. */
class RandomQueriesTest {
    private static final List<String> ATOMS = List.of(
            "1",
            "-2",
            "0",
            "2.5",
            "'abc'",
            "'7'",
            "''",
            "NULL",
            "true",
            "event",
            "timestamp",
            "toDate(timestamp)",
            "properties",
            "properties.score",
            "properties.dim_depth",
            "properties.n",
            "properties.$ai_is_error",
            "properties.tags",
            "properties.$ai_input",
            "uuid",
            "project",
            "[1, 2]",
            "['a', NULL]",
            "[]",
            "(1, 'a')",
            "now()",
            "'day'",
            "'UTC'",
            "1 = 2",
            "round_id",
            "x -> x",
            "properties.$ai_input_tokens",
            "interval 2 hour");

    private static final List<String> SHAPES = List.of(
            "select %s from events",
            "select count() from events where %s",
            "select %s as a, count() from events group by a order by a desc",
            "select distinct %s from events order by 1 desc",
            "select max(%s) from events",
            "select groupArray(v) from (select %s as v from events)",
            "select event from events where (%s) in (select project from rounds)",
            "select countIf(%s) from events group by event having count() > 1");

    private final Random random = new Random(seed());

    private final Map<String, String> misunderstood = new TreeMap<>();

    private static long seed() {
        long seed = Long.getLong("seed", 20260331L);
        System.out.println("RandomQueriesTest: -Dseed=" + seed);
        return seed;
    }

    @Test
    void whatIsLetThroughIsUnderstood() throws SQLException {
        int answered = 0;
        try (var fixture = Fixture.open()) {
            for (int i = 0; i < 6000; i++) {
                var query = pick(SHAPES).formatted(expression(2));
                answered += isAnswered(fixture, query) ? 1 : 0;
            }
        }
        assertEquals("", String.join("\n\n", misunderstood.values()));
        assertTrue(answered > 500, answered + " queries were answered");
    }

    private boolean isAnswered(Fixture fixture, String query) {
        try {
            fixture.rows(Fixture.compile(query, ZoneId.of("Europe/Berlin"), Map.of()));
            return true;
        } catch (QueryException refused) {
            return false;
        } catch (SQLException e) {
            if (EngineComplaint.of(e).isEmpty() && misunderstood.size() < 20) {
                var message = String.valueOf(e.getMessage()).split("\n")[0];
                var kind = message.substring(0, Math.min(45, message.length()));
                var sql = Fixture.sql(Fixture.compile(query, ZoneId.of("Europe/Berlin"), Map.of()));
                misunderstood.put(kind, "%s\n%s\n%s".formatted(query, message, sql));
            }
            return false;
        }
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return pick(ATOMS);
        }
        var function = pick(Functions.all());
        int count = Math.max(function.signature().arguments().size() - random.nextInt(2), 0);
        var arguments = IntStream.range(0, count)
                .mapToObj(i -> argument(function, i, depth - 1))
                .collect(Collectors.joining(", "));
        var parameters = function.signature().parameters().isEmpty() ? "" : "(0.5)";
        return "%s%s(%s)".formatted(function.name(), parameters, arguments);
    }

    /** Mostly something that fits, so that queries get past the checker. */
    private String argument(Function function, int index, int depth) {
        return switch (function.signature().kind(index)) {
            case LAMBDA -> "x -> " + pick(List.of("x", "x = x", "toString(x)", "1"));
            case ARRAY, ARRAY_OF_T, TEXTS ->
                pick(List.of("[1, 2]", "['a', NULL]", "[]", "splitByChar(',', event)", expression(depth)));
            case UNIT -> pick(List.of("'day'", "'week'", "'hour'"));
            case ZONE -> "'Asia/Tokyo'";
            case FORMAT -> "'%Y'";
            case MOMENT, DATE, DATETIME ->
                pick(List.of("timestamp", "today()", "toDate(timestamp)", "properties.n", expression(depth)));
            case NUMBER, FLOAT, INTEGER ->
                pick(List.of("1", "2.5", "properties.score", "properties.$ai_input_tokens", expression(depth)));
            case ANY, TEXT, CONDITION, TUPLE, MAP, INTERVAL, T -> expression(depth);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
