package io.nightglass.boards.imports;

import static io.nightglass.boards.imports.LogFixture.events;
import static io.nightglass.boards.imports.LogFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.WireEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RoundEventsTest {
    private static final String LOG = "commit\tval_bpb\tmemory_gb\tstatus\tdescription\n"
            + "a1b2c3d\t1.20\t4.0\tkeep\tbaseline\n"
            + "b2c3d4e\t1.10\t4.5\tkeep\twider\n"
            + "c3d4e5f\t0.000000\t0.0\tcrash\tOOM\n"
            + "exp12\t1.15\t4.1\tdiscard\tdeeper\n"
            + "d4e5f6a\t1.12\t4.1\tsupport\ta control\n";

    @TempDir
    private Path folder;

    @Test
    void makesTheFullSetOfEventsOfARoundThatWasKept() throws IOException {
        var round = events(read(folder, "results.tsv", LOG)).get(1);
        assertEquals(
                List.of("round_started", "proposal_generated", "proposal_applied", "round_scored", "round_kept"),
                names(round));
        var started = properties(round, "round_started");
        assertEquals(1.20, started.path("baseline_score").asDouble());
        assertEquals(1, started.path("n_prior_rounds").asInt());
        var scored = properties(round, "round_scored");
        assertEquals(1.10, scored.path("score").asDouble());
        assertEquals(4.5, scored.path("memory_gb").asDouble());
        var kept = properties(round, "round_kept");
        assertEquals(0.10, kept.path("delta").asDouble(), 1e-12);
        assertEquals(1.10, kept.path("new_best").asDouble());
        assertFalse(kept.has("memory_gb"), "a number is said once");
    }

    @Test
    void saysOnEveryEventWhereItComesFrom() throws IOException {
        for (var event : events(read(folder, "results.tsv", LOG)).get(1)) {
            var json = event.toJson();
            var properties = json.path("properties");
            assertEquals(
                    "autoresearch:internal:researcher", json.path("distinct_id").asString());
            assertEquals("val_bpb", properties.path("metric").asString());
            assertEquals("minimize", properties.path("direction").asString());
            assertTrue(properties.path("imported").asBoolean());
            assertEquals("unknown", properties.path("time_source").asString());
            assertEquals("keep", properties.path("status").asString());
            assertEquals("wider", properties.path("description").asString());
            assertEquals("0", properties.path("segment").asString());
            assertEquals("results.tsv", properties.path("import_file").asString());
            assertEquals(3, properties.path("import_line").asInt());
            assertEquals("b2c3d4e", properties.path("git_sha").asString());
            assertTrue(Ulids.isUlid(properties.path("run_id").asString()));
            assertTrue(Ulids.isUlid(properties.path("round_id").asString()));
        }
    }

    @Test
    void neverScoresACrash() throws IOException {
        var round = events(read(folder, "results.tsv", LOG)).get(2);
        assertEquals(
                List.of("round_started", "proposal_generated", "proposal_applied", "round_reverted"), names(round));
        assertEquals(
                "crash",
                properties(round, "round_reverted").path("failure_mode").asString());
    }

    @Test
    void comparesWithTheBestKeptAndNotWithTheRoundBefore() throws IOException {
        var round = events(read(folder, "results.tsv", LOG)).get(3);
        assertEquals(
                1.10, properties(round, "round_started").path("baseline_score").asDouble());
        assertEquals("exp12", properties(round, "round_started").path("commit").asString());
        assertFalse(properties(round, "round_started").has("git_sha"), "exp12 is no commit");
    }

    @Test
    void leavesARoundOpenWhoseStatusIsNoVerdict() throws IOException {
        var round = events(read(folder, "results.tsv", LOG)).get(4);
        assertEquals(List.of("round_started", "proposal_generated", "proposal_applied", "round_scored"), names(round));
    }

    @Test
    void neverComparesAcrossSegments() throws IOException {
        var log = "commit\tval_bpb\tstatus\tdescription\na\t1.9\tkeep\tbaseline\nb\t1.8\tkeep\tx\n"
                + "c\t2.3\tkeep\tMac Mini baseline\nd\t2.2\tkeep\ty\n";
        var rounds = events(read(folder, "r.tsv", log));
        assertEquals(
                "1", properties(rounds.get(2), "round_kept").path("segment").asString());
        assertFalse(properties(rounds.get(2), "round_started").has("baseline_score"));
        assertEquals(
                2.3,
                properties(rounds.get(3), "round_started")
                        .path("baseline_score")
                        .asDouble());
    }

    @Test
    void givesEverySessionARunOfItsOwn() throws IOException {
        var log = "session\tcommit\tscore\tstatus\nmar26\ta\t1\tkeep\nmar27\tb\t2\tkeep\nmar26\tc\t3\tkeep\n";
        var ids = LogIdentity.of(read(folder, "r.tsv", log), LogFixture.OPTIONS).rounds();
        assertEquals(ids.get(0).run(), ids.get(2).run());
        assertNotEquals(ids.get(0).run(), ids.get(1).run());
    }

    @Test
    void knowsItsRoundsAgainAfterTheLogGrewOrMoved() throws IOException {
        var before = LogIdentity.of(read(folder, "results.tsv", LOG), LogFixture.OPTIONS);
        var grown = LOG + "d4e5f6a\t1.12\t4.1\tsupport\ta control\ne5f6a7b\t1.0\t4\tkeep\tlast\n";
        var after = LogIdentity.of(read(folder, "copy.tsv", grown), LogFixture.OPTIONS);
        assertEquals(before.rounds(), after.rounds().subList(0, 5));
        assertEquals(7, new HashSet<>(after.rounds()).size(), "a row said twice is two rounds");
        var elsewhere = new LogOptions("autoresearch", "acme", null, null);
        var other = LogIdentity.of(read(folder, "results.tsv", LOG), elsewhere);
        assertNotEquals(before.rounds().getFirst(), other.rounds().getFirst());
    }

    @Test
    void givesEveryEventAUuidOfItsOwnForEver() throws IOException {
        var first = uuids(events(read(folder, "results.tsv", LOG)));
        assertEquals(first, uuids(events(read(folder, "results.tsv", LOG))));
        assertEquals(first.size(), new HashSet<>(first).size());
    }

    private static List<String> uuids(List<List<WireEvent>> rounds) {
        return rounds.stream()
                .flatMap(List::stream)
                .map(e -> e.uuid().toString())
                .toList();
    }

    private static List<String> names(List<WireEvent> round) {
        return round.stream().map(WireEvent::name).toList();
    }

    private static JsonNode properties(List<WireEvent> round, String name) {
        return round.stream()
                .filter(e -> e.name().equals(name))
                .map(e -> e.toJson().path("properties"))
                .findFirst()
                .orElseThrow();
    }
}
