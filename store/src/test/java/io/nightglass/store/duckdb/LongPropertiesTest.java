package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LongPropertiesTest {
    private static final String LONG = '"' + "x".repeat(200_000) + '"';

    private static final JsonMapper JSON = JsonMapper.shared();

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

    private static final int MEGABYTES_5 = 5_000_000;

    private static EventRow huge(int number) {
        var text = "\"%d \\ud83d\\ude00".formatted(number) + "\\ud83d\\ude00".repeat(MEGABYTES_5 / 12) + '"';
        return Rows.event("huge")
                .round("R" + number)
                .with("text", text)
                .with("hypothesis", '"' + "h".repeat(MEGABYTES_5) + '"')
                .with("nested", "{\"a\":null,\"b\":\"" + "n".repeat(100_000) + "\"}")
                .with("number", Integer.toString(number))
                .row();
    }

    @Test
    void ofManyMegabytesAreKeptWholeAndLeaveTheLogSmall() throws Exception {
        try (var store = Stores.open(home)) {
            for (int i = 0; i < 24; i++) {
                store.append(List.of(huge(i)));
            }
            assertEquals(
                    List.of(List.of(24L, 24L, 276.0)),
                    Stores.rows(
                            store,
                            3,
                            "SELECT count(*), count(DISTINCT seq), sum(json_extract(properties, '$.number')::DOUBLE) FROM events"));
        }
        assertTrue(Files.notExists(home.resolve("nightglass.duckdb.wal")), "the log is in the file");
        try (var store = Stores.open(home)) {
            for (int i : new int[] {0, 7, 23}) {
                var expected = huge(i).properties();
                var where = " FROM events WHERE round_id = 'R%d'".formatted(i);
                assertEquals(expected.get("text").stringValue(), asked(store, "SELECT properties.text" + where));
                assertEquals(
                        expected.get("hypothesis").stringValue(), asked(store, "SELECT properties.hypothesis" + where));
                assertEquals(expected.get("nested"), JSON.readTree(asked(store, "SELECT properties.nested" + where)));
                assertEquals(expected, JSON.readTree(asked(store, "SELECT properties" + where)));
            }
            assertEquals(
                    "2",
                    asked(
                            store,
                            "SELECT countIf(length(properties.text) > 800000) FROM events WHERE round_id IN ('R1', 'R2')"));
            assertEquals(
                    "2",
                    asked(
                            store,
                            "SELECT count() FROM events WHERE properties.number < 2 AND properties.text LIKE '_ %'"));
        }
    }

    @Test
    void areFoundInsideLambdasToo() {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("page")
                    .with("text", LONG)
                    .with("description", LONG)
                    .with("$ai_input", LONG)
                    .row()));
            for (var name : List.of("properties.text", "properties.description", "properties.$ai_input")) {
                assertEquals(
                        "[200001, 200002]",
                        asked(
                                store,
                                "SELECT arrayMap(x -> length(concat(x, %s)), ['a', 'bb']) FROM events"
                                        .formatted(name)));
                assertEquals(
                        "[a]",
                        asked(
                                store,
                                "SELECT arrayFilter(x -> length(%1$s) > 9 AND x != 'b', ['a', 'b']) FROM events WHERE %1$s LIKE 'x%%'"
                                        .formatted(name)));
            }
            assertEquals("[1]", asked(store, "SELECT arrayMap(x -> length(properties) > x, [400000]) FROM events"));
            assertEquals(
                    "1",
                    asked(
                            store,
                            "SELECT arraySum(x -> if(a.person_id = b.person_id, x, 0), [1]) FROM events AS a JOIN events AS b ON a.uuid = b.uuid"));
        }
    }

    private static String asked(DuckDbEventStore store, String hogql) {
        var query = HogQl.compile(hogql, new Scope(store.tables(), Map.of(), ZoneOffset.UTC, Rows.T0));
        return String.valueOf(store.query(query, Limits.API).rows().getFirst().getFirst());
    }
}
