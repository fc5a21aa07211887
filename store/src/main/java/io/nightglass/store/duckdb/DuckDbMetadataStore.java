package io.nightglass.store.duckdb;

import io.nightglass.store.MetadataStore;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The {@link MetadataStore} in the file of the events. */
final class DuckDbMetadataStore implements MetadataStore {
    private final Database database;
    private final InstantSource clock;

    DuckDbMetadataStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Annotation annotate(Instant at, String content, @Nullable String author) {
        return write(connection -> {
            var created = clock.instant().truncatedTo(ChronoUnit.MICROS);
            try (var insert = connection.prepareStatement("""
                    INSERT INTO annotations SELECT coalesce(max(id), 0) + 1, ?, ?, ?, ? FROM annotations RETURNING id""")) {
                insert.setObject(1, utc(at));
                insert.setString(2, content);
                if (author == null) {
                    insert.setNull(3, Types.VARCHAR);
                } else {
                    insert.setString(3, author);
                }
                insert.setObject(4, utc(created));
                try (var rows = insert.executeQuery()) {
                    rows.next();
                    return new Annotation(rows.getLong(1), at.truncatedTo(ChronoUnit.MICROS), content, author, created);
                }
            }
        });
    }

    @Override
    public List<Annotation> annotations(Instant from, Instant to) {
        try (var connection = database.connection();
                var select = connection.prepareStatement("""
                        SELECT id, marks, content, author, created_at FROM annotations WHERE marks >= ? AND marks < ?
                        ORDER BY marks, id""")) {
            select.setObject(1, utc(from));
            select.setObject(2, utc(to));
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Annotation>();
                while (rows.next()) {
                    found.add(new Annotation(
                            rows.getLong(1),
                            rows.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
                }
                return found;
            }
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    @Override
    public @Nullable String setting(String key) {
        try (var connection = database.connection()) {
            var value = Settings.read(connection, "user." + key, "");
            return value.isEmpty() ? null : value;
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    @Override
    public void keepSetting(String key, String value) {
        write(connection -> {
            Settings.write(connection, "user." + key, value);
            return key;
        });
    }

    private interface Writing<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }

    /** One writer at a time: two that read the highest id would take the same. */
    private <T> T write(Writing<T> work) {
        database.slowWrites().lock();
        try (var connection = database.connection()) {
            return Transaction.commit(connection, () -> work.run(connection));
        } catch (SQLException e) {
            throw Engine.problem(e);
        } finally {
            database.slowWrites().unlock();
        }
    }

    /** What the engine's microsecond TIMESTAMP can hold; a range may reach to the ends of {@link Instant}. */
    private static LocalDateTime utc(Instant at) {
        long micros = PreparedRow.micros(at);
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), (int) Math.floorMod(micros, 1_000_000L) * 1_000, ZoneOffset.UTC);
    }
}
