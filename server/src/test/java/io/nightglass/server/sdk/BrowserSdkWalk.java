package io.nightglass.server.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import io.nightglass.server.LivePane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The posthog-js people install, unmodified, in Chromium, on a page of another origin. */
class BrowserSdkWalk {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final String SAY_EVERYTHING = """
            ([host, key, compress]) => new Promise((done) => {
              window.sent = [];
              posthog.init(key, {
                api_host: host,
                opt_out_useragent_filter: true,
                disable_compression: !compress,
                persistence: 'memory',
                rate_limiting: { events_per_second: 500, events_burst_limit: 1000 },
                before_send: (event) => { window.sent.push(event.event); return event },
                loaded: (client) => {
                  for (let i = 0; i < 200; i++) client.capture('browser_event', { i, text: 'grüße 🌙' })
                  client.identify('browser-user', { plan: 'pro' }, { first: 1 })
                  client.alias('browser-alias')
                  client.group('loop', 'g1', { size: 1 })
                  client.setPersonProperties({ mood: 'good' })
                  client.captureException(new Error('boom'))
                  client.capture('browser_beacon', {}, { transport: 'sendBeacon' })
                  client.capture('browser_instant', {}, { send_instantly: true })
                  done()
                },
              })
            })""";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingPosthogJsSendsIsKept(boolean compress) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "not run: no " + CHROMIUM + "; install Debian's chromium");
        var library = Scripts.installed("posthog-js").resolve("dist/array.full.no-external.js");
        try (var pane = LivePane.openNow(folder);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = launched(playwright);
                var page = browser.newPage()) {
            var site = site(library);
            try {
                page.navigate("http://localhost:%d/".formatted(site.getAddress().getPort()));
                page.evaluate(SAY_EVERYTHING, List.of(pane.address().toString(), LivePane.KEY, compress));
                check(pane, page);
            } finally {
                site.stop(0);
            }
        }
    }

    private static void check(LivePane pane, Page page) throws InterruptedException {
        List<?> sent = (List<?>) page.evaluate("() => window.sent");
        assertTrue(sent.size() > 205, "sent only " + sent);
        assertTrue(
                pane.store().awaitRows(sent.size(), Duration.ofSeconds(30)),
                () -> "sent %s, kept %s"
                        .formatted(
                                counted(sent),
                                counted(pane.rows().stream()
                                        .map(row -> row.event())
                                        .toList())));
        assertEquals(
                counted((List<?>) page.evaluate("() => window.sent")),
                counted(pane.rows().stream().map(row -> row.event()).toList()));
        var first = pane.rows().stream()
                .filter(row -> row.event().equals("browser_event"))
                .findFirst()
                .orElseThrow();
        assertEquals("grüße 🌙", first.properties().path("text").asString());
    }

    private static Map<Object, Long> counted(List<?> events) {
        return events.stream().collect(Collectors.groupingBy(event -> (Object) event, Collectors.counting()));
    }

    private static Browser launched(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(FLAGS));
    }

    private static HttpServer site(Path library) throws IOException {
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            boolean isScript = exchange.getRequestURI().getPath().endsWith(".js");
            byte[] body =
                    Files.readAllBytes(isScript ? library : Scripts.folder().resolve("browser.html"));
            exchange.getResponseHeaders().set("Content-Type", isScript ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        return site;
    }
}
