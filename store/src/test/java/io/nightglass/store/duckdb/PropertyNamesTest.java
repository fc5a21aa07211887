package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.hogql.ValueType;
import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyNamesTest {
    @TempDir
    private Path home;

    /** The values of the promoted column of {@code name}, in order of receipt. */
    private static List<@Nullable Object> values(DuckDbEventStore store, String name) {
        var k = Stores.one(store, "SELECT k FROM property_names WHERE name = '%s'".formatted(name));
        var values = new ArrayList<@Nullable Object>();
        Stores.rows(store, 1, "SELECT n_%s FROM events ORDER BY seq".formatted(k))
                .forEach(row -> values.add(row.getFirst()));
        return values;
    }

    private static EventRow scored(String name, String json) {
        return Rows.event("round_scored").with(name, json).row();
    }

    @Test
    void givesADimensionAColumnAtItsFirstNumberAndReadsTextAsANumber() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("dim_x", "\"good\""), scored("other", "\"text\"")));
            store.append(List.of(scored("dim_x", "0.5"), scored("dim_x", "\" 2e1 \""), scored("dim_x", "true")));
            assertEquals(Arrays.<Object>asList(null, null, 0.5, 20.0, null), values(store, "dim_x"));
            assertEquals(ValueType.FLOAT, store.tables().property("dim_x"));
            assertEquals(ValueType.STRING, store.tables().property("other"));
            assertEquals(ValueType.STRING, store.tables().property("never sent"));
        }
    }

    @Test
    void tellsNamesApartThatDifferInCaseAlone() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("dim_A", "1"), scored("dim_a", "2")));
            assertEquals(Arrays.<Object>asList(1.0, null), values(store, "dim_A"));
            assertEquals(Arrays.<Object>asList(null, 2.0), values(store, "dim_a"));
        }
    }

    @Test
    void takesANameBackIntoTextOnceItCarriesSomethingElse() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("memory_gb", "44")));
            assertEquals(ValueType.FLOAT, store.tables().property("memory_gb"));
            store.append(List.of(scored("memory_gb", "\"unknown\"")));
            assertEquals(ValueType.STRING, store.tables().property("memory_gb"));
        }
        try (var store = Stores.open(home)) {
            assertEquals(ValueType.STRING, store.tables().property("memory_gb"));
        }
    }

    @Test
    void takesNoTextForAColumnsNumberAfterARestart() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("tier", "\"pro\"")));
        }
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("tier", "\"pro\"")));
            store.append(List.of(scored("dim_x", "0.5")));
        }
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("round_scored")
                    .with("dim_x", "0.7")
                    .with("tier", "\"pro\"")
                    .row()));
            assertEquals(Arrays.<Object>asList(null, null, 0.5, 0.7), values(store, "dim_x"));
            assertEquals(ValueType.STRING, store.tables().property("tier"));
        }
    }

    @Test
    void neverPromotesANameThatFirstCarriedText() {
        try (var store = Stores.open(home)) {
            store.append(List.of(scored("seed", "\"a\"")));
            store.append(List.of(scored("seed", "4")));
            assertEquals(ValueType.STRING, store.tables().property("seed"));
        }
    }

    @Test
    void stopsAtTwoHundredColumnsKeepsTheRestInTheJsonAndWarnsOncePerName() {
        try (var store = Stores.open(home)) {
            for (int call = 0; call < 2; call++) {
                var row = Rows.event("round_scored");
                for (int i = 0; i < 203; i++) {
                    row = row.with("dim_" + i, "1.5");
                }
                store.append(List.of(row.row()));
            }
            assertEquals(200, Stores.number(store, "SELECT count(*) FROM property_names WHERE k IS NOT NULL"));
            assertEquals(
                    List.of(
                            List.of("dim_200", "too_many_promoted"),
                            List.of("dim_201", "too_many_promoted"),
                            List.of("dim_202", "too_many_promoted")),
                    Stores.rows(store, 2, "SELECT property, kind FROM ingestion_warnings ORDER BY 1"));
            assertEquals(
                    2,
                    Stores.number(store, "SELECT count(*) FROM events WHERE contains(properties, '\"dim_202\":1.5')"));
        }
    }

    @Test
    void survivesNamesThatAreSqlOrOddText() {
        try (var store = Stores.open(home)) {
            for (var name : List.of("dim_\"; DROP TABLE events; --", "dim_'", "dim_\n", "dim_\0", "dim_\uD83D\uDE00")) {
                store.append(List.of(scored(name, "3")));
            }
            assertEquals(5, Stores.number(store, "SELECT count(*) FROM events"));
            assertEquals(5, Stores.number(store, "SELECT count(k) FROM property_names"));
        }
    }
}
