package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.nightglass.server.Chromium;
import io.nightglass.server.LivePane;
import io.nightglass.store.StoreProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages over real HTTP, and in a real browser where there is one. */
class PagesWalk {
    private static final String EVIL = "<script>alert(1)</script>\\\"'><img src=x onerror=alert(2)>";
    private static final List<String> ALL = List.of(
            "/",
            "/?night=2025-12-31",
            "/boards",
            "/boards/round-funnel",
            "/boards/score-trend",
            "/boards/score-trend?bucket=day",
            "/boards/score-trend?view=table",
            "/boards/score-trend?view=query",
            "/runs",
            "/runs/night",
            "/compare",
            "/compare?run=night",
            "/rounds",
            "/rounds?verdict=kept&sort=score",
            "/rounds/r1",
            "/generations",
            "/errors",
            "/sessions",
            "/query",
            "/query?q=SELECT+*+FROM+events",
            "/query?q=SELECT+round_id,+verdict,+failure_mode,+events+FROM+rounds",
            "/query?q=SELECT+1&view=explain",
            "/schema",
            "/health");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void anEmptyPaneSaysWhatToDoFirst() {
        try (var pane = LivePane.open(folder)) {
            var page = pane.get("/");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("Nothing has arrived yet"), page.body());
            for (var empty : List.of(page, pane.get("/health"))) {
                assertTrue(empty.body().contains("POSTHOG_HOST=" + pane.address() + "\n"), empty.body());
            }
            for (var path : List.of("/rounds", "/boards", "/boards/score-trend", "/boards/round-funnel")) {
                var other = pane.get(path);
                assertEquals(200, other.statusCode(), path);
                assertTrue(other.body().contains("Nothing has arrived yet"), path);
            }
        }
    }

    @Test
    void whatLoopsCallThemselvesIsTextOnEveryPage() {
        try (var pane = night()) {
            for (var path : ALL) {
                var page = pane.get(path);
                assertEquals(200, page.statusCode(), path + page.body());
                assertFalse(page.body().contains("<script>alert"), path);
                assertFalse(page.body().contains("<img src=x"), path);
            }
        }
    }

    @Test
    void aFilterThatCannotBeReadIsSaidAndLeftOut() {
        try (var pane = night()) {
            var page = pane.get("/rounds?from=2026-13-40&verdict=great&page=0");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("2026-13-40 is not a date. Write it as 2026-05-14."));
            assertEquals(404, pane.get("/boards/nothing").statusCode());
            assertEquals(404, pane.get("/rounds/nothing").statusCode());
        }
    }

    @Test
    void aBoardIsAlsoCsvAndJson() {
        try (var pane = night()) {
            assertTrue(
                    pane.get("/boards/score-trend?format=csv").body().startsWith("day,project,best_score,rounds\r\n"));
            var json = LivePane.json(pane.get("/boards/round-funnel?format=json&from=2025-12-01&to=2026-01-01"));
            assertEquals("round-funnel", json.path("board").asString());
            assertEquals(5, json.path("rows").size());
        }
    }

    @Test
    void noPageBreaksItsPolicyOrScrollsSideways() {
        inBrowser(page -> {
            var said = new ArrayList<String>();
            page.onConsoleMessage(message -> said.add(page.url() + " " + message.type() + ": " + message.text()));
            page.onPageError(error -> said.add(page.url() + " " + error));
            try (var pane = night()) {
                for (int width : List.of(1440, 390)) {
                    page.setViewportSize(width, 900);
                    for (var path : ALL) {
                        page.navigate(pane.address() + path);
                        var wide = page.evaluate("document.documentElement.scrollWidth");
                        assertTrue(
                                ((Number) wide).intValue() <= width,
                                "%s is %s wide at %s".formatted(path, wide, width));
                    }
                }
                assertEquals(List.of(), said);
            }
        });
    }

    @Test
    void keysAndFiltersMoveTheAddress() {
        inBrowser(page -> {
            try (var pane = night()) {
                page.navigate(pane.address() + "/");
                page.keyboard().press("g");
                page.keyboard().press("b");
                page.waitForURL("**/boards");
                page.navigate(pane.address() + "/rounds");
                page.selectOption("select[name=verdict]", "kept");
                page.waitForURL("**/rounds?verdict=kept");
                assertEquals(1, page.locator("table.rounds tbody tr").count());
                page.navigate(pane.address() + "/");
                page.keyboard().press("Tab");
                assertEquals("Skip to content", page.evaluate("document.activeElement.textContent"));
            }
        });
    }

    @Test
    void theNightShownIsTheOneUnderWayBeforeNoonAndTheLastFinishedOneElse() {
        night().close();
        assertEquals("31 December 2025", nightAt("2026-01-01T11:59:59Z"), "under way, with rounds");
        assertEquals("31 December 2025", nightAt("2026-01-01T12:00:00Z"), "finished");
        assertEquals("31 December 2025", nightAt("2026-01-02T11:59:59Z"), "the one under way has no round");
        assertEquals("1 January 2026", nightAt("2026-01-02T12:00:00Z"), "finished, though nothing ran");
        assertEquals("30 December 2025", nightAt("2025-12-31T23:30:00Z"), "under way, but it is evening");
    }

    private String nightAt(String now) {
        try (var pane = LivePane.open(folder, InstantSource.fixed(Instant.parse(now)))) {
            var page = pane.get("/").body();
            var found = Pattern.compile("Night of \\w+ ([^<]+)<").matcher(page);
            assertTrue(found.find(), page);
            return found.group(1);
        }
    }

    @Test
    void aLateVerdictDoesNotDrawALoopBeyondItsStop() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            event("2025-12-31T22:00:00Z", "round_started", "r1", "\"x\":1"),
                            event("2025-12-31T22:10:00Z", "round_scored", "r1", "\"score\":0.7"),
                            event("2025-12-31T23:00:00Z", "stop_triggered", "r1", "\"reason\":\"budget\""),
                            event("2026-01-01T06:00:00Z", "round_kept", "r1", "\"x\":1")));
            var page = pane.get("/").body();
            var stop = Pattern.compile("f-text\" x=\"([0-9.]+%)\" y=\"48\"").matcher(page);
            assertTrue(stop.find(), page);
            assertTrue(page.contains("x2=\"%s\" y1=\"55.5\"".formatted(stop.group(1))), page);
        }
    }

    @Test
    void aVerdictTheNextMorningDoesNotDrawARunThatDiedBeyondItsLastScore() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            event("2025-12-31T22:00:00Z", "round_started", "r1", "\"x\":1"),
                            event("2025-12-31T23:00:00Z", "round_scored", "r1", "\"score\":0.7"),
                            event("2026-01-01T11:00:00Z", "round_kept", "r1", "\"x\":1")));
            var page = pane.get("/").body();
            assertTrue(page.contains("x2=\"20.00%\" y1=\"55.5\""), "21:00 to 07:00, ending at 23:00" + page);
        }
    }

    @Test
    void dataElsewhereIsPointedToByAnEmptyBoard() {
        try (var pane = night()) {
            var page = pane.get("/boards/round-funnel?from=2020-01-01&to=2020-01-02")
                    .body();
            assertTrue(page.contains("The last round began on 2025-12-31"), page);
            assertTrue(page.contains("/boards/round-funnel?to=2025-12-31"), page);
        }
    }

    @Test
    void anUnknownAddressIsAPageToABrowserAndJsonToAProgram() {
        inBrowser(page -> {
            try (var pane = night()) {
                page.navigate(pane.address() + "/nothing/here");
                assertEquals("There is no page /nothing/here", page.textContent("h1"));
                page.navigate(pane.address() + "/api/nothing");
                assertTrue(page.content().contains("not_found"));
                assertTrue(pane.get("/nothing/here").body().contains("not_found"));
            }
        });
    }

    @Test
    void aPageThatCannotBeMadeSaysWhyAndComesAgainByItself() {
        inBrowser(page -> {
            try (var pane = night()) {
                pane.store().refuseQueries(new StoreProblem.Recounting(5, 600_000, Duration.ofSeconds(1)));
                assertEquals(
                        503,
                        page.navigate(pane.address() + "/rounds?verdict=kept").status());
                assertTrue(page.textContent("h1").contains("5 of 600,000 events so far"), page.textContent("h1"));
                assertTrue(page.textContent(".sub").contains("tries again every 1 s"), page.textContent(".sub"));
                var told = pane.get("/rounds?verdict=kept");
                assertEquals(503, told.statusCode());
                assertTrue(told.body().contains("\"type\":\"server_error\""), told.body());
                pane.store().refuseQueries(null);
                page.waitForSelector("table");
                assertTrue(page.url().endsWith("/rounds?verdict=kept"), page.url());
            }
        });
    }

    @Test
    void datesLiftTheNightOfAList() {
        try (var pane = night()) {
            assertTrue(pane.get("/rounds?night=2020-01-01").body().contains(">0 rounds<"));
            assertTrue(
                    pane.get("/rounds?night=2020-01-01&from=2025-12-31").body().contains(">2 rounds<"));
        }
    }

    @Test
    void aPhoneShowsEveryVerdictAndOpensTheMenuByKey() {
        inBrowser(page -> {
            try (var pane = night()) {
                page.setViewportSize(390, 844);
                page.navigate(pane.address() + "/rounds");
                var chips = page.locator("table.rounds .chip");
                assertEquals(2, chips.count());
                for (int i = 0; i < 2; i++) {
                    var box = chips.nth(i).boundingBox();
                    assertTrue(box.x >= 0 && box.x + box.width <= 390, "verdict at " + box.x);
                }
                page.focus("#menu");
                page.keyboard().press("Space");
                assertTrue(page.isVisible("nav a[href='/health']"));
            }
        });
    }

    @Test
    void aBoardsFilterWaitsForEnterWhileKeysAreTyped() {
        inBrowser(page -> {
            try (var pane = night()) {
                var address = pane.address() + "/boards/round-funnel";
                page.navigate(address);
                page.focus("select[name=project]");
                page.keyboard().press("ArrowDown");
                page.waitForTimeout(200);
                assertEquals(address, page.url());
                page.keyboard().press("Enter");
                page.waitForURL("**/round-funnel?*project=*");
            }
        });
    }

    @Test
    void numbersOfTheMorningLeadToTheRoundsBehindThemOrNowhere() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            event("2025-12-31T22:00:00Z", "round_started", "r1", "\"x\":1"),
                            event("2025-12-31T22:01:00Z", "eval.regression", "r1", "\"case_id\":\"c7\",\"delta\":-1"),
                            event("2025-12-31T22:02:00Z", "$ai_generation", "r1", "\"$ai_is_error\":true"),
                            event("2025-12-31T22:03:00Z", "round_started", "r2", "\"x\":1"),
                            event("2025-12-31T22:04:00Z", "model_escalated", "", "\"to_model\":\"m\"")));
            var page = pane.get("/").body();
            assertTrue(page.contains("c7 \u22121.000"), page);
            for (var incident : List.of("regression", "failed_call")) {
                var address = "/rounds?night=2025-12-31&with=" + incident;
                assertTrue(page.contains(address.replace("&", "&amp;")), incident + page);
                assertTrue(pane.get(address).body().contains(">1 round<"), incident);
            }
            assertFalse(page.contains("with=escalation"), "an escalation of no round has no list of rounds");
            assertFalse(page.contains("with=anomaly"), "there was none");
        }
    }

    @Test
    void healthSaysWhatWasOddAndWhatToDo() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(event("2025-12-31T22:00:00Z", "round_scored", "r1", "\"score\":\"abc\""), """
                            {"event":"round_kept","distinct_id":"d","properties":{"delta":0.1}}"""));
            var page = pane.get("/health").body();
            assertTrue(page.contains("expected a finite number, got 'abc'"), page);
            assertTrue(page.contains("Send a number as a number"), page);
            assertTrue(page.contains("Send the round_id of the round"), page);
            assertFalse(page.contains("See the example"), page);
        }
    }

    private static void inBrowser(Consumer<Page> walk) {
        try (var chromium = Chromium.open()) {
            walk.accept(chromium.page());
        }
    }

    /** Two rounds before midnight of the year's last day, of a loop with a bad name. */
    private LivePane night() {
        var pane = LivePane.open(folder);
        var sent = pane.post(
                "/batch",
                LivePane.batch(
                        event("2025-12-31T22:00:00Z", "round_started", "r1", "\"baseline_score\":0.5"),
                        event("2025-12-31T22:00:10Z", "proposal_generated", "r1", "\"x\":1"),
                        event("2025-12-31T22:00:20Z", "proposal_applied", "r1", "\"x\":1"),
                        event(
                                "2025-12-31T22:01:00Z",
                                "round_scored",
                                "r1",
                                "\"score\":0.7,\"metric\":\"%s\"".formatted(EVIL)),
                        event("2025-12-31T22:01:01Z", "round_kept", "r1", "\"delta\":0.2"),
                        event("2025-12-31T23:00:00Z", "round_started", "r2", "\"x\":1"),
                        event(
                                "2025-12-31T23:00:09Z",
                                "round_reverted",
                                "r2",
                                "\"failure_mode\":\"%s\"".formatted(EVIL)),
                        event("2025-12-31T23:59:00Z", "stop_triggered", "r2", "\"reason\":\"%s\"".formatted(EVIL))));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }

    private static String event(String time, String name, String round, String more) {
        return """
                {"event":"%s","distinct_id":"d","timestamp":"%s","properties":{"run_id":"night","project":"%s","client":"%s","agent":"%s",\
                "round_id":"%s",%s}}""".formatted(name, time, EVIL, EVIL, EVIL, round, more);
    }
}
