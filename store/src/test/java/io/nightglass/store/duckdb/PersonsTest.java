package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonsTest {
    @TempDir
    private Path home;

    private static EventRow identify(String id, String anonymous) {
        return Rows.event("$identify")
                .by(id)
                .with("$anon_distinct_id", '"' + anonymous + '"')
                .row();
    }

    private static EventRow seen(String id) {
        return Rows.event("page").by(id).row();
    }

    /** How many persons the events belong to, overrides followed. */
    private static long people(DuckDbEventStore store) {
        return Stores.number(store, """
                SELECT count(DISTINCT coalesce(o.person_id, e.person_id)) FROM events e
                LEFT JOIN person_overrides o ON o.old_person_id = e.person_id""");
    }

    @Test
    void joinAnAnonymousPersonWhenItIsIdentified() {
        try (var store = Stores.open(home)) {
            store.append(List.of(seen("anon-1"), seen("ada")));
            assertEquals(2, Stores.number(store, "SELECT count(*) FROM persons"));
            store.append(List.of(identify("ada", "anon-1"), seen("anon-1")));
            assertEquals(1, Stores.number(store, "SELECT count(*) FROM persons"));
            assertEquals(true, Stores.one(store, "SELECT is_identified FROM persons"));
            assertEquals(1, people(store));
        }
    }

    @Test
    void stayApartWhenTheOtherWasIdentifiedBeforeUnlessMergedOnPurpose() {
        try (var store = Stores.open(home)) {
            store.append(List.of(identify("ada", "anon-1"), identify("bob", "anon-2"), identify("bob", "ada")));
            assertEquals(2, people(store));
            assertEquals(
                    List.of(List.of("refused_merge", "$identify")),
                    Stores.rows(store, 2, "SELECT kind, event FROM ingestion_warnings"));
            store.append(List.of(Rows.event("$merge_dangerously")
                    .by("bob")
                    .with("alias", "\"ada\"")
                    .row()));
            assertEquals(1, people(store));
            assertEquals(
                    4, Stores.number(store, "SELECT count(*) FROM person_distinct_ids"), "ada, bob and two anonymous");
        }
    }

    @Test
    void refuseIdsThatManySendersShareByMistake() {
        try (var store = Stores.open(home)) {
            for (var id : List.of("null", " Undefined ", "0", "[object Object]", "\\\"\\\"", "NaN")) {
                store.append(List.of(identify("ada", id)));
            }
            assertEquals(1, Stores.number(store, "SELECT count(*) FROM persons"));
            assertEquals(6, Stores.number(store, "SELECT count(*) FROM ingestion_warnings"));
        }
    }

    @Test
    void takeWhatIsSetAndKeepWhatIsSetOnce() {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("page")
                    .by("ada")
                    .with("$set", "{\"team\":\"gtm\",\"gone\":1}")
                    .with("$set_once", "{\"first\":1,\"team\":\"no\"}")
                    .row()));
            store.append(List.of(Rows.event("$set")
                    .by("ada")
                    .with("$set", "{\"team\":\"ar\"}")
                    .with("$set_once", "{\"first\":2}")
                    .with("$unset", "[\"gone\"]")
                    .row()));
            assertEquals("{\"first\":1,\"team\":\"ar\"}", Stores.one(store, "SELECT properties FROM persons"));
        }
    }

    @Test
    void areNotMadeForEventsThatWantNoProfile() {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("page")
                    .by("quiet")
                    .with("$process_person_profile", "false")
                    .with("$set", "{\"a\":1}")
                    .row()));
            assertEquals(0, Stores.number(store, "SELECT count(*) FROM persons"));
        }
    }

    @Test
    void keepFiveGroupTypesByFirstSight() {
        try (var store = Stores.open(home)) {
            for (int i = 0; i < 7; i++) {
                store.append(List.of(Rows.event("$groupidentify")
                        .with("$group_type", "\"type" + i % 6 + "\"")
                        .with("$group_key", "\"key\"")
                        .with("$group_set", "{\"n" + i + "\":1}")
                        .row()));
            }
            assertEquals(5, Stores.number(store, "SELECT count(*) FROM groups"));
            assertEquals("{\"n0\":1,\"n6\":1}", Stores.one(store, "SELECT properties FROM groups WHERE \"index\" = 0"));
        }
    }
}
