package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The round drawn in the guide, told by two SDKs in two processes in any order: the tree is the one drawn. */
class DrawnRoundWalk {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROUND = "01HXYZ0DRAWN0IN0THE0GUIDE0";

    /** Milliseconds, of which clients and server may disagree on some: each request is set right by when it was sent. */
    private static final double SKEW = 400;

    @TempDir
    private Path folder;

    @Test
    void twoProcessesInAnyOrderMakeTheTreeThatIsDrawn() throws Exception {
        Scripts.installed("posthog-node");
        var python = Scripts.python("posthog");
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        try (var pane = LivePane.openNow(folder)) {
            var began = Instant.now().minusSeconds(60);
            var claw = file("claw.json", claw(began), seed);
            var mbp = file("mbp.json", mbp(began), seed);
            var tellers = List.of(
                    started(Scripts.command(List.of(python.toString(), "tell.py"), pane, claw.toString())),
                    started(Scripts.command(List.of("node", "tell.mjs"), pane, mbp.toString())));
            for (var teller : tellers) {
                assertTrue(teller.waitFor(60, TimeUnit.SECONDS), "still running after a minute");
                assertEquals(0, teller.exitValue());
            }
            assertEquals(DRAWN, withoutTimes(trace(pane, "text")));
            var json = JSON.readTree(trace(pane, "json"));
            assertEquals(12, json.path("events").asInt());
            assertEquals("kept", json.path("verdict").asString());
            assertEquals(0.042, json.path("cost_usd").asDouble(), 1e-12);
            near(8500, json.path("duration_ms"));
            times(json);
            page(pane);
        }
    }

    private static final String DRAWN = """
            round_id = 01HXYZ0DRAWN0IN0THE0GUIDE0  (kept, $0.042, 12 events)
              round_started  (t)
              step.plan  (t)
              $ai_generation  planner  (t, $0.004)
              step.tool_called  apply_diff  (t)
              step.tool_returned  apply_diff  (t, ok)
              eval.run  gtm-9dim  (t, cases=9)
                $ai_generation  judge:dim0  (t, $0.019)
                eval.case  dim0  (t, score=0.8, passed)
                $ai_generation  judge:dim1  (t, $0.019)
                eval.case  dim1  (t, score=0.75, passed)
              round_scored  (t, score=0.78)
              round_kept  (t, delta=+0.06, cost=$0.042)
            """;

    /** What the orchestrator says. */
    private static ArrayNode claw(Instant began) {
        var told = JSON.createArrayNode();
        say(told, began, 0, "planner", "round_started", "{'model':'claude-sonnet-4-5','n_prior_rounds':3}");
        say(told, began, 12, "planner", "step.plan", "{'step_id':'s1','plan':'guard the purchase tag'}");
        say(told, began, 862, "planner", "$ai_generation", """
                {'$ai_latency':0.842,'$ai_total_cost_usd':0.004,'$ai_model':'claude-sonnet-4-5','$ai_trace_id':'ROUND'}""");
        say(told, began, 880, "planner", "step.tool_called", "{'step_id':'s2','tool':'apply_diff','args_json':'{}'}");
        say(told, began, 1200, "planner", "step.tool_returned", "{'step_id':'s2','tool':'apply_diff','ok':true}");
        say(told, began, 8400, "planner", "round_scored", "{'score':0.78}");
        say(told, began, 8500, "planner", "round_kept", "{'delta':0.06,'cost_usd':0.042}");
        return told;
    }

    /** What the scorer says on its machine. Its judges name the round as their trace, and no parent. */
    private static ArrayNode mbp(Instant began) {
        var told = JSON.createArrayNode();
        say(told, began, 1210, "judge", "eval.run", "{'suite_id':'e1','suite':'gtm-9dim','n_cases':9}");
        say(told, began, 1710, "judge", "$ai_generation", """
                {'$ai_latency':0.41,'$ai_total_cost_usd':0.019,'$ai_trace_id':'ROUND','$ai_span_id':'judge:dim0'}""");
        say(told, began, 1711, "judge", "eval.case", "{'suite_id':'e1','case_id':'dim0','score':0.8,'passed':true}");
        say(told, began, 2107, "judge", "$ai_generation", """
                {'$ai_latency':0.395,'$ai_total_cost_usd':0.019,'$ai_trace_id':'ROUND','$ai_span_id':'judge:dim1'}""");
        say(told, began, 2108, "judge", "eval.case", "{'suite_id':'e1','case_id':'dim1','score':0.75,'passed':true}");
        return told;
    }

    private static void say(ArrayNode told, Instant began, long ms, String agent, String... said) {
        var properties = (ObjectNode) JSON.readTree(said[1].replace('\'', '"').replace("ROUND", ROUND));
        if (!said[0].startsWith("$ai_")) {
            properties.put("round_id", ROUND);
        }
        told.addObject()
                .put("event", said[0])
                .put("distinct_id", "gtm-autoresearch:acme:" + agent)
                .put("timestamp", began.plusMillis(ms).toString())
                .set("properties", properties);
    }

    private Path file(String name, ArrayNode told, long seed) throws IOException {
        var shuffled = new ArrayList<JsonNode>(told.values());
        Collections.shuffle(shuffled, new Random(seed));
        return Files.writeString(folder.resolve(name), JSON.writeValueAsString(shuffled));
    }

    private static Process started(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(Scripts.folder().toFile())
                .inheritIO()
                .start();
    }

    private static String trace(LivePane pane, String format) {
        var answer = pane.get(
                "/api/projects/@current/trace/?format=%s&round_id=%s".formatted(format, ROUND),
                "Authorization",
                "Bearer " + LivePane.PERSONAL);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("t=[\\d.]+m?s", "t").replaceAll("\\d[\\d.]*m?s, ", "");
    }

    /** Where the guide draws them. */
    private static void times(JsonNode trace) {
        var drawn = Map.of(
                "step.plan",
                12.0,
                "step.tool_called",
                880.0,
                "eval.run",
                1200.0,
                "round_scored",
                8400.0,
                "round_kept",
                8500.0);
        for (var node : trace.path("nodes").values()) {
            var at = drawn.get(node.path("event").asString());
            if (at != null) {
                near(at, node.path("start_ms"));
            }
        }
        var judge = trace.path("nodes").path(4).path("children").path(0);
        near(1300, judge.path("start_ms"));
        assertEquals(410, judge.path("duration_ms").asDouble());
    }

    private static void near(double expected, JsonNode actual) {
        assertEquals(expected, actual.asDouble(), SKEW);
    }

    private static void page(LivePane pane) {
        var page = pane.get("/rounds/" + ROUND).body();
        var names = Pattern.compile("aria-level=\"(\\d)\".*?class=\"nm\">(?:<b>)?([^<]*)<", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(line -> line.group(1) + " " + line.group(2))
                .toList();
        assertEquals(
                List.of(
                        "1 round",
                        "2 round_started",
                        "2 step.plan",
                        "2 planner",
                        "2 apply_diff",
                        "2 eval.run gtm-9dim",
                        "3 judge:dim0",
                        "3 dim0",
                        "3 judge:dim1",
                        "3 dim1",
                        "2 round_scored",
                        "2 round_kept"),
                names);
    }
}
