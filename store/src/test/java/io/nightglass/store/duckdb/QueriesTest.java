package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Warning;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueriesTest {
    @TempDir
    private Path home;

    @Test
    void answerInTheTypesATablePromises() {
        try (var store = Stores.open(home)) {
            var uuid = UUID.randomUUID();
            store.append(List.of(Rows.event("a").uuid(uuid).at(1).row()));
            assertEquals(
                    List.of(Arrays.<Object>asList(
                            uuid,
                            Rows.T0.plusSeconds(1),
                            LocalDate.of(2026, 3, 1),
                            1L,
                            0.5,
                            true,
                            null,
                            List.of("x", "y"),
                            Double.NaN)),
                    Stores.rows(store, 9, """
                            SELECT uuid, "timestamp", "timestamp"::DATE, 1::TINYINT, 0.5::FLOAT, true, NULL, ['x', 'y'],
                              'NaN'::DOUBLE FROM events"""));
        }
    }

    @Test
    void canWriteNothingAndReadNoFile() {
        try (var store = Stores.open(home)) {
            store.append(Rows.many("a", 3));
            for (var sql : List.of(
                    "DELETE FROM events RETURNING seq",
                    "INSERT INTO settings VALUES ('a', 'b') RETURNING key",
                    "SELECT * FROM read_text('/etc/hostname')",
                    "SELECT * FROM '/etc/hostname'")) {
                assertThrows(StoreException.class, () -> Stores.rows(store, 1, sql), sql);
            }
            assertThrows(StoreException.class, () -> Stores.rows(store, 1, "SET memory_limit = '10GB'"));
            assertEquals(3, Stores.number(store, "SELECT count(*) FROM events"));
        }
    }

    @Test
    void areRefusedWhenTheyNeedMoreMemoryThanTheyMayHave() {
        try (var store = Stores.open(home)) {
            var refused = assertThrows(
                    StoreException.class,
                    () -> Stores.rows(store, 1, "SELECT repeat('x', 20000000) || range FROM range(20)"));
            assertInstanceOf(StoreProblem.TooHeavy.class, refused.problem());
            assertEquals(0, Stores.number(store, "SELECT count(*) FROM events"));
        }
    }

    @Test
    void seeWarningsAndLongNamesOfPropertiesAsTheyCame() {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("round_scored")
                    .with("it's \"a\"\nname", "\"v\"")
                    .row(new Warning(Warning.Kind.MISTYPED_PROPERTY, "score", "'n/a' is not a number"))));
            assertEquals(
                    List.of(List.of("mistyped_property", "round_scored", "score", "'n/a' is not a number")),
                    Stores.rows(store, 4, "SELECT kind, event, property, detail FROM ingestion_warnings"));
            assertEquals("{\"it's \\\"a\\\"\\nname\":\"v\"}", Stores.one(store, "SELECT properties FROM events"));
        }
    }

    @Test
    void runManyAtATimeBesideAWriter() throws Exception {
        try (var store = Stores.open(home);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                callers.submit(() -> store.append(Rows.many("a", 50)));
                callers.submit(() -> Stores.number(store, "SELECT count(*) FROM rounds"));
            }
            callers.shutdown();
            assertTrue(callers.awaitTermination(60, TimeUnit.SECONDS));
            assertEquals(1_000, Stores.number(store, "SELECT count(*) FROM events"));
        }
    }
}
