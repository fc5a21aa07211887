package io.nightglass.store.duckdb;

import io.nightglass.store.MetadataStore.Annotation;
import io.nightglass.store.MetadataStore.Note;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Annotations as rows. */
final class AnnotationRows {
    private static final String SELECT = """
            SELECT id, marks, content, author, creation, scope, dashboard_item, dashboard, created_at,
              coalesce(updated_at, created_at), deleted
            FROM annotations WHERE""";

    private AnnotationRows() {}

    static Annotation insert(DuckDBConnection connection, Note note, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO annotations (id, marks, content, author, creation, scope, dashboard_item, dashboard, created_at,
                  updated_at, deleted)
                SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, false FROM annotations RETURNING id""")) {
            int next = note(insert, note);
            insert.setObject(next, utc(now));
            insert.setObject(next + 1, utc(now));
            try (var rows = insert.executeQuery()) {
                rows.next();
                return find(connection, rows.getLong(1)).orElseThrow();
            }
        }
    }

    static void update(DuckDBConnection connection, Annotation annotation) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE annotations SET marks = ?, content = ?, author = ?, creation = ?, scope = ?, dashboard_item = ?,
                  dashboard = ?, updated_at = ?, deleted = ? WHERE id = ?""")) {
            int next = note(update, annotation.note());
            update.setObject(next, utc(annotation.updatedAt()));
            update.setBoolean(next + 1, annotation.deleted());
            update.setLong(next + 2, annotation.id());
            update.execute();
        }
    }

    static Optional<Annotation> find(DuckDBConnection connection, long id) throws SQLException {
        try (var select = connection.prepareStatement(SELECT + " id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    static List<Annotation> between(DuckDBConnection connection, Instant from, Instant to) throws SQLException {
        try (var select =
                connection.prepareStatement(SELECT + " marks >= ? AND marks < ? AND NOT deleted ORDER BY marks, id")) {
            select.setObject(1, utc(from));
            select.setObject(2, utc(to));
            return read(select);
        }
    }

    /** Fills the first parameters, and says which is next. */
    private static int note(PreparedStatement statement, Note note) throws SQLException {
        statement.setObject(1, utc(note.at()));
        statement.setString(2, note.content());
        statement.setObject(3, note.author());
        statement.setString(4, note.creation());
        statement.setString(5, note.scope());
        statement.setObject(6, note.dashboardItem());
        statement.setObject(7, note.dashboard());
        return 8;
    }

    private static List<Annotation> read(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            var found = new ArrayList<Annotation>();
            while (rows.next()) {
                var note = new Note(
                        moment(rows, 2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getString(6),
                        number(rows, 7),
                        number(rows, 8));
                found.add(
                        new Annotation(rows.getLong(1), note, moment(rows, 9), moment(rows, 10), rows.getBoolean(11)));
            }
            return found;
        }
    }

    private static @Nullable Long number(ResultSet rows, int column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? null : number;
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** What the engine's microsecond TIMESTAMP can hold; a range may reach to the ends of {@link Instant}. */
    private static LocalDateTime utc(Instant at) {
        long micros = PreparedRow.micros(at);
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
    }
}
