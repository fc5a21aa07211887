package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.doctor.Doctor;
import io.nightglass.boards.doctor.Finding;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Warning;
import io.nightglass.store.EventRow;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A night that has every pitfall, and one that has none. */
class DoctorTest {
    private static final Instant NIGHT = Instant.parse("2026-05-14T22:00:00Z");
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-05-17T07:00:00Z"));
    private static final String LONG = "\"description\":\"replace the planner prompt by a shorter one\"";

    @TempDir
    Path folder = Path.of(".");

    private final List<EventRow> rows = new ArrayList<>();

    private void say(String id, String run, @Nullable String round, int minute, String event, String json) {
        var moment = NIGHT.plus(Duration.ofMinutes(minute));
        say(id, run, round, moment, moment, event, json, List.of());
    }

    private void say(
            String id,
            String run,
            @Nullable String round,
            Instant at,
            Instant received,
            String event,
            String json,
            List<Warning> warnings) {
        var properties = (ObjectNode) JsonMapper.shared().readTree("{" + json + "}");
        var envelope = new Envelope("gtm", "acme", run, round, "planner", null);
        rows.add(new EventRow(UUID.randomUUID(), event, at, id, envelope, properties, received, warnings));
    }

    private void round(String run, String round, int minute, String scored, String decision, String decided) {
        say("gtm:acme:planner", run, round, minute, "round_started", "");
        say("gtm:acme:planner", run, round, minute + 1, "round_scored", scored);
        say("gtm:acme:planner", run, round, minute + 2, decision, decided);
    }

    private List<Finding> findings() {
        try (var store = DuckDbEventStore.open(folder, NOW)) {
            store.append(rows);
            return new Doctor(new Asker(store, ZoneOffset.UTC, NOW)).findings();
        }
    }

    @Test
    void findsNothingInACleanNight() {
        var scorer = "\"direction\":\"maximize\",\"scorer_version\":\"1\",\"score\":";
        round("run1", "r1", 0, scorer + "0.5", "round_kept", "\"baseline_score\":0.4");
        round("run1", "r2", 5, scorer + "0.45", "round_reverted", "\"baseline_score\":0.5," + LONG);
        say(
                "gtm:acme:planner",
                "run1",
                "r2",
                6,
                "$ai_generation",
                "\"$ai_trace_id\":\"r2\",\"$ai_total_cost_usd\":0.02,\"$ai_input\":\"hello\"");
        say("gtm:acme:planner", "run1", null, 9, "stop_triggered", "\"reason\":\"plateau\"");
        assertEquals(List.of(), findings());
    }

    @Test
    void findsEveryPitfallInANightThatHasThemAll() {
        round("run1", "r1", 0, "\"scorer_version\":\"1\",\"score\":0.5", "round_kept", "\"baseline_score\":0.4");
        round(
                "run1",
                "r2",
                5,
                "\"scorer_version\":\"2\",\"score\":0.6",
                "round_reverted",
                "\"baseline_score\":0.5," + LONG);
        round("run1", "r3", 10, "\"scorer_version\":\"2\",\"score\":0.3", "round_reverted", LONG);
        say("gtm:acme:planner", "run1", "r4", 20, "round_started", "\"prompt\":\"You are a planner\"");
        say("gtm:acme:planner", "run1", "r5", 25, "round_kept", "");
        say(
                "gtm:acme:planner",
                "run1",
                "r3",
                12,
                "$ai_generation",
                "\"$ai_trace_id\":\"r3\",\"$ai_total_cost_usd\":0.02");
        say("gtm:acme:planner", "run1", "r3", 12, "$ai_trace", "\"$ai_trace_id\":\"r3\",\"$ai_total_cost_usd\":0.02");
        say("gtm:acme:planner", "run1", "r3", 12, "$ai_generation", "\"$ai_trace_id\":\"r3\",\"$ai_model\":\"own-7b\"");
        for (int i = 0; i < 60; i++) {
            say("gtm-" + i, "run1", "r3", 13, "step.plan", "");
        }
        say("gtm:acme:planner", "run1", "r3", NIGHT.plus(Duration.ofHours(2)), NIGHT, "step.plan", "", List.of());
        var missing = new Warning(Warning.Kind.MISSING_ENVELOPE, "round_id", "round_id is not there");
        say("gtm:acme:planner", "run1", null, NIGHT, NIGHT, "round_started", "", List.of(missing));
        var found = findings();
        assertEquals(Doctor.ids(), found.stream().map(Finding::id).toList());
        assertEquals(
                List.of(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L),
                found.stream().map(Finding::count).toList());
        var rounds = found.stream().map(Finding::round).toList();
        assertEquals("r4", rounds.get(Doctor.ids().indexOf("round-without-verdict")));
        assertEquals("r5", rounds.get(Doctor.ids().indexOf("events-lost")));
        assertEquals("r2", rounds.get(Doctor.ids().indexOf("compared-across-scorers")));
        assertEquals("r3", rounds.get(Doctor.ids().indexOf("unpriced-model")));
    }

    @Test
    void thePaperExplainsEach() throws IOException {
        var paper = Files.readString(Path.of("../docs/pitfalls.md"), StandardCharsets.UTF_8);
        for (var id : Doctor.ids()) {
            assertTrue(paper.contains("\n## " + id + "\n"), id);
        }
    }
}
