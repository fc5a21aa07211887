package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs as pages, over events sent by HTTP. */
class RunsWalk {
    @TempDir
    private Path folder;

    private LivePane pane;
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void sendTwoRuns() {
        pane = LivePane.open(folder, InstantSource.fixed(Instant.parse("2026-05-15T07:00:00Z")));
        round("run-1", "a1", "2026-05-13T22:00:00Z", 0.70, "round_kept", "0.10");
        round("run-1", "a2", "2026-05-13T22:10:00Z", 0.65, "round_reverted", "0.20");
        say("run-1", null, "2026-05-13T23:00:00Z", "stop_triggered", "\"reason\":\"budget\"");
        round("run-2", "b1", "2026-05-14T22:00:00Z", 0.72, "round_kept", "0.125");
        round("run-2", "b2", "2026-05-14T22:10:00Z", 0.69, "round_reverted", "0.25");
        say("run-2", "b3", "2026-05-14T22:20:00Z", "round_started", "\"diff_lines\":12");
        say(
                "run-2",
                "b3",
                "2026-05-14T22:20:30Z",
                "model_escalated",
                "\"from_model\":\"small\",\"to_model\":\"<i>large\"");
        say("run-2", "b3", "2026-05-14T22:21:00Z", "round_reverted", "\"failure_mode\":\"apply_conflict\"");
        round("run-2", "b4", "2026-05-14T22:30:00Z", 0.80, "round_kept", "0.5");
        say("run-2", null, "2026-05-14T23:00:00Z", "stop_triggered", "\"reason\":\"plateau\"");
        var answer = pane.post("/batch/", LivePane.batch(events.toArray(String[]::new)));
        assertEquals(200, answer.statusCode(), answer.body());
    }

    @AfterEach
    void close() {
        pane.close();
    }

    @Test
    void theListLeadsToTheRunAndTheRunToItsRounds() {
        var list = page("/runs");
        assertTrue(list.contains("2 runs") && list.contains("/runs/run-2") && list.contains("plateau"), list);
        assertTrue(list.indexOf("/runs/run-2") < list.indexOf("/runs/run-1"), "the latest first");
        assertTrue(page("/runs?project=none").contains("No run of this loop"));
        var run = page("/runs/run-2");
        assertTrue(run.contains("0.600 → 0.800, 2 of 4 rounds kept, stopped: plateau"), run);
        assertTrue(run.contains("$0.875"), "spent: " + run);
        assertTrue(run.contains("$0.438 per kept, $0.250 wasted"), run);
        assertTrue(run.contains("at <a href=\"/rounds/b4\">round 4</a>"), run);
        assertTrue(run.contains("aria-label=\"round 3, crashed, not scored\""), run);
        assertTrue(run.contains("12 lines") && run.contains("apply_conflict"), run);
        assertTrue(run.contains("small → ") && !run.contains("<i>large"), "models are text");
        assertTrue(run.contains("href=\"/runs/run-1\""), "the run before");
        assertEquals(4, run.split("<tr data-row>", -1).length - 1);
    }

    @Test
    void twoRunsAndTwoNightsStandSideBySide() {
        var runs = page("/compare?run=run-2");
        assertTrue(runs.indexOf("/runs/run-1") < runs.indexOf("href=\"/runs/run-2\""), "the earlier first: " + runs);
        assertTrue(runs.contains("budget") && runs.contains("<b>plateau</b>"), runs);
        assertTrue(runs.contains("$0.300") && runs.contains("<b>$0.875</b>"), runs);
        assertEquals(
                runs.split("<table", 2)[1],
                page("/compare?run=run-2&with=run-1").split("<table", 2)[1]);
        var nights = page("/compare?night=2026-05-14");
        assertTrue(nights.contains("Night of Wed 13 May") && nights.contains("Night of Thu 14 May"), nights);
        assertTrue(nights.contains("0.800, 2 of 4 kept") && nights.contains("0.700, 1 of 2 kept"), nights);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertEquals(404, pane.get("/runs/none").statusCode());
        assertTrue(pane.get("/runs/none").body().contains("There is no run none"));
        assertTrue(page("/compare?run=none").contains("There is no run none."));
        assertTrue(page("/compare?run=run-1").contains("No run of this loop came before it."));
        assertTrue(page("/compare?night=soon").contains("soon is not a date"));
        assertFalse(page("/compare?run=run-2&with=%3Cscript%3E").contains("<script>."), "text");
    }

    @Test
    void theFirstPageTheListOfRoundsAndARoundLeadToTheRun() {
        assertTrue(page("/?night=2026-05-14").contains("/runs/run-2"), "from the stop");
        assertTrue(page("/?night=2026-05-14").contains("/compare?night=2026-05-14"));
        assertTrue(page("/rounds?run=run-2").contains("href=\"/runs/run-2\""), "from the filter");
        assertTrue(page("/rounds/b1").contains("href=\"/runs/run-2\""), "from a round");
    }

    private String page(String path) {
        var answer = pane.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private void round(String run, String round, String at, double score, String verdict, String cost) {
        var start = Instant.parse(at);
        say(run, round, at, "round_started", "\"baseline_score\":0.6");
        say(run, round, start.plusSeconds(60).toString(), "round_scored", "\"score\":" + score);
        say(run, round, start.plusSeconds(61).toString(), verdict, "\"cost_usd\":" + cost);
    }

    private void say(
            String run, @org.jspecify.annotations.Nullable String round, String at, String event, String more) {
        var id = round == null ? "" : "\"round_id\":\"%s\",".formatted(round);
        events.add("""
                {"event":"%s","distinct_id":"gtm:acme:planner","timestamp":"%s","properties":{"run_id":"%s",%s%s}}""".formatted(event, at, run, id, more));
    }
}
