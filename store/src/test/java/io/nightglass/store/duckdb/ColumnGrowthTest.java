package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnGrowthTest {
    @TempDir
    private Path home;

    private static Set<String> numbers(Database database) throws Exception {
        try (var connection = database.connection()) {
            return TableDefinitions.columns(connection, "events").stream()
                    .filter(column -> column.startsWith("n_"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void columnsOfALargeTableAreWrittenToTheFileBeforeThereAreMore() throws Exception {
        try (var database = Database.open(home)) {
            try (var connection = database.connection()) {
                TableDefinitions.create(connection);
                Transaction.execute(connection, "UPDATE moved SET seq = 1000000000");
            }
            var checkpoints = new Checkpoints(database);
            assertTrue(checkpoints.run());
            long none = database.logBytes();
            var growth = new ColumnGrowth(database, new PropertyNames(), checkpoints);
            growth.to(1);
            long one = database.logBytes() - none;
            growth.to(4);
            assertEquals(Set.of("n_0", "n_1", "n_2", "n_3"), numbers(database));
            assertTrue(one > 0 && database.logBytes() <= none + one, "only the last column is in the log still");
        }
    }

    @Test
    void whereMemoryAllowsNoMoreColumnsFurtherNamesAreWarnedOf() throws Exception {
        try (var database = Database.open(home);
                var connection = database.connection()) {
            TableDefinitions.create(connection);
            var names = new PropertyNames();
            names.capAt(1);
            var rows = List.of(PreparedRow.of(Rows.event("round_scored")
                    .with("dim_a", "1")
                    .with("dim_b", "2")
                    .row()));
            assertEquals(1, names.wanted(rows));
            new ColumnGrowth(database, names, new Checkpoints(database)).to(names.wanted(rows));
            assertEquals(Set.of("dim_b"), names.learn(connection, rows).keySet());
            assertEquals(1, names.promoted());
        }
    }
}
