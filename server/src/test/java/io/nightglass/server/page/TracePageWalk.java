package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
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
