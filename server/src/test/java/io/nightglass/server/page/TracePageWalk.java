package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round's page: its tree, and what was said in the node that is open. */
class TracePageWalk {
    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void aCallOpensToItsMessages() {
        try (var pane = round()) {
            var page = pane.get("/rounds/r?node=" + id(2)).body();
            assertTrue(page.contains("what the planner saw"), page);
            assertTrue(page.contains("&lt;script>alert(1)") || page.contains("&lt;script&gt;alert(1)"), page);
            assertFalse(page.contains(EVIL), page);
            assertTrue(page.contains("12,804"), page);
            assertTrue(page.contains("$0.062"), page);
            assertTrue(page.contains("./nightglass trace r<"), page);
        }
    }

    @Test
    void aToolOpensToItsArgumentsAndWhatWentWrong() {
        try (var pane = round()) {
            var page = pane.get("/rounds/r").body(); // the first that failed is open
            assertTrue(page.contains("&#34;workspace&#34;") || page.contains("\"workspace\""), page);
            assertTrue(page.contains("409 workspace_conflict"), page);
            assertTrue(page.contains("failed"), page);
        }
    }

    @Test
    void everyNodeShowsItsPropertiesAndAllThatWasSent() {
        try (var pane = round()) {
            for (int node = 1; node <= 6; node++) {
                for (var view : new String[] {"said", "properties", "raw", "other"}) {
                    var page = pane.get("/rounds/r?node=%s&view=%s".formatted(id(node), view));
                    assertEquals(200, page.statusCode(), page.body());
                    assertFalse(page.body().contains(EVIL), page.body());
                }
            }
            var raw = pane.get("/rounds/r?view=raw&node=" + id(3)).body();
            assertTrue(raw.contains(id(3)) && raw.contains(id(4)), "a tool's two events");
            var part = pane.get("/rounds/r?node=" + id(5), "HX-Request", "true").body();
            assertTrue(part.contains("four tags fire too early"), part);
            assertFalse(part.contains("<html"), part);
        }
    }

    @Test
    void aCallWhoseTextIsTooOldSaysSo() throws IOException {
        Files.writeString(folder.resolve("nightglass.toml"), "[retention]\nai_text_days = 30\n");
        try (var pane = round()) {
            assertFalse(pane.get("/rounds/r?node=" + id(2)).body().contains("no longer kept"));
        }
        try (var pane = LivePane.open(folder, InstantSource.fixed(LivePane.NOW.plus(Duration.ofDays(31))))) {
            var page = pane.get("/rounds/r?node=" + id(2)).body();
            for (long end = System.nanoTime() + 30_000_000_000L;
                    page.contains("what the planner saw") && System.nanoTime() < end; ) {
                page = pane.get("/rounds/r?node=" + id(2)).body();
            }
            assertFalse(page.contains("what the planner saw"), page);
            assertTrue(page.contains("Text no longer kept (retention 30 days)."), page);
            assertTrue(page.contains("12,804") && page.contains("$0.062"), page);
            var call = pane.get("/generations/" + id(2)).body();
            assertTrue(call.contains("Text no longer kept (retention 30 days)."), call);
            var tool = pane.get("/rounds/r?node=" + id(3)).body();
            assertFalse(tool.contains("no longer kept"), tool);
        }
    }

    @Test
    void aGapOverATenthOfTheRoundIsNamedAndWhatHasNoPlaceStandsApart() {
        try (var pane = round()) {
            var page = pane.get("/rounds/r").body();
            assertTrue(page.contains("gap: no event for 4.00\u202fs, 29\u202f% of the round"), page);
            assertTrue(page.contains("<b>unplaced</b></span><span class=\"ex\">1<"), "the case names no suite");
            assertTrue(page.contains("1 model call, 1 tool call, 1 failed"), page);
            assertTrue(page.contains("No verdict yet: events are still arriving, the last one 59\u202fmin 46"), page);
        }
    }

    @Test
    void theRoundsBesideItAndItsLogAreOneClickAway() {
        try (var pane = round()) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            event(11, "round_started", 1, "{\"x\":1}").replace("\"r\"", "\"b/2\""),
                            event(12, "round_started", 2, "{\"x\":1}").replace("\"r\"", "\"c\"")));
            var first = pane.get("/rounds/r").body();
            assertTrue(first.contains("aria-label=\"Round after\" href=\"/rounds/b%2F2\""), first);
            assertFalse(first.contains("Round before"), first);
            assertTrue(pane.get("/rounds/c").body().contains("aria-label=\"Round before\" href=\"/rounds/b%2F2\""));
            assertTrue(first.contains("href=\"/rounds/r/log\""), first);
        }
    }

    @Test
    void aLongRoundBeginsClosedAndWhatTheAddressSaysIsOpen() {
        try (var pane = round()) {
            var cases = new String[400];
            for (int i = 0; i < cases.length; i++) {
                cases[i] =
                        event(100 + i, "eval.case", 20, "{\"suite_id\":\"s1\",\"case_id\":\"case-%d\"}".formatted(i));
            }
            pane.post("/batch", LivePane.batch(event(99, "eval.run", 19, "{\"suite_id\":\"s1\",\"suite\":\"big\"}")));
            pane.post("/batch", LivePane.batch(cases));
            var closed = pane.get("/rounds/r").body();
            assertTrue(closed.contains("aria-level=\"2\" aria-expanded=\"false\""), closed);
            assertTrue(closed.contains("<template class=\"kids\">"), closed);
            assertTrue(closed.contains("long rounds begin closed"), closed);
            var opened = pane.get("/rounds/r?fold=00000000").body(); // all ids of this test begin alike
            assertTrue(opened.contains("aria-level=\"2\" aria-expanded=\"true\""), opened);
            assertTrue(opened.contains("class=\"rest\""), "the last rows wait");
            var asked = pane.get("/rounds/r?node=" + id(450)).body();
            assertTrue(asked.contains("aria-level=\"2\" aria-expanded=\"true\""), "what is open is in sight");
            assertFalse(pane.get("/rounds/r?all=1").body().contains("<template"));
        }
    }

    @Test
    void theLogTellsEachStepOnALineAndCanBeNarrowedAndTakenAway() {
        try (var pane = round()) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            event(
                                    7,
                                    "step.retry",
                                    13,
                                    "{\"tool\":\"apply\",\"cause\":\"conflict\\u0007\\r\\nnow\",\"attempt\":2}"),
                            event(8, "step.plan", 1, "{\"plan\":\"" + EVIL + "\",\"agent\":\"other\"}")));
            var log = pane.get("/rounds/r/log").body();
            assertTrue(log.contains("4 steps") && log.contains("409 workspace_conflict"), log);
            assertTrue(log.contains("attempt 2 · conflict now"), log);
            assertTrue(log.contains("href=\"/rounds/r?node=" + id(4)), log);
            assertFalse(log.contains(EVIL), log);
            assertTrue(log.indexOf("11:00:01.000") < log.indexOf("11:00:10.000"), log);
            assertTrue(
                    pane.get("/rounds/r/log?tool=apply").body().contains("3 steps with apply"),
                    "the return by its step");
            assertTrue(pane.get("/rounds/r/log?failed=1").body().contains("1 step that failed"));
            assertTrue(pane.get("/rounds/r/log?agent=nobody").body().contains("No step matches"));
            assertTrue(pane.get("/rounds/r/log?page=9").body().contains("Back to its beginning"));
            assertEquals(404, pane.get("/rounds/none/log").statusCode());
            var text = pane.get("/rounds/r/log?format=text&failed=1");
            assertEquals(
                    "text/plain;charset=utf-8",
                    text.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
            assertEquals(2, text.body().lines().count(), text.body());
            assertTrue(
                    text.body()
                            .contains("11:00:12.000\t+12.000\tplanner\t\treturned\tfailed\t\t409 workspace_conflict"),
                    text.body());
            assertTrue(pane.get("/rounds/r?node=" + id(4)).body().contains("step.tool_called → step.tool_returned"));
        }
    }

    private static String id(int number) {
        return new UUID(9, number).toString();
    }

    private LivePane round() {
        var pane = LivePane.open(folder);
        var sent = pane.post(
                "/batch",
                LivePane.batch(
                        event(1, "round_started", 0, "{\"description\":\"" + EVIL + "\"}"),
                        event(2, "$ai_generation", 9, """
                                {"$ai_latency":5,"$ai_input":[{"role":"user","content":"what the planner saw %s"},7,null],
                                 "$ai_output_choices":[{"role":"assistant","content":[{"type":"text","text":"{}"},{"type":"function","x":1}]}],
                                 "$ai_input_tokens":12804,"$ai_total_cost_usd":0.062,"$ai_span_name":"%s"}""".formatted(EVIL, EVIL)),
                        event(
                                3,
                                "step.tool_called",
                                10,
                                "{\"step_id\":\"s\",\"tool\":\"apply\",\"args_json\":\"{\\\"workspace\\\":1}\"}"),
                        event(
                                4,
                                "step.tool_returned",
                                12,
                                "{\"step_id\":\"s\",\"ok\":false,\"error\":\"409 workspace_conflict\"}"),
                        event(
                                5,
                                "eval.case",
                                13,
                                "{\"case_id\":\"dim_consent\",\"passed\":true,\"rationale\":\"four tags fire too early\"}"),
                        event(6, "any thing", 14, "{\"nested\":{\"deep\":[\"" + EVIL + "\"]}}")));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }

    private static String event(int number, String name, int second, String properties) {
        return """
                {"uuid":"%s","event":"%s","distinct_id":"gtm:acme:planner","timestamp":"2026-01-01T11:00:%02dZ","properties":%s}""".formatted(id(number), name, second, properties.replaceFirst("\\{", "{\"round_id\":\"r\","));
    }
}
