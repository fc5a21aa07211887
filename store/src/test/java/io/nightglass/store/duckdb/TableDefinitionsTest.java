package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
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

    @Test
    void aFolderOfTheVersionBeforeGetsTheTablesAndColumnsItDidNotHave() throws Exception {
        var session = Rows.event("$pageview").with("$session_id", "\"S\"");
        var call = Rows.event("$ai_generation").with("$ai_trace_id", "\"R\"").with("$ai_total_cost_usd", "0.5");
        try (var store = Stores.open(home)) {
            store.append(List.of(row().round("R").with("dim_depth", "4").row(), session.row(), call.row()));
            Stores.number(store, "SELECT count(*) FROM rounds");
        }
        try (var database = Database.open(home);
                var connection = database.connection()) {
            for (var table : Derived.TABLES) {
                Transaction.execute(connection, "DROP TABLE " + table);
            }
            Transaction.execute(connection, "CREATE TABLE rounds (round_id VARCHAR, first_seq BIGINT)");
            Transaction.execute(connection, "INSERT INTO rounds VALUES ('an old row', 1)");
            Transaction.execute(connection, "ALTER TABLE events DROP COLUMN \"p_$session_id\"");
            Transaction.execute(connection, "DELETE FROM settings WHERE key IN ('tables_version', 'tables_watermark')");
        }
        try (var store = Stores.open(home)) {
            assertEquals(List.of(List.of("R", 0.5)), Stores.rows(store, 2, "SELECT round_id, cost_usd FROM rounds"));
            assertEquals(
                    List.of(List.of("R", 0.5, "generation")),
                    Stores.rows(store, 3, "SELECT round_id, cost_usd, source FROM costs"));
            assertEquals(List.of(List.of("S")), Stores.rows(store, 1, "SELECT session_id FROM sessions"));
            assertEquals(
                    List.of(List.of("dim_depth", 4.0)),
                    Stores.rows(store, 2, "SELECT dimension, value FROM dimensions"));
            store.append(List.of(session.uuid(UUID.randomUUID()).row()));
            assertEquals(2, Stores.number(store, "SELECT events FROM sessions"));
            assertEquals(1, Stores.number(store, "SELECT count(*) FROM persons"));
        }
    }
}
