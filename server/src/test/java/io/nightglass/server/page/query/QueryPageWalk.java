package io.nightglass.server.page.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.Boards;
import io.nightglass.server.LivePane;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The query page as it is without any script: over real HTTP, on a real store. */
class QueryPageWalk {
    private static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    @TempDir
    private Path folder;

    @Test
    void anAnswerIsATableWithTypesNumbersAtTheRightAndVisibleNulls() {
        try (var pane = LivePane.open(folder)) {
            var page = asked(
                    pane, "SELECT 'a' AS word, 12 AS n, 0.125 AS x, NULL AS nothing, toDate('2026-01-01') AS day");
            assertEquals(200, page.statusCode(), page.body());
            var body = page.body();
            assertTrue(body.contains("<th scope=\"col\" class=\"num\">n<span class=\"ty\" title=\"Int64\">"), body);
            assertTrue(body.contains("<td class=\"num\">0.125</td>"), body);
            assertTrue(body.contains("<td class=\"null\">null</td>"), body);
            assertTrue(body.contains(">2026-01-01</td>"), body);
            assertTrue(body.contains("<b class=\"t1\">1 row</b>"), body);
        }
    }

    @Test
    void aRoundLeadsToItsPageAndARunToItsRounds() {
        try (var pane = LivePane.open(folder)) {
            pane.post("/batch", LivePane.batch(event("round_started", "r/1", "u1")));
            var body = asked(pane, "SELECT round_id, run_id FROM rounds").body();
            assertTrue(body.contains("<a href=\"/rounds/r%2F1\">r/1</a>"), body);
            assertTrue(body.contains("<a href=\"/rounds?run=u1\">u1</a>"), body);
        }
    }

    @Test
    void whatArrivedAndWhatWasTypedIsTextEverywhere() {
        try (var pane = LivePane.open(folder)) {
            var name = JsonMapper.shared().writeValueAsString(EVIL);
            pane.post("/batch", LivePane.batch("""
                    {"event":%s,"distinct_id":"d","properties":{%s:1}}""".formatted(name, name)));
            var pages = java.util.List.of(
                    asked(
                            pane,
                            "SELECT event, properties, 1 AS n FROM events UNION ALL SELECT event, properties, 2 FROM events"),
                    asked(pane, "-- " + EVIL + "\nSELECT 1"),
                    asked(pane, "SELECT '</script></textarea>" + EVIL.replace("'", "") + "' AS x"),
                    asked(pane, "SELECT </textarea>" + EVIL),
                    pane.get("/query?q=" + encoded("SELECT 1") + "&x=" + encoded(EVIL)),
                    pane.get("/query?z=" + encoded(EVIL)),
                    pane.get("/query?view=explain&q=" + encoded("SELECT '" + EVIL.replace("'", "") + "'")),
                    pane.get("/schema"),
                    pane.get("/schema?q=" + encoded(EVIL)));
            for (var page : pages) {
                assertFalse(page.body().contains("<script>alert"), page.body());
                assertFalse(page.body().contains("<img src=x"), page.body());
                assertFalse(page.body().contains("</textarea><script"), page.body());
            }
            var words = pane.get("/query/words");
            assertEquals(
                    "application/json",
                    words.headers().firstValue("Content-Type").orElse(""));
            assertTrue(LivePane.json(words).path("events").toString().contains("onerror"), "arrived names complete");
        }
    }

    @Test
    void aMistakeStandsAtItsPlaceInTheWordsOfTheApi() {
        try (var pane = LivePane.open(folder)) {
            for (var wrong : java.util.List.of(
                    "SELECT '🌙',\n  scor\nFROM rounds",
                    "SELECT 1 FROM",
                    "SELECT 1 FROM nothing",
                    "SELECT intDiv(1, 0)")) {
                var page = asked(pane, wrong);
                var api = pane.post(
                        "/api/projects/@current/query/",
                        JsonMapper.shared()
                                .writeValueAsString(java.util.Map.of(
                                        "query", java.util.Map.of("kind", "HogQLQuery", "query", wrong))),
                        "Authorization",
                        "Bearer " + LivePane.PERSONAL);
                assertEquals(api.statusCode(), page.statusCode(), wrong);
                var detail = LivePane.json(api).path("detail").stringValue();
                assertTrue(unescaped(page.body()).contains(detail), wrong + ": " + detail + page.body());
            }
            var page = asked(pane, "SELECT '🌙',\n  scor\nFROM rounds").body();
            assertTrue(page.contains("Line 2, column 3"), page);
            assertTrue(page.contains("data-at=\"%d\"".formatted("SELECT '🌙',\n  ".length())), page);
            assertTrue(page.contains("  scor\n  <b>^</b>"), page);
            assertFalse(asked(pane, "SELECT intDiv(1, 0)").body().contains("Line 1"), "found while computing");
        }
    }

    @Test
    void linesOfAFormAreCountedAsTheyAreTyped() {
        try (var pane = LivePane.open(folder)) {
            var page = pane.get("/query?q=" + encoded("SELECT 1,\r\n  scor\r\nFROM rounds"))
                    .body();
            assertTrue(page.contains("Line 2, column 3"), page);
        }
    }

    @Test
    void aLongAnswerShowsItsBeginningAndTheFilesHaveItAll() {
        try (var pane = LivePane.open(folder)) {
            var hogql = "SELECT arrayJoin(range(10000)) AS n, arrayJoin([1, 2, 3, 4, 5, 6]) AS m LIMIT 60000";
            var page = asked(pane, hogql).body();
            assertTrue(page.contains("The first 500 of 50,000 rows are shown"), note(page));
            assertTrue(page.contains("LIMIT 60000 is beyond the limit of 50000 rows"), note(page));
            assertTrue(page.length() < 2_000_000, "a page of " + page.length());
            var csv = pane.get("/query?format=csv&q=" + encoded(hogql));
            assertEquals(50_001, csv.body().lines().count());
            assertTrue(
                    csv.headers().firstValue("Content-Disposition").orElse("").contains("query.csv"));
            var json = LivePane.json(pane.get("/query?format=json&q=" + encoded(hogql)));
            assertEquals(50_000, json.path("results").size());
            assertTrue(json.path("hasMore").booleanValue());
        }
    }

    @Test
    void moreRowsThanTheUsualHundredAreSaid() {
        try (var pane = LivePane.open(folder)) {
            var usual = asked(pane, "SELECT arrayJoin(range(200)) AS n").body();
            assertTrue(usual.contains("More rows exist than these 100: add a LIMIT."), note(usual));
            var asked =
                    asked(pane, "SELECT arrayJoin(range(200)) AS n LIMIT 10").body();
            assertTrue(asked.contains("More rows exist beyond LIMIT 10."), note(asked));
            assertEquals(
                    "", note(asked(pane, "SELECT arrayJoin(range(20)) AS n").body()));
        }
    }

    @Test
    void aCsvFileHasExactValuesAndQuotesWhatNeedsIt() {
        try (var pane = LivePane.open(folder)) {
            var csv = pane.get("/query?format=csv&q="
                    + encoded("SELECT 'a,\"b\"' AS text, NULL AS nothing, 1 / 3 AS x, [1, 2] AS list, true AS yes"));
            assertEquals(
                    "text,nothing,x,list,yes\r\n\"a,\"\"b\"\"\",,0.3333333333333333,\"[1,2]\",true\r\n", csv.body());
            assertEquals(400, pane.get("/query?format=csv&q=SELEC").statusCode());
        }
    }

    @Test
    void explainSaysHowAQueryWasUnderstoodAndRunsNothingAndShowsNoPath() {
        try (var pane = LivePane.open(folder)) {
            var page = pane.get(
                    "/query?view=explain&q="
                            + encoded(
                                    "SELECT event, count() AS n FROM events WHERE timestamp > now() - INTERVAL 1 DAY GROUP BY event"));
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("LIMIT 100"), page.body());
            assertTrue(page.body().contains("<code>events</code>"), page.body());
            assertTrue(page.body().contains("UInt64"), page.body());
            assertFalse(page.body().contains(folder.toString()), page.body());
            assertEquals(
                    200,
                    pane.get("/query?view=explain&q=" + encoded("SELECT intDiv(1, 0)"))
                            .statusCode());
            assertEquals(400, pane.get("/query?view=explain&q=SELEC").statusCode());
        }
    }

    @Test
    void aLongQueryTravelsInAnAddressToo() {
        try (var pane = LivePane.open(folder)) {
            var text = "SELECT count() AS n FROM events WHERE event IN ("
                    + "'an event with a long name and a number', ".repeat(3_000) + "'last')";
            var link = new Question(text).link().toString();
            assertTrue(link.startsWith("/query?z="), link);
            assertTrue(link.length() < 8_000, "an address of " + link.length());
            var page = pane.get(link);
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("'last')</textarea>"), "the text is back in the editor");
            var broken = pane.get(link.substring(0, link.length() - 9));
            assertEquals(400, broken.statusCode());
            assertTrue(broken.body().contains("cut short"), broken.body());
        }
    }

    @Test
    void aCompressedTextThatGrowsBeyondAnyQueryIsRefused() {
        try (var pane = LivePane.open(folder)) {
            var bomb = new Question("SELECT " + "1".repeat(30_000_000)).link().toString();
            var answer = pane.get(bomb);
            assertEquals(400, answer.statusCode());
        }
    }

    @Test
    void aPageOfAnotherSiteMayLinkHereButNotComputeHere() {
        try (var pane = LivePane.open(folder)) {
            var address = "/query?q=" + encoded("SELECT 1");
            assertEquals(
                    403,
                    pane.get(address, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "image")
                            .statusCode());
            assertEquals(
                    403,
                    pane.get(address, "Sec-Fetch-Site", "same-site", "Sec-Fetch-Dest", "iframe")
                            .statusCode());
            assertEquals(
                    200,
                    pane.get(address, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Dest", "document")
                            .statusCode());
            assertEquals(
                    200,
                    pane.get(address, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Dest", "empty")
                            .statusCode());
        }
    }

    @Test
    void everyReadyQuestionAndEveryBoardIsAQuestionThatRuns() {
        try (var pane = LivePane.open(folder)) {
            for (var ready : ReadyQuestion.ALL) {
                var page = pane.get(ready.question().link().toString());
                assertEquals(200, page.statusCode(), ready.title() + page.body());
            }
            for (var board : Boards.ALL) {
                var query =
                        new BoardQuery(LocalDate.parse("2025-12-01"), LocalDate.parse("2026-01-01"), "it's \\", null);
                var page = pane.get(BoardQuestion.of(board, query).link().toString());
                assertEquals(200, page.statusCode(), board.id() + page.body());
                var shown = pane.get("/boards/" + board.id() + "?view=query").body();
                assertTrue(shown.contains("Open as query</a>"), shown);
            }
        }
    }

    private static HttpResponse<String> asked(LivePane pane, String hogql) {
        return pane.get("/query?q=" + encoded(hogql));
    }

    private static String note(String page) {
        var note = Pattern.compile("<span class=\"more-n\">([^<]*)<").matcher(page);
        return note.find() ? note.group(1) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescaped(String html) {
        return html.replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String event(String name, String round, String run) {
        return """
                {"event":"%s","distinct_id":"a:b:c","timestamp":"2025-12-31T22:00:00Z","properties":{"round_id":"%s","run_id":"%s"}}""".formatted(name, round, run);
    }
}
