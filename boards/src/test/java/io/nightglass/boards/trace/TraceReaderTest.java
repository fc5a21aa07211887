package io.nightglass.boards.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Traces read from the real store, as they are printed. */
class TraceReaderTest {
    @TempDir
    Path folder = Path.of(".");

    @Test
    void theRoundOfTheGuideIsPrintedAsItIsDrawn() {
        try (var outline = new TraceOutline(folder)) {
            assertEquals("""
                    round_id = 01HXYZ  (kept, 8.5s, $0.004, 12 events)
                      round_started  (t=0ms)
                      step.plan  (t=12ms)
                      $ai_generation  planner  (t=20ms, 842ms, $0.004)
                      step.tool_called  apply_diff  (t=880ms)
                      step.tool_returned  apply_diff  (t=1.2s, 320ms, ok)
                      eval.run  gtm-9dim  (t=1.2s, cases=9)
                        $ai_generation  judge:dim0  (t=1.3s, 410ms)
                        eval.case  dim0  (t=1.7s, score=0.8, passed)
                        $ai_generation  judge:dim1  (t=1.7s, 395ms)
                        eval.case  dim1  (t=2.1s, score=0.75, passed)
                      round_scored  (t=8.4s, score=0.78)
                      round_kept  (t=8.5s, delta=+0.06, cost=$0.042)
                    """, TraceText.of(outline.tell(ToldRound.drawn("01HXYZ"))));
        }
    }

    @Test
    void asJsonItHasTheKeysThatProgramsReadItBy() {
        try (var outline = new TraceOutline(folder)) {
            var json = TraceJson.of(outline.tell(ToldRound.drawn("01HXYZ")));
            assertEquals("2026-05-14T22:00:00Z", json.path("started_at").asString());
            assertEquals("8500", json.path("duration_ms").toString());
            assertEquals("kept", json.path("verdict").asString());
            assertEquals(0.004, json.path("cost_usd").asDouble());
            assertEquals(12, json.path("events").asInt());
            var call = json.path("nodes").path(2);
            assertEquals("20", call.path("start_ms").toString());
            assertEquals("842", call.path("duration_ms").toString());
            assertEquals(0.004, call.path("cost_usd").asDouble());
            assertEquals("call", call.path("kind").asString());
            assertTrue(call.path("ok").asBoolean());
            assertFalse(call.has("unplaced"));
            var tool = json.path("nodes").path(3);
            assertEquals(2, tool.path("uuids").size());
            assertEquals(tool.path("id"), tool.path("uuids").path(0));
            var kinds = new ArrayList<String>();
            json.path("nodes").forEach(node -> kinds.add(node.path("kind").asString()));
            assertEquals(List.of("event", "event", "call", "tool", "eval_run", "event", "event"), kinds);
        }
    }

    @Test
    void theOrderOfArrivalDoesNotShow() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var told = tangle(random, "tangled", 300).rows();
        String first = "";
        for (int i = 0; i < 4; i++) {
            var rows = new ArrayList<>(told);
            Collections.shuffle(rows, random);
            try (var outline = new TraceOutline(folder.resolve("order" + i))) {
                int half = random.nextInt(rows.size());
                outline.store().append(rows.subList(0, half));
                outline.store().append(rows.subList(half, rows.size()));
                var json = TraceJson.of(outline.read("tangled")).toString();
                first = first.isEmpty() ? json : first;
                assertEquals(first, json, "seed " + seed);
            }
        }
    }

    @Test
    void fiveThousandEventsStandInOneNodeEach() {
        long seed = System.nanoTime();
        try (var outline = new TraceOutline(folder)) {
            var told = tangle(new Random(seed), "large", 5_000);
            outline.store().append(told.rows());
            outline.read("large"); // the first question of a store also folds the round
            long began = System.nanoTime();
            var trace = outline.read("large");
            var took = Duration.ofNanos(System.nanoTime() - began);
            assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, () -> "took " + took);
            var json = TraceJson.of(trace);
            assertEquals(5_000, json.path("events").asInt());
            var uuids = new ArrayList<String>();
            var ids = new ArrayList<String>();
            walk(json.path("nodes"), uuids, ids, "seed " + seed);
            assertEquals(
                    told.rows().stream().map(row -> row.uuid().toString()).collect(Collectors.toSet()),
                    new HashSet<>(uuids));
            assertEquals(5_000, uuids.size(), "seed " + seed);
            assertEquals(ids.size(), new HashSet<>(ids).size(), "seed " + seed);
            assertEquals(5_001, TraceText.of(trace).lines().count(), "seed " + seed);
        }
    }

    /** Events of every kind with few ids, so that they name each other, themselves and nothing. */
    private static ToldRound tangle(Random random, String id, int events) {
        var names = List.of(
                "$ai_generation",
                "$ai_span",
                "$ai_trace",
                "step.tool_called",
                "step.tool_returned",
                "step.retry",
                "eval.run",
                "eval.case",
                "eval.regression",
                "step.plan",
                "round_scored");
        var round = new ToldRound(id).at(0, "round_started");
        while (round.rows().size() < events) {
            var json = new StringBuilder("{'ok':%b,'n_cases':%d".formatted(random.nextBoolean(), random.nextInt(4)));
            for (var name :
                    List.of("$ai_span_id", "$ai_parent_id", "suite_id", "step_id", "case_id", "tool", "agent")) {
                if (random.nextInt(3) == 0) {
                    json.append(",'%s':'%d'".formatted(name, random.nextInt(events / 5)));
                }
            }
            json.append(
                    ",'$ai_latency':%s,'$ai_is_error':%b}".formatted(random.nextDouble(-1, 2), random.nextBoolean()));
            round.at(random.nextInt(events), names.get(random.nextInt(names.size())), json.toString());
        }
        return round;
    }

    private static void walk(JsonNode nodes, List<String> uuids, List<String> ids, String seed) {
        double last = Double.NEGATIVE_INFINITY;
        for (var node : nodes) {
            assertTrue(node.path("start_ms").asDouble() >= last, seed);
            last = node.path("start_ms").asDouble();
            ids.add(node.path("id").asString());
            node.path("uuids").forEach(uuid -> uuids.add(uuid.asString()));
            walk(node.path("children"), uuids, ids, seed);
        }
    }

    @Test
    void whatBeganBeforeTheRoundHasANegativeStart() {
        try (var outline = new TraceOutline(folder)) {
            var json = TraceJson.of(outline.tell(new ToldRound("early")
                    .at(100, "round_started")
                    .at(90, "$ai_generation", "{'$ai_latency':0.0405}")
                    .at(200, "round_started")));
            assertEquals("-50.5", json.path("nodes").path(0).path("start_ms").toString());
            assertEquals("40.5", json.path("nodes").path(0).path("duration_ms").toString());
            assertEquals("100", json.path("duration_ms").toString());
            assertEquals("2026-05-14T22:00:00.100Z", json.path("started_at").asString());
            assertTrue(json.path("cost_usd").isNull());

            var unstarted = TraceJson.of(
                    outline.tell(new ToldRound("unstarted").at(90, "$ai_generation", "{'$ai_latency':0.05}")));
            assertEquals(
                    "2026-05-14T22:00:00.040Z", unstarted.path("started_at").asString());
            assertEquals("50", unstarted.path("duration_ms").toString());
        }
    }

    @Test
    void whatDataSaysNeitherBreaksALineNorMovesACursor() {
        var evil = "a\\nb\\r\\u001b[2J\\u2028c\\u202ed\\u0085e";
        try (var outline = new TraceOutline(folder)) {
            var trace = outline.tell(new ToldRound("evil\n\u001b[0mround")
                    .at(0, "round_started")
                    .at(10, "plain\nstep.plan\u2029two", "{}")
                    .at(20, "$ai_generation", "{'$ai_span_name':'%s','$ai_error':'%s'}".formatted(evil, evil))
                    .at(30, "\u0007", "{}")
                    .at(40, "step.tool_called", "{'step_id':'%s','tool':'%s'}".formatted(evil, "x".repeat(5_000))));
            var text = TraceText.of(trace);
            assertEquals(6, text.lines().count(), text);
            assertTrue(text.replace("\n", "").codePoints().noneMatch(c -> Character.isISOControl(c)), text);
            assertFalse(text.matches("(?s).*[\u2028\u2029\u202e].*"), text);
            assertTrue(text.lines().allMatch(line -> line.length() < 200), text);
            assertTrue(text.contains("  plain step.plan two  (t=10ms)"), text);
        }
    }

    @Test
    void aChainDeeperThanReadersOfJsonGoIsShownWhole() {
        try (var outline = new TraceOutline(folder)) {
            var round = new ToldRound("deep").at(0, "round_started");
            for (int i = 1; i <= 1_000; i++) {
                round.at(i, "$ai_span", "{'$ai_span_id':'%d','$ai_parent_id':'%d'}".formatted(i, i - 1));
            }
            var trace = outline.tell(round);
            assertEquals(1_001, Nodes.all(trace.nodes()).count());
            var read = tools.jackson.databind.json.JsonMapper.shared()
                    .readTree(TraceJson.of(trace).toString());
            assertEquals(1_001, read.path("events").asInt());
        }
    }

    @Test
    void aRoundNobodyNamedHasNoTrace() {
        try (var outline = new TraceOutline(folder)) {
            List<EventRow> rows = new ToldRound("x")
                    .elsewhere(0, "$ai_generation", "{'$ai_trace_id':'x'}")
                    .rows();
            outline.store().append(rows);
            var asker = new io.nightglass.boards.Asker(
                    outline.store(), java.time.ZoneOffset.UTC, java.time.InstantSource.system());
            assertTrue(new TraceReader(asker).read("x").isEmpty());
        }
    }
}
