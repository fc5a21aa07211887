package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boards that are tables of their rows, each on data small enough to count by hand. */
class TableBoardsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final Said GTM = new Said("gtm-autoresearch", "acme");
    private static final Said ML = new Said("ml", "acme");

    @TempDir
    Path folder = Path.of(".");

    private List<List<@Nullable Object>> rows(Board board, @Nullable String project, EventRow... events) {
        try (var store = DuckDbEventStore.open(folder, CLOCK)) {
            store.append(Arrays.asList(events).reversed());
            var query = new BoardQuery(LocalDate.of(2026, 5, 10), LocalDate.of(2026, 5, 20), project, null);
            return new BoardRunner(new Asker(store, ZoneId.of("Europe/Berlin"), CLOCK))
                    .run(board, query)
                    .rows();
        }
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 5, day);
    }

    @Test
    void dimensionsAreThoseOfTheOneLoopThatHasThemUnlessAnotherIsAskedFor() {
        var rows = rows(
                DimensionHeatmap.BOARD,
                null,
                GTM.at("2026-05-14T10:00:00Z", "round_scored", "a", "{\"dim_a/b\":1,\"dim_x\":true}"),
                GTM.at("2026-05-14T11:00:00Z", "round_scored", "a", "{\"dim_a/b\":\"2\",\"dim_y\":\"n/a\"}"),
                GTM.at("2026-05-14T22:30:00Z", "round_scored", "b", "{\"dim_a/b\":4}"),
                ML.at("2026-05-14T10:00:00Z", "round_scored", "c", "{\"dim_a/b\":9}"));
        assertEquals(List.of(List.of(day(14), "dim_a/b", 1.5, 1L), List.of(day(15), "dim_a/b", 4.0, 1L)), rows);
    }

    @Test
    void moneyFallsOnItsOwnDayAndAKeptRoundOnTheDayItWasDecided() {
        var rows = rows(
                CostPerKept.BOARD,
                null,
                ML.at("2026-05-14T10:00:00Z", "$ai_generation", "a", "{\"$ai_total_cost_usd\":0.1}"),
                ML.at("2026-05-14T11:00:00Z", "$ai_generation", "a", "{\"$ai_total_cost_usd\":0.2}"),
                ML.at("2026-05-14T12:00:00Z", "$ai_generation", "b", "{\"$ai_total_cost_usd\":0.4}"),
                ML.at("2026-05-15T10:00:00Z", "round_kept", "a", "{}"),
                ML.at("2026-05-15T11:00:00Z", "round_kept", "c", "{\"cost_usd\":3}"),
                ML.at("2026-05-16T10:00:00Z", "round_reverted", "b", "{}"),
                ML.at("2026-05-16T11:00:00Z", "$ai_generation", null, "{}"));
        assertEquals(
                List.of(
                        Arrays.<@Nullable Object>asList(day(14), 0.7, 0L, null, 0.4),
                        Arrays.<@Nullable Object>asList(day(15), 3.0, 2L, 1.5, 0.0),
                        Arrays.<@Nullable Object>asList(day(16), 0.0, 0L, null, 0.0)),
                rows);
    }

    @Test
    void escalationsAndStopsAreCountedByDayANullBeingAGroup() {
        assertEquals(
                List.of(
                        Arrays.<@Nullable Object>asList(day(14), "small", "big", 2L),
                        Arrays.<@Nullable Object>asList(day(14), null, "big", 1L)),
                rows(
                        Escalations.BOARD,
                        "ml",
                        ML.at(
                                "2026-05-14T10:00:00Z",
                                "model_escalated",
                                "a",
                                "{\"from_model\":\"small\",\"to_model\":\"big\"}"),
                        ML.at(
                                "2026-05-14T11:00:00Z",
                                "model_escalated",
                                null,
                                "{\"from_model\":\"small\",\"to_model\":\"big\"}"),
                        ML.at("2026-05-14T11:00:01Z", "model_escalated", null, "{\"to_model\":\"big\"}"),
                        GTM.at("2026-05-14T11:00:02Z", "model_escalated", null, "{\"to_model\":\"big\"}")));
        assertEquals(
                List.of(List.of(day(14), "ml", "budget", 1L)),
                rows(
                        StopReasons.BOARD,
                        null,
                        ML.at("2026-05-14T10:00:00Z", "stop_triggered", null, "{\"reason\":\"budget\"}")));
    }

    @Test
    void aModelIsGradedByItsCallsAndItsRoundsTogether() {
        assertEquals(
                List.of(List.of("t", "small", 2L, 1L, 0.5)),
                rows(
                        ModelFit.BOARD,
                        null,
                        ML.at(
                                "2026-05-14T10:00:00Z",
                                "token_machine.request",
                                "a",
                                "{\"task_type\":\"t\",\"model_used\":\"small\",\"quality_score\":0.2}"),
                        ML.at(
                                "2026-05-14T10:00:01Z",
                                "token_machine.request",
                                null,
                                "{\"task_type\":\"t\",\"model_used\":\"small\"}"),
                        ML.at("2026-05-14T10:00:02Z", "token_machine.request", null, "{\"model_used\":\"small\"}"),
                        ML.at(
                                "2026-05-14T10:00:03Z",
                                "round_scored",
                                "a",
                                "{\"task_type\":\"t\",\"model\":\"small\",\"quality_score\":\"0.8\"}")));
    }

    @Test
    void aWeekIsNamedAfterItsMondayAndCountsCallsOfUnknownPriceToo() {
        assertEquals(
                List.of(
                        Arrays.<@Nullable Object>asList(day(11), "t", 0.5, 2L),
                        Arrays.<@Nullable Object>asList(day(11), null, 2.0, 0L),
                        Arrays.<@Nullable Object>asList(day(18), "t", 0.0, 1L)),
                rows(
                        CostCompression.BOARD,
                        null,
                        ML.at(
                                "2026-05-11T10:00:00Z",
                                "token_machine.request",
                                null,
                                "{\"task_type\":\"t\",\"cost_usd\":0.5}"),
                        ML.at("2026-05-17T21:59:59Z", "$ai_generation", null, "{\"task_type\":\"t\"}"),
                        ML.at("2026-05-17T22:00:00Z", "$ai_embedding", null, "{\"task_type\":\"t\"}"),
                        ML.at("2026-05-12T10:00:00Z", "round_kept", "a", "{\"cost_usd\":2}")));
    }

    @Test
    void anAnomalyMeetsEveryRevertOfItsHourOfTheClock() {
        var anomaly = "{\"type\":\"wrong_model\",\"user_id\":\"u\",\"task_type\":\"t\",\"recommendation\":\"r\"}";
        assertEquals(
                List.of(Arrays.<@Nullable Object>asList(
                        Instant.parse("2026-05-14T10:59:00Z"),
                        "u",
                        "t",
                        "r",
                        "a",
                        "why",
                        Instant.parse("2026-05-14T10:01:00Z"))),
                rows(
                        AnomalyRegressions.BOARD,
                        null,
                        ML.at("2026-05-14T10:59:00Z", "token_machine.anomaly", null, anomaly),
                        ML.at("2026-05-14T10:58:00Z", "token_machine.anomaly", null, "{\"type\":\"slow\"}"),
                        ML.at("2026-05-14T10:01:00Z", "round_reverted", "a", "{\"reason\":\"why\"}"),
                        GTM.at("2026-05-14T11:00:00Z", "round_reverted", "b", "{}")));
    }
}
