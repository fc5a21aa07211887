package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;

/** The table {@code settings}: one text per key. */
final class Settings {
    private Settings() {}

    static String read(Connection connection, String key, String whenAbsent) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT value FROM settings WHERE key = ?")) {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : whenAbsent;
            }
        }
    }

    static void write(Connection connection, String key, String value) throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value")) {
            statement.setString(1, key);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }
}
