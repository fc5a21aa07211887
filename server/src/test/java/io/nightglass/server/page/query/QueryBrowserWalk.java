package io.nightglass.server.page.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.nightglass.server.Chromium;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The query page as people use it, in Chromium, under its own policy. */
class QueryBrowserWalk {
    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

    @TempDir
    private Path folder;

    @Test
    void aNameIsCompletedAQueryRunsAndItsAddressOpensTheSameAnswer() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query");
            page.waitForSelector("html[data-words]"); // what came of the request, not that it came
            page.keyboard().type("SELECT event, count() AS events FROM ev");
            page.waitForSelector(".CodeMirror-hint-active");
            assertEquals("events", page.textContent(".CodeMirror-hint-active code"));
            assertTrue(page.textContent(".hint-doc").contains("every event kept"), page.textContent(".hint-doc"));
            page.keyboard().press("Tab");
            page.keyboard().type(" GROUP BY event ORDER BY event");
            page.keyboard().press("Escape");
            page.focus(".CodeMirror textarea");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("table.rs");
            assertEquals(3, page.locator("table.rs tbody tr").count());
            assertTrue(page.url().contains("/query?q=SELECT"), page.url());
            page.waitForSelector("#drawn canvas");
            var address = page.url();
            page.navigate("about:blank");
            page.navigate(address);
            assertEquals(3, page.locator("table.rs tbody tr").count());
            assertEquals(
                    "SELECT event, count() AS events FROM events GROUP BY event ORDER BY event",
                    page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()"));
        });
    }

    @Test
    void columnsPropertiesAndEventsCompleteWhereTheyBelong() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query");
            page.waitForSelector("html[data-words]");
            assertEquals("verdict", firstHint(page, "SELECT r.ver", " FROM rounds r"));
            assertEquals("$ai_latency", firstHint(page, "SELECT properties.$ai_lat", " FROM events"));
            assertEquals("round_started", firstHint(page, "SELECT 1 FROM events WHERE event = 'round_st", "'"));
            assertEquals("quantile", firstHint(page, "SELECT quantil", " FROM rounds"));
            page.keyboard().press("Tab");
            assertEquals("SELECT quantile() FROM rounds", text(page));
        });
    }

    private static String firstHint(Page page, String before, String after) {
        page.evaluate(
                "t => { const c = document.querySelector('.CodeMirror').CodeMirror; c.setValue(t[0].slice(0, -1) + t[1]);"
                        + " c.focus(); c.setCursor(0, t[0].length - 1) }",
                List.of(before, after));
        page.keyboard().type(before.substring(before.length() - 1));
        page.waitForSelector(".CodeMirror-hint-active");
        return page.textContent(".CodeMirror-hint-active code");
    }

    private static Object text(Page page) {
        return page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()");
    }

    @Test
    void aMistakeIsMarkedWhereItStandsAndGoesWithTheNextKey() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query");
            page.keyboard().insertText("SELECT '🌙',\n  scor\nFROM rounds");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("#mistake");
            assertEquals("scor", page.textContent(".CodeMirror .bad"));
            assertTrue(
                    page.textContent("#mistake").contains("Line 2, column 3: no column 'scor'"),
                    page.textContent("#mistake"));
            page.click("#mistake a");
            assertEquals(
                    List.of(1, 2),
                    page.evaluate(
                            "(() => { const c = document.querySelector('.CodeMirror').CodeMirror.getCursor(); return [c.line, c.ch] })()"));
            page.keyboard().type("e");
            assertEquals(0, page.locator(".CodeMirror .bad").count());
        });
    }

    @Test
    void aQueryThatIsCancelledEndsInTheStoreToo() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query");
            page.keyboard()
                    .insertText(
                            "SELECT sum(sqrt(a.n * b.n)) FROM (SELECT arrayJoin(range(10000)) AS n) a CROSS JOIN"
                                    + " (SELECT arrayJoin(range(10000)) AS n) b CROSS JOIN (SELECT arrayJoin(range(10000)) AS m) c");
            page.keyboard().press("Control+Enter");
            assertTrue(await(() -> pane.store().awaitQueries(1, Duration.ofSeconds(20))), "it runs");
            page.waitForSelector("#run.stop");
            page.click("#run");
            page.waitForSelector(".told");
            assertTrue(page.textContent(".told").startsWith("Cancelled after"), page.textContent(".told"));
            assertTrue(await(() -> pane.store().awaitAtMost(0, Duration.ofSeconds(10))), "it has ended");
            assertEquals(0, page.locator("#run.stop").count());
        });
    }

    @Test
    void whatWasAskedIsInTheHistoryAndComesBackByAClick() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query?q=SELECT+1+AS+one");
            page.navigate(pane.address() + "/query?q=SELECT+2+AS+two");
            page.navigate(pane.address() + "/query");
            page.click("#past-b");
            assertEquals(2, page.locator("#past li").count());
            page.fill("#past-q", "one");
            page.click("#past li button");
            assertEquals("SELECT 1 AS one", text(page));
            assertFalse(page.isVisible("#past"));
        });
    }

    @Test
    void aPlaceholderGetsAFieldWhileOneTypesAndItsValueStandsInTheAddress() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/query");
            page.keyboard().insertText("select {n} + 1 as next, '{no}' as t -- {neither}");
            page.waitForSelector("#values .val");
            assertEquals(1, page.locator("#values .val").count());
            page.fill("#values input", "41");
            page.selectOption("#values select", "number");
            page.focus("#values input");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("table.rs");
            assertEquals("42", page.textContent("table.rs td"));
            assertTrue(page.url().contains("v.n=41") && page.url().contains("t.n=number"), page.url());
            page.focus(".CodeMirror textarea");
            page.keyboard().press("Shift+Alt+F");
            page.waitForCondition(() -> String.valueOf(text(page)).startsWith("SELECT {n} + 1 AS next"));
            page.reload();
            assertEquals("41", page.inputValue("#values input"));
        });
    }

    @Test
    void theChartFollowsWhatIsChosenAndSaysItInTheAddress() {
        inBrowser((page, pane) -> {
            page.navigate(
                    pane.address()
                            + "/query?q=SELECT+toDate('2026-01-01')+%2B+n+AS+day,+n+*+2+AS+b,+n+AS+a+FROM+(SELECT+arrayJoin([1,2,3])+AS+n)");
            page.waitForSelector("#drawn canvas");
            assertEquals("true", page.getAttribute("#drawn [data-kind=line]", "aria-pressed"));
            page.click("#drawn [data-kind=bar]");
            page.selectOption("#drawn label:has-text('up') select", "a");
            assertTrue(page.url().contains("chart=bar") && page.url().contains("y=a"), page.url());
            page.reload();
            assertEquals("true", page.getAttribute("#drawn [data-kind=bar]", "aria-pressed"));
            assertTrue(page.getAttribute("#drawn .chart", "aria-label").startsWith("a by day"));
        });
    }

    @Test
    void hostileTextsAreTextInTheEditorTheTableTheChartAndTheCompletion() {
        inBrowser((page, pane) -> {
            var dialogs = new ArrayList<String>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            page.navigate(pane.address() + "/query");
            page.waitForSelector("html[data-words]");
            page.keyboard()
                    .insertText("-- " + EVIL + "\nSELECT event, count() AS n, '" + EVIL
                            + "' AS \"\"\"q\"\"\" FROM events GROUP BY event");
            page.keyboard().press("Control+Enter");
            page.waitForSelector("table.rs, #mistake");
            page.keyboard().press("Escape");
            page.navigate(page.url());
            assertEquals(EVIL, page.textContent("#title"));
            page.waitForSelector("html[data-words]");
            firstHint(page, "SELECT 1 FROM events WHERE event = '</scr", "'");
            page.navigate(pane.address() + "/query?q=\"><script>alert(3)</script>");
            assertEquals(List.of(), dialogs);
            assertEquals(0, page.locator("img").count());
        });
    }

    @Test
    void theSchemaNarrowsWhileOneTypesAndAKeyLeadsToTheQueryPage() {
        inBrowser((page, pane) -> {
            page.navigate(pane.address() + "/schema");
            page.fill("#q", "verdict");
            assertTrue(page.locator(".sch tr[data-find]:visible").count() < 40);
            assertTrue(page.locator(".sch tr[data-find]:visible").count() > 0);
            assertTrue(page.url().endsWith("?q=verdict"), page.url());
            page.click(".sch tr:visible a");
            page.waitForURL("**/query?q=*");
            page.navigate(pane.address() + "/health");
            page.keyboard().press("g");
            page.keyboard().press("q");
            page.waitForURL("**/query");
        });
    }

    private interface Slow {
        boolean get() throws InterruptedException;
    }

    private static boolean await(Slow what) {
        try {
            return what.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Fails also when the browser complains of anything: a refused style, a script that threw. */
    private void inBrowser(BiConsumer<Page, LivePane> walk) {
        try (var chromium = Chromium.open();
                var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(event("round_started"), event("round_scored"), event(EVIL.replace("\"", ""))));
            var page = chromium.page();
            var said = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (!message.text().contains("status of 400")) {
                    said.add(message.text());
                }
            });
            page.onPageError(said::add);
            walk.accept(page, pane);
            assertEquals(List.of(), said);
        }
    }

    private static String event(String name) {
        return """
                {"event":"%s","distinct_id":"d","timestamp":"2025-12-31T22:00:00Z","properties":{"round_id":"r1","score":1}}""".formatted(name);
    }
}
