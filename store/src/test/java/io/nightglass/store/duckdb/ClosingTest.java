package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
    @TempDir
    private Path home;

    @Test
    void whatComesAfterOneThatCannotBeClosedIsClosedTooAndTheFirstRefusalIsTold() {
        var closed = new ArrayList<String>();
        var first = new SQLException("first");
        var refused = assertThrows(
                SQLException.class,
                () -> Closing.all(List.<AutoCloseable>of(
                        () -> closed.add("a"),
                        () -> {
                            throw first;
                        },
                        () -> {
                            throw new IllegalStateException("second");
                        },
                        () -> closed.add("b"))));
        assertSame(first, refused);
        assertEquals(
                "second",
                Objects.requireNonNull(refused.getSuppressed()[0].getCause()).getMessage());
        assertEquals(List.of("a", "b"), closed);
    }

    @Test
    void workThatFailsLeavesNoConnectionOpenAndItsOwnErrorIsTheOneTold() throws SQLException {
        try (var store = Stores.open(home)) {
            store.append(List.of()); // the file is there
        }
        try (var database = Database.open(home)) {
            var readers = new Readers(database);
            var used = new ArrayList<DuckDBConnection>();
            var own = new SQLException("own");
            var told = assertThrows(
                    SQLException.class,
                    () -> readers.with(reader -> {
                        used.add(reader.connection());
                        var statement = reader.statement("SELECT 1");
                        database.close(); // from now on closing has nothing under it
                        statement.executeQuery();
                        throw own;
                    }));
            assertTrue(used.getFirst().isClosed(), told.toString());
        }
    }
}
