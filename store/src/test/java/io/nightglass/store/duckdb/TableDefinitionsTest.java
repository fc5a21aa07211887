package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDefinitionsTest {
    @TempDir
    private Path home;

    private static Rows row() {
        return Rows.event("round_scored")
                .with("score", "1.5")
                .with("baseline_score", "2.5")
                .with("reason", "\"why\"")
                .with("own", "7");
    }

    @Test
    void aPropertyThatTheCatalogGainsDisplacesNoOther() throws Exception {
        try (var store = Stores.open(home)) {
            store.append(List.of(row().row()));
        }
        try (var database = Database.open(home);
                var connection = database.connection()) {
            Transaction.execute(connection, "ALTER TABLE events DROP COLUMN p_score"); // as if not yet known
        }
        try (var store = Stores.open(home)) {
            store.append(List.of(row().row()));
            assertEquals(
                    List.of(List.of(1.5, 2.5, "why", 7.0)),
                    Stores.rows(store, 4, "SELECT p_score, p_baseline_score, p_reason, n_0 FROM events WHERE seq = 2"));
        }
    }
}
