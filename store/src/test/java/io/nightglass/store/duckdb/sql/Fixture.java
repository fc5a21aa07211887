package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.duckdb.function.EngineFunctions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A DuckDB in memory with tables as in decision 0002 and a dozen events in them. */
final class Fixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

    private static final List<String> EVENTS = List.of(
            "round_scored|2026-03-28 22:30:00|r1|{\"project\":\"alpha\",\"score\":0.5,\"metric\":\"acc\",\"dim_depth\":1}",
            "round_scored|2026-03-29 01:30:00.25|r2|{\"project\":\"alpha\",\"score\":\"0.75\",\"metric\":\"acc\",\"dim_depth\":2.5}",
            "round_scored|2026-03-29 10:00:00|r3|{\"project\":\"beta\",\"score\":9,\"metric\":\"bpb\",\"dim_DEPTH\":7}",
            "round_scored|2026-03-30 10:00:00|r4|{\"project\":\"beta\",\"score\":10,\"metric\":\"bpb\"}",
            "round_scored|2026-03-30 11:00:00|r5|{\"project\":\"beta\",\"score\":\"n/a\",\"note\":\"it's \\\"odd\\\"\"}",
            "round_scored|2026-01-01 00:00:00|r0|{\"project\":\"old\",\"score\":1}",
            "round_kept|2026-03-30 12:00:00|r4|{\"project\":\"beta\",\"tags\":[\"a\",\"b\"],\"nested\":{\"a/b\":{\"~c\":[1,2]}}}",
            "$ai_generation|2026-03-30 12:05:00|r4|{\"project\":\"beta\",\"$ai_model\":\"gpt-5\",\"$ai_is_error\":true,\"$ai_latency\":1.5,\"$ai_input_tokens\":100,\"x y\":\"sp\",\"n\":\"12\"}",
            "$ai_generation|2026-03-30 12:06:00|r4|{\"project\":\"beta\",\"$ai_model\":\"gpt-5\",\"$ai_is_error\":false,\"$ai_latency\":2.5,\"$ai_input_tokens\":200,\"n\":\"7\"}",
            "$ai_generation|2026-03-30 12:07:00|r4|{\"project\":\"beta\",\"$ai_model\":\"claude\",\"$ai_is_error\":\"true\",\"$ai_input_tokens\":300,\"n\":\"x\"}",
            "custom 'quoted'|2026-03-30 13:00:00||{\"a'b\":\"quote\",\"a\\\"b\":\"double\",\"dim_depth\":\"3\",\"straße\":\"ß\"}");

    private final Connection connection;

    private Fixture(Connection connection) {
        this.connection = connection;
    }

    static Fixture open() throws SQLException {
        var fixture = new Fixture(DriverManager.getConnection("jdbc:duckdb:"));
        EngineFunctions.register(fixture.connection);
        fixture.run("SET enable_external_access = false");
        fixture.run("SET TimeZone = 'America/New_York'");
        fixture.createEvents();
        fixture.fillEvents();
        fixture.createRounds();
        return fixture;
    }

    private void createEvents() throws SQLException {
        var own = FixtureTables.KINDS.entrySet().stream()
                .filter(property -> type(property.getValue()) != null)
                .map(property -> "%s %s".formatted(Quote.name("p_" + property.getKey()), type(property.getValue())))
                .collect(Collectors.joining(", "));
        run("CREATE TABLE events (seq BIGINT, uuid UUID, event VARCHAR, timestamp TIMESTAMP, distinct_id VARCHAR, "
                + "properties VARCHAR, project VARCHAR, round_id VARCHAR, " + own + ", n_1 DOUBLE, n_2 DOUBLE)");
        run("CREATE TABLE event_texts (seq BIGINT, uuid UUID, property VARCHAR, text VARCHAR)");
    }

    private static @Nullable String type(io.nightglass.catalog.Kind kind) {
        return switch (kind) {
            case TEXT, JSON -> "VARCHAR";
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case LONG_TEXT -> null;
        };
    }

    private void fillEvents() throws SQLException {
        int seq = 0;
        for (var event : EVENTS) {
            var parts = event.split("\\|", 4);
            seq++;
            run(
                    "INSERT INTO events (seq, uuid, event, timestamp, distinct_id, round_id, properties) VALUES (%d, '00000000-0000-4000-8000-%012d', %s, TIMESTAMP '%s', 'u%d', nullif('%s', ''), %s)"
                            .formatted(
                                    seq, seq, Quote.text(parts[0]), parts[1], seq % 3, parts[2], Quote.text(parts[3])));
        }
        run("UPDATE events SET project = json_extract_string(properties, '/project'), "
                + "n_1 = TRY_CAST(json_extract_string(properties, '/dim_depth') AS DOUBLE), "
                + "n_2 = TRY_CAST(json_extract_string(properties, '/dim_DEPTH') AS DOUBLE)");
        for (var property : FixtureTables.KINDS.entrySet()) {
            if (type(property.getValue()) instanceof String type) {
                run("UPDATE events SET %s = TRY_CAST(json_extract_string(properties, %s) AS %s)"
                        .formatted(
                                Quote.name("p_" + property.getKey()), Quote.pointer(List.of(property.getKey())), type));
            }
        }
        run(
                "INSERT INTO event_texts VALUES (8, NULL, '$ai_input', '\"Say \\\"hi\\\"\"'), (9, NULL, '$ai_input', '[{\"role\":\"user\"}]')");
    }

    private void createRounds() throws SQLException {
        run(
                "CREATE TABLE rounds (round_id VARCHAR, project VARCHAR, started_at TIMESTAMP, verdict VARCHAR, score DOUBLE, generations BIGINT)");
        run("INSERT INTO rounds VALUES ('r1', 'alpha', TIMESTAMP '2026-03-28 22:00:00', 'kept', 0.5, 2), "
                + "('r2', 'alpha', TIMESTAMP '2026-03-29 01:00:00', 'reverted', 0.75, 0), "
                + "('r9', 'gamma', TIMESTAMP '2026-03-30 01:00:00', 'crashed', NULL, 1)");
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static CheckedQuery compile(String hogql, ZoneId zone, Map<String, @Nullable Object> values) {
        return HogQl.compile(hogql, new Scope(new FixtureTables(), values, zone, NOW));
    }

    static String sql(CheckedQuery query) {
        return new DuckDbPrinter(new FixtureLayout(FixtureTables.KINDS, FixtureTables.PROMOTED))
                .print(query)
                .text();
    }

    /** The rows of {@code query}, each cell as text. */
    List<List<String>> rows(CheckedQuery query) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql(query))) {
            var rows = new ArrayList<List<String>>();
            while (answer.next() && rows.size() < query.limit()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= query.columns().size(); i++) {
                    row.add(Cells.shown(
                            answer.getObject(i), query.columns().get(i - 1).shape(), query.zone()));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    List<List<String>> rows(String hogql, ZoneId zone) throws SQLException {
        return rows(compile(hogql, zone, Map.of()));
    }

    String plan(String hogql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(
                        "EXPLAIN " + sql(compile(hogql, ZoneId.of("Europe/Berlin"), Map.of())))) {
            answer.next();
            return answer.getString(2);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
