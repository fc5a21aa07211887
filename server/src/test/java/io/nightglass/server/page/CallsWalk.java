package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.Chromium;
import io.nightglass.server.LivePane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of model calls: the list, one of them, what failed, sessions. */
class CallsWalk {
    private static final String EVIL = "<script>alert(1)</script>'><img src=x onerror=alert(2)>";
    private static final List<String> ALL = List.of(
            "/generations",
            "/generations?view=table&model=-&error=*",
            "/generations?from=2025-12-31&to=2026-01-01&sort=cost",
            "/generations?session=s+1",
            "/generations/" + id(1),
            "/generations/" + id(1) + "?view=tools",
            "/generations/" + id(1) + "?view=properties",
            "/generations/" + id(1) + "?view=raw",
            "/generations/" + id(3),
            "/errors",
            "/sessions",
            "/sessions/s%201");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void anEmptyPaneSaysWhatToDoFirst() {
        try (var pane = LivePane.open(folder)) {
            assertTrue(pane.get("/generations").body().contains("Nothing has arrived yet"));
            assertTrue(pane.get("/sessions").body().contains("Nothing has arrived yet"));
            assertTrue(pane.get("/errors").body().contains("Nothing failed."));
        }
    }

    @Test
    void theListSaysWhatCallsCostAndHowManyFailed() {
        try (var pane = calls()) {
            var page = pane.get("/generations").body();
            assertEquals("4 calls of 3 models cost at least $0.562; 2 failed.", headline(page));
            assertTrue(page.contains("median"), page);
            assertTrue(page.contains("href=\"/rounds/r1?node=" + id(1)), page);
            assertTrue(page.contains("list price") && page.contains("unknown"), page);
            assertTrue(page.contains("data-chart=\"sizes\""), page);
            assertTrue(page.contains("prompt rewritten"), "the annotation");
            var table = pane.get("/generations?view=table").body();
            assertTrue(table.contains("95th percentile") && !table.contains("data-chart"), table);
        }
    }

    @Test
    void filtersStandInTheAddressAndWhatNamesNothingIsFoundToo() {
        try (var pane = calls()) {
            assertEquals(
                    "1 call of 1 model costs $0.062; none failed.",
                    headline(
                            pane.get("/generations?model=gpt-4o&phase=proposal").body()));
            assertEquals(
                    "1 call, cost not known; all failed.",
                    headline(pane.get("/generations?model=-").body()));
            assertEquals(
                    "1 call",
                    headline(pane.get("/generations?error=429").body()).substring(0, 6));
            assertEquals(
                    "2 calls", headline(pane.get("/generations?error=*").body()).substring(0, 7));
            assertEquals(
                    "2 calls", headline(pane.get("/generations?error=-").body()).substring(0, 7));
            assertEquals(
                    "2 calls",
                    headline(pane.get("/generations?session=s+1").body()).substring(0, 7));
            assertEquals(
                    "0 calls.", headline(pane.get("/generations?agent=nobody").body()));
            assertTrue(pane.get("/generations?agent=nobody").body().contains("No call matches"));
            assertEquals(
                    "0 calls.",
                    headline(pane.get("/generations?provider=" + encoded("' OR 1=1 --"))
                            .body()));
            assertTrue(pane.get("/generations?from=2020-13-01").body().contains("2020-13-01 is not a date"));
            assertTrue(pane.get("/generations?after=x").body().contains("the list begins anew"));
            var chosen = pane.get("/generations?task_type=gone").body();
            assertTrue(chosen.contains("<option value=\"gone\" selected"), "though no call names it");
        }
    }

    @Test
    void aListGoesOnWhereItsPartEnded() {
        try (var pane = LivePane.open(folder)) {
            var events = new ArrayList<String>();
            for (int i = 0; i < 95; i++) {
                events.add(event(
                        100 + i,
                        "$ai_generation",
                        i % 60,
                        "{\"$ai_latency\":%d,\"$ai_model\":\"m\"}".formatted(i % 8)));
            }
            pane.post("/batch", LivePane.batch(events.toArray(String[]::new)));
            for (var sort : List.of("time", "latency", "tokens", "cost&order=asc")) {
                var seen = new ArrayList<String>();
                var address = "/generations?sort=" + sort;
                for (int part = 0; part < 3; part++) {
                    var page = pane.get(address).body();
                    var link = Pattern.compile("<tr data-row><td class=\"nw\"><a href=\"/generations/([0-9a-f-]+)")
                            .matcher(page);
                    while (link.find()) {
                        seen.add(link.group(1));
                    }
                    var next = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(page);
                    assertEquals(part < 2, next.find(), address);
                    address = part < 2 ? next.group(1).replace("&amp;", "&") : address;
                }
                assertEquals(95, seen.size(), sort);
                assertEquals(95, seen.stream().distinct().count(), sort);
            }
        }
    }

    @Test
    void aCallOpensWithAllThatIsKnownOfIt() {
        try (var pane = calls()) {
            var page = pane.get("/generations/" + id(1)).body();
            for (var told : List.of(
                    "what the planner saw",
                    "gpt-4o",
                    "12,804",
                    "8,000 from the cache",
                    "90 reasoning",
                    "842",
                    "120",
                    "list price",
                    "/sessions/s%201",
                    "/rounds/r1?node=" + id(1))) {
                assertTrue(page.contains(told), told + page);
            }
            var tools = pane.get("/generations/" + id(1) + "?view=tools").body();
            assertTrue(tools.contains("apply_diff") && tools.contains("puts a change in place"), tools);
            assertTrue(tools.contains("temperature"), tools);
            var raw = pane.get("/generations/" + id(1) + "?view=raw").body();
            assertTrue(raw.contains("data-copy=\"raw\"") && raw.contains("$ai_output_choices"), raw);
            var failed = pane.get("/generations/" + id(2)).body();
            assertTrue(failed.contains("Failed with") && failed.contains("too many requests"), failed);
            assertTrue(pane.get("/generations/" + id(4)).body().contains("No text was kept"));
            assertEquals(404, pane.get("/generations/" + id(99)).statusCode());
            assertEquals(404, pane.get("/generations/x").statusCode());
        }
    }

    @Test
    void alikeFailuresStandTogetherAndLeadToTheirCalls() {
        try (var pane = calls()) {
            var page = pane.get("/errors").body();
            assertEquals("4 failures of 4 kinds.", headline(page));
            assertTrue(page.contains("too many requests of …, try in # s"), page);
            assertTrue(page.contains("1 tool") && page.contains("1 exception") && page.contains("2 model calls"), page);
            var open =
                    Pattern.compile("href=\"(/errors\\?[^\"]*of=tool[^\"]*)\"").matcher(page);
            assertTrue(open.find(), page);
            var group = pane.get(open.group(1).replace("&amp;", "&")).body();
            assertTrue(group.contains("/rounds/r1?node=" + id(5)), group);
            var trace = pane.get("/rounds/r1?node=" + id(5)).body();
            assertTrue(
                    trace.contains("step.tool_called → step.tool_returned"), "the pair is open, not the failed call");
            var calls = Pattern.compile("href=\"(/generations\\?[^\"]*message=too[^\"]*)\"")
                    .matcher(page);
            assertTrue(calls.find(), page);
            assertEquals(
                    "1 call",
                    headline(pane.get(calls.group(1).replace("&amp;", "&")).body())
                            .substring(0, 6));
            assertEquals(
                    "1 failure of 1 kind.",
                    headline(pane.get("/errors?kind=tool").body()));
            assertEquals(
                    "Nothing failed.",
                    headline(pane.get("/errors?project=other").body()));
        }
    }

    @Test
    void aSessionListsItsCallsInTheirOrder() {
        try (var pane = calls()) {
            var list = pane.get("/sessions").body();
            assertEquals("1 session.", headline(list));
            assertTrue(list.contains("/sessions/s%201"), list);
            var page = pane.get("/sessions/s%201").body();
            assertTrue(page.indexOf(id(1)) < page.indexOf(id(2)), page);
            assertTrue(page.contains("href=\"/rounds/r1\""), page);
            assertEquals(404, pane.get("/sessions/none").statusCode());
        }
    }

    @Test
    void whatWasSentIsTextAndTheBrowserAgrees() {
        try (var pane = calls()) {
            for (var path : ALL) {
                var page = pane.get(path);
                assertEquals(200, page.statusCode(), path + page.body());
                assertFalse(page.body().contains("<script>alert"), path);
                assertFalse(page.body().contains("<img src=x"), path);
            }
            try (var chromium = Chromium.open()) {
                var page = chromium.page();
                var said = new ArrayList<String>();
                page.onConsoleMessage(message -> said.add(page.url() + " " + message.text()));
                page.onPageError(error -> said.add(page.url() + " " + error));
                for (int width : List.of(1440, 390)) {
                    page.setViewportSize(width, 900);
                    for (var path : ALL) {
                        page.navigate(pane.address() + path);
                        var wide = page.evaluate("document.documentElement.scrollWidth");
                        assertTrue(((Number) wide).intValue() <= width, path + " is wider than " + width);
                    }
                }
                page.setViewportSize(1440, 900);
                page.navigate(pane.address() + "/generations");
                page.waitForSelector(".chart canvas");
                page.selectOption("select[name=model]", "-");
                page.waitForURL("**/generations?*model=-*");
                assertEquals(1, page.locator("table.calls tbody tr").count());
                page.click("table.calls tbody tr td:nth-child(2)");
                page.waitForURL("**/generations/" + id(3));
                assertEquals(List.of(), said);
            }
        }
    }

    private LivePane calls() {
        var pane = LivePane.open(folder);
        pane.post(
                "/api/projects/@current/annotations/",
                "{\"content\":\"prompt rewritten\",\"date_marker\":\"2026-01-01T09:00:00Z\"}",
                "Authorization",
                "Bearer " + LivePane.PERSONAL);
        var sent = pane.post(
                "/batch",
                LivePane.batch(
                        event(1, "$ai_generation", 1, """
                                {"round_id":"r1","$ai_trace_id":"r1","$ai_session_id":"s 1","$ai_model":"gpt-4o","$ai_provider":"openai",
                                 "phase":"proposal","task_type":"gtm.rewrite","$ai_latency":0.842,"$ai_time_to_first_token":0.12,
                                 "$ai_input_tokens":12804,"$ai_output_tokens":4000,"$ai_cache_read_input_tokens":8000,
                                 "$ai_reasoning_tokens":90,"$ai_input":[{"role":"user","content":"what the planner saw %1$s"}],
                                 "$ai_output_choices":[{"role":"assistant","content":"%1$s"}],"$ai_model_parameters":{"temperature":0.2},
                                 "$ai_tools":[{"type":"function","function":{"name":"apply_diff","description":"puts a change in place %1$s",
                                   "parameters":{"type":"object"}}}]}""".formatted(EVIL)),
                        event(2, "$ai_generation", 2, """
                                {"round_id":"r1","$ai_session_id":"s 1","$ai_model":"m %1$s","$ai_provider":"%1$s","phase":"%1$s","task_type":"%1$s",
                                 "$ai_is_error":true,"$ai_http_status":429,"$ai_error":"too many requests of req_011CSHoEeqs5C35K2UUqR7Fy, try in 7 s"}""".formatted(EVIL)),
                        event(
                                3,
                                "$ai_generation",
                                3,
                                "{\"$ai_is_error\":true,\"$ai_error_type\":\"%1$s\",\"$ai_error\":\"%1$s\"}"
                                        .formatted(EVIL)),
                        event(
                                4,
                                "$ai_embedding",
                                4,
                                "{\"$ai_model\":\"embed\",\"$ai_input_tokens\":300,\"$ai_total_cost_usd\":0.5}"),
                        event(
                                5,
                                "step.tool_returned",
                                5,
                                "{\"round_id\":\"r1\",\"step_id\":\"s\",\"ok\":false,\"tool\":\"%1$s\",\"error\":\"409 %1$s\"}"
                                        .formatted(EVIL)),
                        event(
                                6,
                                "$exception",
                                6,
                                "{\"$exception_list\":[{\"type\":\"KeyError\",\"value\":\"%1$s\"}]}".formatted(EVIL)),
                        event(7, "round_started", 0, "{\"round_id\":\"r1\"}"),
                        event(8, "step.tool_called", 4, "{\"round_id\":\"r1\",\"step_id\":\"s\",\"tool\":\"apply\"}")));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }

    private static String headline(String page) {
        var found = Pattern.compile("id=\"total\">(.*?)</h1>", Pattern.DOTALL).matcher(page);
        assertTrue(found.find(), page);
        return found.group(1).replaceAll("<[^>]+>", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String id(int number) {
        return new UUID(8, number).toString();
    }

    private static String event(int number, String name, int second, String properties) {
        return """
                {"uuid":"%s","event":"%s","distinct_id":"gtm:acme:planner","timestamp":"2026-01-01T11:00:%02dZ","properties":%s}""".formatted(id(number), name, second, properties);
    }
}
