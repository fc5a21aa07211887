package io.nightglass.bench;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A process that opens one DuckDB file, asks it one thing and ends. */
final class OpenAlone {
    private OpenAlone() {}

    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM events")) {
            rows.next();
            if (rows.getLong(1) == 0) {
                throw new SQLException("the file is empty");
            }
        }
    }
}
