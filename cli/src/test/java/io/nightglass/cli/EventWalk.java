package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.cli.pane.RunningPane;
import io.nightglass.server.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The path of an event as docs/architecture.md tells it: sent over HTTP, kept as a row, a round, a line of a board. */
class EventWalk {
    private static final Instant STARTED = Instant.parse("2026-05-14T23:00:00Z");
    private static final Identity PLANNER = new Identity("autoresearch", "internal", "planner");

    @TempDir
    Path data;

    private final String round = Ulids.of(STARTED, new byte[] {1});

    @Test
    void aRoundSentAsFiveEventsStandsOnTheFunnelAndTheTrend() throws IOException {
        try (var pane = open()) {
            var events = round();
            pane.client().send(events);
            pane.client().send(events); // a batch sent twice adds nothing

            assertEquals("[[5]]", results(pane, "SELECT count() FROM events"));
            assertEquals(
                    "[[\"%s\",\"kept\",0.9871,0.0063]]".formatted(round),
                    results(pane, "SELECT round_id, verdict, score, round(delta, 4) FROM rounds"));
            assertEquals(
                    "[[\"2026-05-14\",\"autoresearch\",0.9871,1]]",
                    board(pane, "score-trend").path("rows").toString());
            var funnel = board(pane, "round-funnel").path("rows");
            assertEquals(
                    "[\"autoresearch\",\"round_started\",1,1.0,1.0,null]",
                    funnel.get(0).toString());
            assertEquals(
                    "[\"autoresearch\",\"round_kept\",1,1.0,1.0,60.0]",
                    funnel.get(4).toString());
        }
    }

    @Test
    void theCommandsPrintWhatThePaneAnswers() throws IOException {
        try (var pane = open()) {
            pane.client().send(round());
            var out = new StringWriter();
            assertEquals(0, run(out, "query", "SELECT count() AS n FROM rounds", "--format", "csv"));
            assertEquals("n\r\n1\r\n", out.toString());

            out = new StringWriter();
            assertEquals(
                    0,
                    run(out, "board", "score-trend", "--from", "2026-05-14", "--to", "2026-05-14", "--format", "json"));
            var json = JsonMapper.shared().readTree(out.toString());
            assertEquals(
                    "Is each night improving on the last?",
                    json.path("question").asString());
            assertEquals("2026-05-14", json.path("from").asString());

            out = new StringWriter();
            assertEquals(2, run(out, "query", "SELECT scor FROM rounds"));
            assertEquals("", out.toString());
            assertEquals(1, run(out, "board", "no-such-board"));
            assertEquals(2, run(out, "board", "score-trend", "--from", "yesterday"));
            assertEquals("", out.toString());
        }
    }

    @Test
    void withoutAPaneTheCommandsSayHowToReachOne() {
        var err = new StringWriter();
        int code = Main.execute(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true),
                "query",
                "SELECT 1",
                "--data",
                data.toString());
        assertEquals(1, code);
        assertTrue(
                err.toString().contains("POSTHOG_PERSONAL_API_KEY")
                        || err.toString().contains("serve"),
                err.toString());
    }

    private RunningPane open() throws IOException {
        return RunningPane.open(new Config(
                "127.0.0.1", 0, data, null, null, ZoneOffset.UTC, InstantSource.fixed(STARTED.plusSeconds(3_600))));
    }

    private int run(StringWriter out, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Main.execute(
                new PrintWriter(out, true), new PrintWriter(new StringWriter(), true), all.toArray(String[]::new));
    }

    private static String results(RunningPane pane, String hogql) {
        return pane.client().query(hogql).path("results").toString();
    }

    private static tools.jackson.databind.JsonNode board(RunningPane pane, String id) {
        return pane.client().get("/api/projects/@current/boards/%s/?from=2026-05-01&to=2026-05-31".formatted(id));
    }

    private List<ObjectNode> round() {
        var events = List.<Event>of(
                new RoundStarted("sample-small", 12L, 0.9934, 0L),
                new ProposalGenerated(900L, 300L, 0.004, 842.0, null),
                new ProposalApplied("train.py", 512L, 90.0),
                new RoundScored(0.9871, null, null, null, null),
                new RoundKept(0.0063, 0.9871, 0.042));
        var sent = new ArrayList<ObjectNode>();
        for (int i = 0; i < events.size(); i++) {
            var more = JsonMapper.shared().createObjectNode();
            more.put("direction", Direction.MINIMIZE.wire())
                    .put("metric", "val_bpb")
                    .put("baseline_score", 0.9934);
            sent.add(new WireEvent(
                            new UUID(7, i),
                            STARTED.plusSeconds(60L * i),
                            PLANNER.distinctId(),
                            new Envelope(PLANNER.project(), PLANNER.client(), null, round, PLANNER.agent(), null),
                            events.get(i),
                            more)
                    .toJson());
        }
        return sent;
    }
}
