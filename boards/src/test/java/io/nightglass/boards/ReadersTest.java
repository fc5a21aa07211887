package io.nightglass.boards;

import static io.nightglass.boards.rounds.RoundFilter.Clock.BEGAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.health.HealthReader;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.RoundSort;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.catalog.Verdict;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands behind the pages, against the real store. */
class ReadersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-15T07:00:00Z"));
    private static final Said GTM = new Said("gtm", "acme");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void aNightSaysWhatImprovedAndWhyItStopped() {
        try (var store = tonight()) {
            var night = new Night(LocalDate.of(2026, 5, 14), ZoneOffset.UTC);
            store.metadata().annotate(Instant.parse("2026-05-14T18:20:00Z"), "planner prompt", "ops");
            var morning = new MorningReader(asker(store), store.metadata()).read(night);
            var loop = morning.loop("gtm").orElseThrow();
            assertEquals(LoopNight.State.IMPROVED, loop.state());
            assertEquals(0.7, loop.best().before());
            assertEquals(0.75, loop.best().after());
            assertEquals(1, loop.count(Verdict.KEPT));
            assertEquals(1, loop.count(Verdict.CRASHED));
            assertEquals("plateau", loop.stops().getFirst().reason());
            assertEquals(
                    "round_scored",
                    loop.funnel().worstBeforeVerdict().orElseThrow().step());
            assertEquals("apply_conflict", morning.failureModes().getFirst().name());
            assertEquals(1, morning.changes().size());
            assertEquals(2, loop.history().size());
        }
    }

    @Test
    void theListOfRoundsCanBeFilteredAndSorted() {
        try (var store = tonight()) {
            var rounds = new Rounds(asker(store));
            var kept = new RoundFilter(
                    null, null, BEGAN, "gtm", "acme", null, Verdict.KEPT, null, 5, null, null, "R2", null);
            var page = rounds.page(kept, new RoundSort(RoundSort.By.SCORE, true), 1, 10);
            assertEquals(
                    List.of("r2"),
                    page.rounds().stream().map(round -> round.id()).toList());
            assertEquals(3, rounds.page(RoundFilter.ALL, RoundSort.NEWEST, 1, 2).total());
            assertTrue(rounds.page(RoundFilter.ALL, RoundSort.NEWEST, 1, 2).hasNext());
            var lost = new RoundFilter(
                    null, null, BEGAN, null, null, null, null, "apply_conflict", null, 4, null, null, null);
            assertEquals(1, rounds.page(lost, RoundSort.NEWEST, 1, 10).total());
            assertEquals(List.of("gtm"), rounds.choices().projects());
        }
    }

    @Test
    void healthCountsWhatWasKept() {
        try (var store = tonight()) {
            var health = new HealthReader(asker(store)).read();
            assertEquals(12, health.events());
            assertEquals(1, health.senders().size());
        }
    }

    private DuckDbEventStore tonight() {
        var store = DuckDbEventStore.open(folder, CLOCK);
        store.append(List.of(
                GTM.at("2026-05-13T22:00:00Z", "round_started", "r1", "{}"),
                GTM.at("2026-05-13T22:01:00Z", "round_scored", "r1", "{\"score\":0.7}"),
                GTM.at("2026-05-14T22:00:00Z", "round_started", "r2", "{}"),
                GTM.at("2026-05-14T22:00:01Z", "proposal_generated", "r2", "{}"),
                GTM.at("2026-05-14T22:00:02Z", "proposal_applied", "r2", "{}"),
                GTM.at("2026-05-14T22:00:03Z", "round_scored", "r2", "{\"score\":0.75}"),
                GTM.at("2026-05-14T22:00:04Z", "round_kept", "r2", "{}"),
                GTM.at("2026-05-14T23:00:00Z", "round_started", "r3", "{}"),
                GTM.at("2026-05-14T23:00:01Z", "proposal_generated", "r3", "{}"),
                GTM.at("2026-05-14T23:00:02Z", "proposal_applied", "r3", "{}"),
                GTM.at("2026-05-14T23:00:03Z", "round_reverted", "r3", "{\"failure_mode\":\"apply_conflict\"}"),
                GTM.at("2026-05-15T03:41:00Z", "stop_triggered", null, "{\"reason\":\"plateau\"}")));
        return store;
    }

    private static Asker asker(DuckDbEventStore store) {
        return new Asker(store, ZoneOffset.UTC, CLOCK);
    }
}
