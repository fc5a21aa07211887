package io.nightglass.store.duckdb;

import io.nightglass.store.MetadataStore;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
    public Annotation annotate(Note note) {
        return write(connection -> AnnotationRows.insert(connection, note, now()));
    }

    @Override
    public List<Annotation> annotations(Instant from, Instant to) {
        try (var connection = database.connection()) {
            return AnnotationRows.between(connection, from, to);
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    @Override
    public Optional<Annotation> annotation(long id) {
        try (var connection = database.connection()) {
            return AnnotationRows.find(connection, id);
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    @Override
    public Optional<Annotation> change(long id, @Nullable Boolean deleted, UnaryOperator<Note> change) {
        return write(connection -> {
            var found = AnnotationRows.find(connection, id);
            if (found.isEmpty()) {
                return found;
            }
            var old = found.get();
            var changed = new Annotation(
                    id,
                    change.apply(old.note()),
                    old.createdAt(),
                    now(),
                    Objects.requireNonNullElse(deleted, old.deleted()));
            AnnotationRows.update(connection, changed);
            return AnnotationRows.find(connection, id);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
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
}
