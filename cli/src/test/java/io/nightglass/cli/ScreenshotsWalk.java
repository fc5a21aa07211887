package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.nightglass.boards.Board;
import io.nightglass.boards.Boards;
import io.nightglass.cli.pane.RunningPane;
import io.nightglass.cli.sample.SampleNights;
import io.nightglass.server.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of the pages over the sample nights, in {@code docs/screenshots}. {@code -Dscreenshots.write=true} takes them anew
 * with the machine's Chromium; look at what changed.
 */
class ScreenshotsWalk {
    private static final Path FOLDER = Path.of("../docs/screenshots");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-05-16T06:30:00Z");

    /** Each look of a page: its name, width and theme. */
    private record Look(String name, int width, String theme) {}

    private static final List<Look> LOOKS = List.of(
            new Look("dark", 1440, "dark"), new Look("light", 1440, "light"), new Look("dark-390", 390, "dark"));

    @TempDir
    Path data = Path.of(".");

    @Test
    void everyPageHasItsPictures() throws IOException {
        if (Boolean.getBoolean("screenshots.write")) {
            take();
        }
        var expected = new ArrayList<String>();
        pages().keySet().forEach(page -> LOOKS.forEach(look -> expected.add("%s-%s.png".formatted(page, look.name))));
        try (var files = Files.list(FOLDER)) {
            assertEquals(
                    expected.stream().sorted().toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    /** The path of each page by the name of its pictures. */
    private static Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("morning", "/");
        pages.put("boards", "/boards");
        Boards.ALL.stream().map(Board::id).forEach(id -> pages.put(id, "/boards/" + id));
        pages.put("runs", "/runs");
        pages.put("rounds", "/rounds");
        pages.put("calls", "/generations");
        pages.put("evals", "/evals");
        pages.put("query", "/query");
        return pages;
    }

    private void take() throws IOException {
        Files.createDirectories(FOLDER);
        var config = new Config("127.0.0.1", 0, data, "phc_shots", "phx_shots", ZONE, InstantSource.fixed(MORNING));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox"));
        try (var pane = RunningPane.open(config);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options)) {
            var nights = SampleNights.before(MORNING, ZONE);
            nights.write(pane.client()::send);
            nights.annotations().forEach(note -> pane.client().annotate(note.at(), note.content()));
            for (var look : LOOKS) {
                try (var context = open(browser, look)) {
                    var page = context.newPage();
                    for (var entry : pages().entrySet()) {
                        page.navigate(pane.address().host() + entry.getValue());
                        page.waitForFunction("!document.querySelector('.chart[data-chart]:empty')");
                        page.screenshot(new Page.ScreenshotOptions()
                                .setPath(FOLDER.resolve("%s-%s.png".formatted(entry.getKey(), look.name))));
                    }
                }
            }
        }
    }

    private static BrowserContext open(Browser browser, Look look) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(look.width, 900));
        context.addInitScript("localStorage.setItem('theme', '%s')".formatted(look.theme));
        return context;
    }
}
