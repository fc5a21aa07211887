package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.nightglass.server.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in a real browser: what axe-core finds, the policy, the keyboard, and pictures of tiles. */
class AccessWalk {
    private static final String DAYS = "?from=2025-12-25&to=2026-01-01";
    private static final List<String> BOARDS = List.of(
            "round-funnel",
            "score-trend",
            "dimension-heatmap",
            "cost-per-kept",
            "escalations",
            "stop-reasons",
            "model-fit",
            "cost-compression",
            "anomaly-regressions");
    private static final List<String> PAGES = List.of(
            "/",
            "/boards",
            "/boards/cost-per-kept" + DAYS + "&view=table&compare=previous",
            "/boards/stop-reasons" + DAYS + "&bucket=night&note=1&compare=previous",
            "/boards/stop-reasons/behind" + DAYS + "&what=stops",
            "/boards/cost-per-kept/behind" + DAYS + "&what=money",
            "/runs",
            "/compare",
            "/rounds",
            "/rounds?dim=dim_far" + DAYS.replace('?', '&'),
            "/rounds/r1",
            "/rounds/r1/log",
            "/generations",
            "/errors",
            "/sessions",
            "/evals",
            "/evals/cases",
            "/evals/runs",
            "/query",
            "/query?q=SELECT+event,+count()+FROM+events+GROUP+BY+event",
            "/schema",
            "/health",
            "/nothing");
    private static final int MOST_TABS = 100;
    private static final String FOUND = """
            async () => (await axe.run(document)).violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.html.slice(0, 200)))""";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void axeFindsNothingOnAnyPageInBothThemesWideAndNarrow() {
        var axe = axe();
        try (var chromium = Chromium.open();
                var pane = BoardNights.open(folder)) {
            BoardNights.note(pane, "2025-12-31T12:30:00Z", "rules 7");
            var found = new ArrayList<String>();
            for (int width : List.of(1440, 390)) {
                for (var theme : List.of("dark", "light")) {
                    try (var context = chromium.browser()
                            .newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
                        context.addInitScript("localStorage.setItem('theme', '%s')".formatted(theme));
                        var page = context.newPage();
                        page.onConsoleMessage(message -> {
                            if (!page.url().endsWith("/nothing")) {
                                found.add(page.url() + " says " + message.text());
                            }
                        });
                        for (var path : pages()) {
                            page.navigate(pane.address() + path);
                            assertEquals(theme, page.getAttribute("html", "data-theme"));
                            page.evaluate(axe + ";0");
                            for (var what : (List<?>) page.evaluate(FOUND)) {
                                found.add("%d %s %s: %s".formatted(width, theme, path, what));
                            }
                            var wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                            assertTrue(wide <= width, "%s is %d wide at %d".formatted(path, wide, width));
                        }
                    }
                }
            }
            assertEquals(List.of(), found);
        }
    }

    @Test
    void theKeyboardReachesEveryMarkAndEnterOpensWhatIsBehindIt() {
        try (var chromium = Chromium.open();
                var pane = BoardNights.open(folder)) {
            var page = chromium.page();
            for (var board : List.of("dimension-heatmap", "cost-per-kept", "escalations", "stop-reasons")) {
                page.navigate(pane.address() + "/boards/" + board + DAYS);
                var marks = page.locator(".tile .heat td a, .tile svg a");
                assertTrue(marks.count() > 1, board);
                var unseen = new ArrayList<Object>();
                marks.all().forEach(mark -> unseen.add(mark.getAttribute("aria-label")));
                marks.first().focus();
                unseen.remove(focused(page));
                for (int tabs = 0; tabs < MOST_TABS && !unseen.isEmpty(); tabs++) {
                    page.keyboard().press("Tab");
                    unseen.remove(focused(page));
                }
                assertEquals(List.of(), unseen, board);
                page.keyboard().press("Enter");
                page.waitForURL(url -> url.contains("/behind?") || url.contains("/rounds?"));
                assertTrue(page.locator("#total").isVisible(), board);
            }
        }
    }

    @Test
    void aTileIsSavedAsAPictureUnderThePolicy() throws IOException {
        try (var chromium = Chromium.open();
                var pane = BoardNights.open(folder)) {
            var page = chromium.page();
            var said = new ArrayList<String>();
            page.onConsoleMessage(message -> said.add(message.text()));
            page.onPageError(said::add);
            for (var board : BOARDS) {
                page.navigate(pane.address() + "/boards/" + board + DAYS);
                var file = page.waitForDownload(() -> page.click("[data-do=png]"));
                assertEquals(board + ".png", file.suggestedFilename());
                var bytes = Files.readAllBytes(file.path());
                assertEquals("PNG", new String(bytes, 1, 3, StandardCharsets.US_ASCII));
                assertTrue(bytes.length > 5_000, board + " is a picture of " + bytes.length + " bytes");
            }
            assertEquals(List.of(), said);
        }
    }

    private static @Nullable Object focused(Page page) {
        return page.evaluate("document.activeElement.getAttribute('aria-label')");
    }

    private static List<String> pages() {
        var pages = new ArrayList<>(PAGES);
        BOARDS.forEach(board -> pages.add("/boards/" + board + DAYS));
        return pages;
    }

    /** The script alone, as the dependency brings it: its Java would want another Playwright. */
    private static String axe() {
        try (var in = Page.class.getClassLoader().getResourceAsStream("axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
