package io.nightglass.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A stopped pane's file, opened by hand with the limits the pane sets itself. */
record RawFile(Connection connection) implements AutoCloseable {
    static RawFile open(Path data) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("nightglass.duckdb"));
        try (var statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '320MB'");
            statement.execute("SET TimeZone = 'UTC'");
        }
        return new RawFile(connection);
    }

    /** @return milliseconds until the last row was read */
    double ask(String sql) throws SQLException {
        long began = System.nanoTime();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                read(rows, columns);
            }
        }
        return (System.nanoTime() - began) / 1e6;
    }

    private static void read(ResultSet rows, int columns) throws SQLException {
        for (int i = 1; i <= columns; i++) {
            rows.getObject(i);
        }
    }

    /** Writes what the boards ask about as Parquet: envelope, typed columns, numbers under their own names. */
    void export(Path file) throws SQLException {
        var columns = new ArrayList<String>(List.of(
                "uuid", "event", "\"timestamp\"", "distinct_id", "project", "client", "run_id", "round_id", "agent"));
        for (var property : List.of(
                "score",
                "direction",
                "reason",
                "cost_usd",
                "model",
                "model_used",
                "task_type",
                "from_model",
                "to_model",
                "failure_mode",
                "quality",
                "quality_score",
                "request_id",
                "user_id",
                "anomaly_type",
                "type",
                "recommendation",
                "input_tokens",
                "output_tokens",
                "$ai_model",
                "$ai_trace_id",
                "$ai_total_cost_usd",
                "$ai_input_tokens",
                "$ai_output_tokens",
                "$ai_latency")) {
            if (has("p_" + property)) {
                columns.add("\"p_%s\" AS \"%s\"".formatted(property, property));
            }
        }
        promoted().forEach((name, k) -> columns.add("n_%d AS \"%s\"".formatted(k, name.replace("\"", "\"\""))));
        try (var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT %s FROM events) TO '%s' (FORMAT parquet)"
                    .formatted(String.join(", ", columns), file.toString().replace("'", "''")));
        }
    }

    private boolean has(String column) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT 1 FROM duckdb_columns() WHERE table_name = 'events' AND column_name = ?")) {
            statement.setString(1, column);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Numeric {@code dim_*} properties that have a column. */
    List<String> dims() throws SQLException {
        return promoted().keySet().stream()
                .filter(name -> name.startsWith("dim_"))
                .toList();
    }

    private TreeMap<String, Integer> promoted() throws SQLException {
        var names = new TreeMap<String, Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name, k FROM property_names WHERE k IS NOT NULL")) {
            while (rows.next()) {
                names.put(rows.getString(1), rows.getInt(2));
            }
        }
        return names;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
