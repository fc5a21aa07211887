package io.nightglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The bare engine: the very rows a pane has kept, appended into tables of the same shape in a file of their own, a
 * thousand events a transaction, nothing else.
 */
record RawAppend(List<@Nullable Object[]> events, List<@Nullable Object[]> texts, List<String> tables) {
    private static final int COMMIT = 1_000;

    /** Reads the {@code count} rows after {@code seq = after} and the shape of their tables from a stopped pane's folder. */
    static RawAppend of(Path data, long after, long count) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:" + data.resolve("nightglass.duckdb"));
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(
                    "SELECT sql FROM duckdb_tables() WHERE table_name IN ('events', 'event_texts')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            return new RawAppend(
                    read(statement.executeQuery("SELECT * FROM events WHERE seq > %d AND seq <= %d ORDER BY seq"
                            .formatted(after, after + count))),
                    read(statement.executeQuery("SELECT * FROM event_texts WHERE seq > %d AND seq <= %d ORDER BY seq"
                            .formatted(after, after + count))),
                    tables);
        }
    }

    private static List<@Nullable Object[]> read(ResultSet rows) throws SQLException {
        var all = new ArrayList<@Nullable Object[]>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            var row = new @Nullable Object[columns];
            for (int i = 0; i < columns; i++) {
                var cell = rows.getObject(i + 1);
                row[i] = cell instanceof java.sql.Timestamp at ? at.toLocalDateTime() : cell;
            }
            all.add(row);
        }
        return all;
    }

    /** Appends everything once into a new file under {@code folder} and says how long the appends and commits took. */
    Duration run(Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("raw.duckdb");
        try (var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file)) {
            for (var table : tables) {
                sql(connection, table);
            }
            long began = System.nanoTime();
            int text = 0;
            for (int from = 0; from < events.size(); from += COMMIT) {
                var part = events.subList(from, Math.min(from + COMMIT, events.size()));
                sql(connection, "BEGIN TRANSACTION"); // without auto-commit alone, each flush would commit by itself
                append(connection, "events", part);
                long last = (long) java.util.Objects.requireNonNull(part.getLast()[0]);
                int textEnd = text;
                while (textEnd < texts.size()
                        && (long) java.util.Objects.requireNonNull(texts.get(textEnd)[0]) <= last) {
                    textEnd++;
                }
                append(connection, "event_texts", texts.subList(text, textEnd));
                text = textEnd;
                sql(connection, "COMMIT");
            }
            return Duration.ofNanos(System.nanoTime() - began);
        }
    }

    private static void sql(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void append(DuckDBConnection connection, String table, List<@Nullable Object[]> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (var appender = connection.createAppender(table)) {
            for (var row : rows) {
                appender.beginRow();
                for (var cell : row) {
                    append(appender, cell);
                }
                appender.endRow();
            }
            appender.flush();
        }
    }

    private static void append(DuckDBAppender to, @Nullable Object cell) throws SQLException {
        switch (cell) {
            case null -> to.appendNull();
            case String text -> to.append(text);
            case Double number -> to.append((double) number);
            case Long whole -> to.append((long) whole);
            case Integer whole -> to.append((int) whole);
            case Boolean truth -> to.append((boolean) truth);
            case UUID uuid -> to.append(uuid);
            case LocalDateTime at -> to.append(at);
            case Object other -> throw new IllegalStateException("no column holds " + other.getClass());
        }
    }
}
