package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventRow;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boards against the real store. */
class BoardsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Said GTM = new Said("gtm", "acme");
    private static final Said ML = new Said("ml", "acme");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void everyShippedBoardAnswersAnEmptyPane() {
        for (var board : Boards.ALL) {
            assertEquals(
                    List.of(),
                    run(board.id(), "2026-05-01", "2026-05-20", List.of()).rows());
        }
    }

    @Test
    void aRoundReachesAStepOnlyInOrderAndWithinADay() {
        var rows = new ArrayList<EventRow>();
        rows.addAll(chain("whole", "2026-05-14T22:00:00Z", "22:00:10", "22:00:10", "22:05:10", "22:05:11"));
        rows.addAll(chain("stray", "2026-05-14T22:00:00Z", "21:59:59", "22:01:00", "22:02:00", "22:03:00"));
        rows.add(GTM.at("2026-05-14T22:00:00Z", "round_started", "slow", "{}"));
        rows.add(GTM.at("2026-05-15T22:00:00Z", "proposal_generated", "slow", "{}"));
        rows.add(GTM.at("2026-05-15T22:00:00.001Z", "proposal_applied", "slow", "{}"));
        var answer = run("round-funnel", "2026-05-15", "2026-05-15", rows);
        assertEquals(
                List.of("project", "step", "rounds", "from_start", "from_previous", "median_seconds"),
                answer.columns());
        assertEquals(
                Arrays.asList("gtm", "round_started", 3L, 1.0, 1.0, null),
                answer.rows().get(0));
        assertEquals(
                Arrays.asList("gtm", "proposal_generated", 2L, 2 / 3.0, 2 / 3.0, 43_205.0),
                answer.rows().get(1));
        assertEquals(
                Arrays.asList("gtm", "proposal_applied", 1L, 1 / 3.0, 0.5, 0.0),
                answer.rows().get(2));
        assertEquals(
                Arrays.asList("gtm", "round_scored", 1L, 1 / 3.0, 1.0, 300.0),
                answer.rows().get(3));
        assertEquals(
                Arrays.asList("gtm", "round_kept", 1L, 1 / 3.0, 1.0, 1.0),
                answer.rows().get(4));
    }

    @Test
    void aStepNobodyReachedLeavesTheNextShareUnknown() {
        var rows = List.of(GTM.at("2026-05-14T22:00:00Z", "round_started", "r", "{}"));
        var answer = run("round-funnel", "2026-05-15", "2026-05-15", rows);
        assertEquals(5, answer.rows().size());
        assertEquals(0.0, answer.rows().get(1).get(4));
        assertNull(answer.rows().get(2).get(4));
        assertEquals(
                List.of(),
                run("round-funnel", "2026-05-14", "2026-05-14", List.of()).rows());
    }

    @Test
    void theBestOfADayFollowsTheDirectionOfMostOfItsRounds() {
        var answer = run(
                "score-trend",
                "2026-05-01",
                "2026-05-20",
                List.of(
                        ML.at("2026-05-14T09:59:00Z", "round_started", "a", "{\"direction\":\"minimize\"}"),
                        ML.at("2026-05-14T10:00:00Z", "round_scored", "a", "{\"score\":0.98}"),
                        ML.at(
                                "2026-05-14T11:00:00Z",
                                "round_scored",
                                "b",
                                "{\"score\":\"0.97\",\"direction\":\"minimize\"}"),
                        ML.at("2026-05-14T12:00:00Z", "round_scored", "c", "{\"score\":1.2}"),
                        ML.at("2026-05-14T13:00:00Z", "round_scored", "d", "{\"score\":\"soon\"}"),
                        GTM.at("2026-05-14T22:30:00Z", "round_scored", "e", "{\"score\":0.7}"),
                        GTM.at("2026-05-14T22:40:00Z", "round_scored", "e", "{\"score\":0.6}")));
        assertEquals(List.of("day", "project", "best_score", "rounds"), answer.columns());
        assertEquals(
                List.of(
                        List.of(LocalDate.of(2026, 5, 14), "ml", 0.97, 3L),
                        List.of(LocalDate.of(2026, 5, 15), "gtm", 0.7, 1L)),
                answer.rows());
        assertTrue(answer.toJson().toString().contains("[\"2026-05-14\",\"ml\",0.97,3]"));
        assertEquals(
                "day,project,best_score,rounds\r\n2026-05-14,ml,0.97,3\r\n2026-05-15,gtm,0.7,1\r\n", answer.toCsv());
    }

    @Test
    void eventsOfNoProjectCountOnlyWithoutAProjectFilter() {
        var nobody = new Said(null, "acme").at("2026-05-14T10:00:00Z", "round_scored", "n", "{\"score\":1}");
        try (var store = DuckDbEventStore.open(folder, CLOCK)) {
            store.append(List.of(nobody, GTM.at("2026-05-14T10:00:00Z", "round_scored", "g", "{\"score\":2}")));
            var runner = new BoardRunner(new Asker(store, BERLIN, CLOCK));
            var all = new BoardQuery(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 20), null, "acme");
            var gtm = new BoardQuery(all.from(), all.to(), "gtm", null);
            assertEquals(2, runner.run(ScoreTrend.BOARD, all).rows().size());
            assertEquals(1, runner.run(ScoreTrend.BOARD, gtm).rows().size());
        }
    }

    private BoardAnswer run(String board, String from, String to, List<EventRow> rows) {
        try (var store = DuckDbEventStore.open(folder, CLOCK)) {
            var shuffled = new ArrayList<>(rows);
            Collections.reverse(shuffled); // the answer is the same whatever the order of arrival
            store.append(shuffled);
            var query = new BoardQuery(LocalDate.parse(from), LocalDate.parse(to), null, null);
            return new BoardRunner(new Asker(store, BERLIN, CLOCK))
                    .run(Boards.named(board).orElseThrow(), query);
        }
    }

    private static List<EventRow> chain(String round, String start, @Nullable String... times) {
        var rows = new ArrayList<EventRow>();
        rows.add(GTM.at(start, "round_started", round, "{}"));
        for (int i = 0; i < times.length; i++) {
            rows.add(GTM.at("2026-05-14T" + times[i] + "Z", RoundFunnel.STEPS.get(i + 1), round, "{}"));
        }
        return rows;
    }
}
