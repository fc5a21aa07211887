package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.morning.MorningReader;
import io.nightglass.boards.morning.ReportJson;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The morning report, by hand. */
class ReportTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-15T13:00:00Z"));
    private static final Said GTM = new Said("gtm", "acme");
    private static final Said OTHER = new Said(null, "acme");

    @TempDir
    private Path folder;

    @Test
    void addsMoneyExactlyAndSaysWhatIsNotKnown() {
        try (var store = night()) {
            var gtm = report(store).path("projects").path(1);
            assertEquals("gtm", gtm.path("project").asString());
            assertEquals("0.3", gtm.path("cost_usd").decimalValue().toPlainString(), "0.1 and 0.2");
            assertEquals("0.3", gtm.path("cost_per_kept").decimalValue().toPlainString());
            assertEquals("0.2", gtm.path("wasted_usd").decimalValue().toPlainString());
            assertEquals(1, gtm.path("unknown_cost_calls").asLong());
            assertTrue(gtm.path("cost_is_at_least").booleanValue());
            assertEquals("""
                    [{"failure_mode":"worse","rounds":1,"cost_usd":0.2,"cost_is_at_least":false},\
                    {"failure_mode":null,"rounds":1,"cost_usd":0,"cost_is_at_least":true}]""", gtm.path("failure_modes").toString());
        }
    }

    @Test
    void countsWhatTheNightHadAndNothingElse() {
        try (var store = night()) {
            var gtm = report(store).path("projects").path(1);
            assertEquals(3, gtm.path("rounds").asLong());
            assertEquals(1, gtm.path("kept").asLong());
            assertEquals(1, gtm.path("reverted").asLong());
            assertEquals(1, gtm.path("crashed").asLong());
            assertEquals(0, gtm.path("open").asLong());
            assertTrue(gtm.path("best_before").isNull() && gtm.path("delta").isNull(), gtm.toString());
            assertEquals(0.7, gtm.path("best_after").doubleValue());
            assertEquals(
                    "{\"step\":\"proposal_generated\",\"lost\":3}",
                    gtm.path("leak").toString());
            assertEquals(
                    "[{\"reason\":\"plateau\",\"stops\":1}]",
                    gtm.path("stop_reasons").toString());
            assertEquals(1, gtm.path("failed_calls").asLong());
            assertEquals(1, gtm.path("escalations").asLong());
            assertEquals("moved", gtm.path("changes").path(0).path("content").asString());
        }
    }

    @Test
    void namesWhatHasNoProjectButLeavesOutWhoDidNothing() {
        try (var store = night()) {
            var projects = report(store).path("projects");
            assertTrue(projects.path(0).path("project").isNull(), projects.toString());
            assertEquals(1, projects.path(0).path("anomalies").asLong());
            assertEquals(0, projects.path(0).path("rounds").asLong());
            assertTrue(projects.path(0).path("cost_per_kept").isNull());
            assertFalse(projects.path(0).path("cost_is_at_least").booleanValue());
            assertEquals(2, projects.size(), "a loop of other nights is not in this one");
        }
    }

    @Test
    void afterNoonTheLastNightIsTheOneThatBeganYesterday() {
        try (var store = night()) {
            var latest = new MorningReader(asker(store), store.metadata()).latest();
            assertEquals(LocalDate.of(2026, 5, 14), latest.night().date());
        }
    }

    private static JsonNode report(DuckDbEventStore store) {
        var night = new Night(LocalDate.of(2026, 5, 14), ZoneOffset.UTC);
        return ReportJson.of(new MorningReader(asker(store), store.metadata()).read(night));
    }

    private DuckDbEventStore night() {
        var store = DuckDbEventStore.open(folder, CLOCK);
        store.append(List.of(
                new Said("idle", "acme").at("2026-05-12T22:00:00Z", "round_started", "i1", "{}"),
                GTM.at("2026-05-14T22:00:00Z", "round_started", "r1", "{}"),
                GTM.at("2026-05-14T22:01:00Z", "round_scored", "r1", "{\"score\":0.7}"),
                GTM.at("2026-05-14T22:02:00Z", "round_kept", "r1", "{\"cost_usd\":0.1}"),
                GTM.at("2026-05-14T23:00:00Z", "round_started", "r2", "{}"),
                GTM.at("2026-05-14T23:01:00Z", "round_scored", "r2", "{\"score\":0.6}"),
                GTM.at("2026-05-14T23:02:00Z", "round_reverted", "r2", "{\"cost_usd\":0.2,\"reason\":\"worse\"}"),
                GTM.at("2026-05-15T00:00:00Z", "round_started", "r3", "{}"),
                GTM.at("2026-05-15T00:00:30Z", "model_escalated", "r3", "{\"to_model\":\"large\"}"),
                GTM.at("2026-05-15T00:00:40Z", "$ai_generation", "r3", "{\"$ai_model\":\"m\",\"$ai_is_error\":true}"),
                GTM.at("2026-05-15T00:01:00Z", "round_reverted", "r3", "{}"),
                GTM.at("2026-05-15T03:41:00Z", "stop_triggered", null, "{\"reason\":\"plateau\"}"),
                GTM.at("2026-05-15T12:00:00Z", "model_escalated", null, "{\"to_model\":\"large\"}"),
                OTHER.at("2026-05-15T01:00:00Z", "token_machine.anomaly", null, "{\"type\":\"slow\"}")));
        store.metadata().annotate(Instant.parse("2026-05-15T02:00:00Z"), "moved", null);
        return store;
    }

    private static Asker asker(DuckDbEventStore store) {
        return new Asker(store, ZoneOffset.UTC, CLOCK);
    }
}
