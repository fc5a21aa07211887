package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RecountTest {
    private static final long EVENTS = 600_001;

    @TempDir
    private Path home;

    @Test
    @Timeout(120)
    void aLargeFolderOfAnotherVersionOpensAtOnceTellsHowFarItIsAndAnswersWhenItIsDone() throws Exception {
        aFolderOfAnotherVersion();
        try (var store = Stores.open(home)) {
            var refused = assertThrows(StoreException.class, () -> Stores.number(store, "SELECT count(*) FROM rounds"));
            var problem = assertInstanceOf(StoreProblem.Recounting.class, refused.problem());
            assertEquals(EVENTS, problem.events());
            assertTrue(problem.advice().contains("of 600,001 events so far"), problem.advice());

            store.append(List.of(Rows.event("round_kept").round("late").row()));
            assertEquals(EVENTS + 1, Stores.number(store, "SELECT count(*) FROM events"));

            assertEquals(101, whenDone(store, "SELECT count(*) FROM rounds"));
            assertEquals(EVENTS + 1, Stores.number(store, "SELECT sum(events) FROM rounds"));
        }
    }

    private void aFolderOfAnotherVersion() throws Exception {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("round_started").round("0").row()));
        }
        try (var database = Database.open(home);
                var connection = database.connection()) {
            Transaction.execute(connection, """
                    INSERT INTO events BY NAME SELECT * EXCLUDE (n) REPLACE (1 + n AS seq, uuid() AS uuid, CAST(n %% 100 AS VARCHAR) AS round_id)
                    FROM (SELECT e.*, n FROM events AS e, range(1, %d) AS r(n))""".formatted(EVENTS));
            Transaction.execute(connection, "UPDATE moved SET seq = " + EVENTS);
            Transaction.execute(connection, "DELETE FROM settings WHERE key IN ('tables_version', 'tables_watermark')");
        }
    }

    /** Asks until the tables are there: the timeout of the test ends it. */
    private static long whenDone(DuckDbEventStore store, String sql) {
        while (true) {
            try {
                return Stores.number(store, sql);
            } catch (StoreException e) {
                assertInstanceOf(StoreProblem.Recounting.class, e.problem());
                Thread.yield();
            }
        }
    }
}
