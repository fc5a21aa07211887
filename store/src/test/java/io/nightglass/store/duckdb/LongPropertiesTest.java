package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongPropertiesTest {
    private static final String LONG = '"' + "x".repeat(200_000) + '"';

    @TempDir
    private Path home;

    private static EventRow row() {
        return Rows.event("page").by("ada").with("text", LONG).row();
    }

    @Test
    void areNotReadToKeepPersonsAndLeaveTheFolderOpenable() {
        try (var store = Stores.open(home)) {
            for (int i = 0; i < 40; i++) {
                store.append(Stream.generate(LongPropertiesTest::row).limit(50).toList());
            }
            store.append(List.of(Rows.event("page")
                    .by("ada")
                    .with("$set", "{\"team\":\"gtm\"}")
                    .row()));
        }
        try (var store = Stores.open(home)) {
            assertEquals(2_001, Stores.number(store, "SELECT count(*) FROM events"));
            assertEquals(
                    List.of(List.of("{\"team\":\"gtm\"}")), Stores.rows(store, 1, "SELECT properties FROM persons"));
            assertEquals(0, Stores.number(store, "SELECT count(*) FROM rounds"));
        }
    }
}
