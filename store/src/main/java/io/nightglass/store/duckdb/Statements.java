package io.nightglass.store.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/** Short words for SQL of our own with whole numbers for its parameters, on one connection. */
record Statements(DuckDBConnection connection) {

    void run(String sql, long... values) throws SQLException {
        update(sql, values);
    }

    /** How many rows it changed. */
    long update(String sql, long... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.execute() ? 0 : statement.getUpdateCount();
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whether {@code table} has a row. */
    boolean any(String table) throws SQLException {
        return number("SELECT count(*) FROM (FROM %s LIMIT 1)".formatted(table)) > 0;
    }
}
