package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** {@code nightglass trace} against a real pane. */
class TraceWalk {
    private static final Instant STARTED = Instant.parse("2026-05-14T23:00:00Z");

    @TempDir
    Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aRoundIsPrintedAsTextAndAsJson() throws IOException {
        try (var pane = open()) {
            pane.client()
                    .send(List.of(
                            said(4, 30, "round_kept", "{}"),
                            said(3, 20, "$ai_generation", "{\"$ai_latency\":0.015,\"$ai_total_cost_usd\":0.25}"),
                            said(1, 0, "round_started", "{}")));
            assertEquals(0, run("a round/1"));
            assertEquals("""
                    round_id = a round/1  (kept, 30ms, $0.250, 3 events)
                      round_started  (t=0ms)
                      $ai_generation  planner  (t=5ms, 15ms, $0.250)
                      round_kept  (t=30ms)
                    """, out.toString());
            out.getBuffer().setLength(0);
            assertEquals(0, run("a round/1", "--format", "json"));
            var json = JsonMapper.shared().readTree(out.toString());
            assertEquals("a round/1", json.path("round_id").asString());
            assertEquals("5", json.path("nodes").path(1).path("start_ms").toString());
            assertEquals("", err.toString());
        }
    }

    @Test
    void aRoundThatIsNotThereIsAMessageAndNothingElse() throws IOException {
        try (var pane = open()) {
            pane.client().send(List.of(said(1, 0, "round_started", "{}")));
            assertEquals(1, run("another"));
            assertEquals(1, run("another", "--format", "json"));
            assertEquals("", out.toString());
            assertTrue(err.toString().contains("no round 'another'"), err.toString());
            assertEquals(2, run("a round/1", "--format", "xml"));
            assertEquals("", out.toString());
        }
    }

    private RunningPane open() throws IOException {
        return RunningPane.open(new Config(
                "127.0.0.1", 0, data, null, null, ZoneOffset.UTC, InstantSource.fixed(STARTED.plusSeconds(3_600))));
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("trace"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private static ObjectNode said(int number, long ms, String event, String json) {
        var properties = (ObjectNode) JsonMapper.shared().readTree(json);
        properties.put("round_id", "a round/1");
        var said = JsonMapper.shared().createObjectNode();
        said.put("uuid", new UUID(7, number).toString()).put("event", event);
        said.put("distinct_id", "gtm:acme:planner")
                .put("timestamp", STARTED.plusMillis(ms).toString());
        said.set("properties", properties);
        return said;
    }
}
