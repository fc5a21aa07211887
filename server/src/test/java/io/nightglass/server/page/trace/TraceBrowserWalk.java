package io.nightglass.server.page.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.nightglass.server.Chromium;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A round's page as people use it, in Chromium, under its own policy. */
class TraceBrowserWalk {
    private static final String EVIL = "</a></template><img src=x onerror=alert(1)>\\u0000\\u202e";
    private static final int MANY = 5_000;

    @TempDir
    private Path folder;

    @Test
    void rowsAreWalkedClosedAndOpenedWithKeysAndTheAddressRemembers() {
        inBrowser((page, pane) -> {
            small(pane);
            page.navigate(pane.address() + "/rounds/r?node=" + id(1));
            assertEquals(List.of("round", "round_started", "eval.run nine", "a", "b", "round_kept"), names(page));
            page.keyboard().press("j");
            assertEquals("eval.run nine", selected(page));
            page.keyboard().press("ArrowLeft");
            assertEquals(List.of("round", "round_started", "eval.run nine", "round_kept"), names(page));
            assertEquals("false", page.getAttribute(".wf[aria-selected=true]", "aria-expanded"));
            assertTrue(page.url().contains("fold=" + id(2).substring(0, 8)), page.url());
            page.reload();
            assertEquals(List.of("round", "round_started", "eval.run nine", "round_kept"), names(page));
            page.keyboard().press("e"); // the error waits in the closed suite
            assertEquals("b", selected(page));
            page.waitForSelector("#node h2:text-is('b')");
            assertFalse(page.url().contains("fold="), page.url());
            page.keyboard().press("ArrowLeft");
            assertEquals("eval.run nine", selected(page));
            page.keyboard().press("ArrowRight");
            assertEquals("a", selected(page));
            page.keyboard().press("k");
            page.waitForSelector("#node h2:text-is('eval.run nine')");
            page.goBack();
            page.waitForURL("**node=*");
            page.waitForSelector(".tree");
        });
    }

    @Test
    void fiveThousandEventsOpenFastScrollAndAreAllInReach() {
        inBrowser((page, pane) -> {
            many(pane);
            page.navigate(pane.address() + "/rounds/many"); // the server's first answer compiles its code
            long begun = System.nanoTime();
            page.navigate(pane.address() + "/rounds/many?node=" + id(1));
            page.waitForSelector(".wf[aria-selected=true]");
            long opened = (System.nanoTime() - begun) / 1_000_000;
            System.out.printf("a round of %d events opened in %d ms%n", MANY, opened);
            assertTrue(opened < 5_000, opened + " ms");
            assertTrue(page.locator(".tree .wf").count() < 1_000, "rows out of sight are not drawn");
            begun = System.nanoTime();
            page.keyboard().press("e");
            assertEquals("case 4990", selected(page));
            System.out.printf("its last error was found in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
            assertTrue(page.locator(".wf[aria-selected=true]").isVisible());
            page.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)");
            page.waitForCondition(
                    () -> Boolean.TRUE.equals(
                            page.evaluate(
                                    "[...document.querySelectorAll('.tree > .wf')].some(r => { const y = r.getBoundingClientRect().top; return y > 0 && y < innerHeight })")));
        });
    }

    private static String selected(Page page) {
        return page.textContent(".tree > .wf[aria-selected=true] .nm");
    }

    private static List<String> names(Page page) {
        return page.locator(".tree > .wf .nm").allTextContents();
    }

    private static void small(LivePane pane) {
        post(
                pane,
                List.of(
                        event("r", 1, "round_started", 0, "{\"description\":\"" + EVIL + "\"}"),
                        event("r", 2, "eval.run", 1_000, "{\"suite_id\":\"s\",\"suite\":\"nine\"}"),
                        event("r", 3, "eval.case", 2_000, "{\"suite_id\":\"s\",\"case_id\":\"a\",\"passed\":true}"),
                        event(
                                "r",
                                4,
                                "eval.case",
                                3_000,
                                "{\"suite_id\":\"s\",\"case_id\":\"b\",\"passed\":false,\"rationale\":\"" + EVIL
                                        + "\"}"),
                        event("r", 5, "round_kept", 4_000, "{\"delta\":0.1}")));
    }

    /** One suite of a thousand cases, and four thousand events beside it. */
    private static void many(LivePane pane) {
        var events = new ArrayList<String>();
        events.add(event("many", 1, "round_started", 0, "{\"x\":1}"));
        for (int i = 2; i < MANY; i++) {
            var words = "{\"case_id\":\"case %d\",\"passed\":%s,\"dim\":\"%s\"}".formatted(i, i != 4_990, EVIL);
            events.add(
                    switch (i % 5) {
                        case 0 ->
                            event(
                                    "many",
                                    i,
                                    i == 5 ? "eval.run" : "eval.case",
                                    i * 10,
                                    words.replace("{", "{\"suite_id\":\"s\","));
                        case 1 -> event("many", i, "$ai_generation", i * 10, "{\"$ai_latency\":0.5}");
                        default -> event("many", i, "step.observation", i * 10, "{\"source\":\"log\"}");
                    });
        }
        events.add(event("many", MANY, "round_kept", MANY * 10, "{\"x\":1}"));
        for (int from = 0; from < events.size(); from += 1_000) {
            post(pane, events.subList(from, Math.min(events.size(), from + 1_000)));
        }
    }

    private static void post(LivePane pane, List<String> events) {
        var sent = pane.post("/batch", LivePane.batch(events.toArray(String[]::new)));
        assertEquals(200, sent.statusCode(), sent.body());
    }

    private static String id(int number) {
        return new UUID((long) number << 32, number).toString();
    }

    private static String event(String round, int number, String name, int millisecond, String properties) {
        var at = Instant.parse("2026-01-01T11:00:00Z").plusMillis(millisecond);
        return """
                {"uuid":"%s","event":"%s","distinct_id":"d","timestamp":"%s","properties":%s}""".formatted(id(number), name, at, properties.replaceFirst("\\{", "{\"round_id\":\"" + round + "\","));
    }

    /** Fails also when the browser complains of anything: a refused style, a script that threw. */
    private void inBrowser(BiConsumer<Page, LivePane> walk) {
        try (var chromium = Chromium.open();
                var pane = LivePane.open(folder)) {
            var page = chromium.page();
            var said = new ArrayList<String>();
            page.onConsoleMessage(message -> said.add(message.text()));
            page.onPageError(said::add);
            walk.accept(page, pane);
            assertEquals(List.of(), said);
        }
    }
}
