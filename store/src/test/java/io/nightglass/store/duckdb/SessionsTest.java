package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What PostHog offers around an event: its session, its person, its groups. */
class SessionsTest {
    @TempDir
    private Path home;

    private static List<List<@Nullable Object>> ask(DuckDbEventStore store, String hogql) {
        var scope = new Scope(store.tables(), Map.of(), ZoneOffset.UTC, Rows.T0);
        return store.query(HogQl.compile(hogql, scope), Limits.API).rows();
    }

    private static Rows page(long second, String url) {
        return Rows.event("$pageview")
                .at(second)
                .with("$session_id", "\"S\"")
                .with("$current_url", '"' + url + '"')
                .with("$pathname", '"' + url.substring(7) + '"');
    }

    @Test
    void aSessionIsWhatSharesItsIdWhateverTheOrderOfArrival() {
        var rows = new ArrayList<EventRow>(List.of(
                page(0, "http://a").row(),
                page(70, "http://b").row(),
                page(90, "http://a").row(),
                Rows.event("$autocapture").at(100).with("$session_id", "\"S\"").row(),
                Rows.event("round_kept").at(500).row()));
        Collections.shuffle(rows, new Random(3));
        try (var store = Stores.open(home)) {
            for (var row : rows) {
                store.append(List.of(row));
                ask(store, "SELECT count() FROM sessions");
            }
            assertEquals(
                    List.of(Arrays.<@Nullable Object>asList(
                            "S",
                            Rows.T0,
                            Rows.T0.plusSeconds(100),
                            100L,
                            3L,
                            1L,
                            "http://a",
                            "http://a",
                            "a",
                            2L,
                            false)),
                    ask(store, """
                            SELECT session_id, $start_timestamp, $end_timestamp, $session_duration, $pageview_count,
                              $autocapture_count, $entry_current_url, $end_current_url, $entry_pathname, $num_uniq_urls,
                              $is_bounce FROM sessions"""));
            assertEquals(
                    List.of(List.of(100L, 4L)),
                    ask(
                            store,
                            "SELECT session.$session_duration, count() FROM events WHERE $session_id = 'S' GROUP BY 1"));
        }
    }

    @Test
    void anEventKnowsItsPersonAndItsGroups() {
        try (var store = Stores.open(home)) {
            store.append(List.of(
                    Rows.event("$groupidentify")
                            .by("ann")
                            .with("$group_type", "\"team\"")
                            .with("$group_key", "\"t/1\"")
                            .with("$group_set", "{\"size\":4}")
                            .row(),
                    Rows.event("clicked")
                            .by("anonymous-1")
                            .with("$window_id", "\"w\"")
                            .row(),
                    Rows.event("$identify")
                            .by("ann")
                            .with("$anon_distinct_id", "\"anonymous-1\"")
                            .with("$set", "{\"plan\":\"big\"}")
                            .row(),
                    Rows.event("paid")
                            .by("ann")
                            .at(9)
                            .with("$groups", "{\"team\":\"t/1\"}")
                            .row()));
            assertEquals(
                    List.of(
                            Arrays.<@Nullable Object>asList("clicked", "big", true, null, null, "w"),
                            Arrays.<@Nullable Object>asList("paid", "big", true, "t/1", "4", null)),
                    ask(store, """
                            SELECT event, e.person.properties.plan, person.is_identified, $group_0, group_0.properties.size,
                              $window_id
                            FROM events AS e WHERE event IN ('clicked', 'paid') ORDER BY event"""));
            assertEquals(
                    List.of(List.of(1L)),
                    ask(store, "SELECT uniq(person.id) FROM events WHERE person.properties.plan = 'big'"));
            assertEquals(
                    ask(store, "SELECT DISTINCT person_id FROM events WHERE event = 'paid'"),
                    ask(store, "SELECT person_id FROM person_distinct_ids WHERE distinct_id = 'anonymous-1'"));
        }
    }

    @Test
    void anEverydaySelectOfEverythingLooksNothingUp() {
        try (var store = Stores.open(home)) {
            store.append(List.of(page(0, "http://a").row()));
            assertEquals(13, ask(store, "SELECT * FROM events").getFirst().size());
        }
    }
}
