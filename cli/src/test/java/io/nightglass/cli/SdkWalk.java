package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.cli.pane.RunningPane;
import io.nightglass.sdk.Nightglass;
import io.nightglass.sdk.spool.SpoolSettings;
import io.nightglass.server.Config;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The Java SDK against the pane itself. */
@Timeout(120)
class SdkWalk {
    private static final Path EXAMPLE = Path.of("../examples/java/TinyLoop.java");

    @TempDir
    private static Path data;

    @TempDir
    private Path spool;

    private static RunningPane pane;

    @BeforeAll
    static void open() throws IOException {
        pane = RunningPane.open(new Config(
                "127.0.0.1", 0, data, "phc_sdk", "phx_sdk", ZoneId.of("Europe/Berlin"), InstantSource.system()));
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static JsonNode rows(RunningPane asked, String hogql) {
        return asked.client().query(hogql).path("results");
    }

    @Test
    void theExampleLoopShowsUpAsARunWithItsRounds() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EXAMPLE.toString())
                .redirectErrorStream(true);
        process.environment()
                .putAll(Map.of(
                        "POSTHOG_HOST",
                        pane.address().host().toString(),
                        "POSTHOG_API_KEY",
                        "phc_sdk",
                        "AUTORESEARCH_PROJECT",
                        "tiny",
                        "NIGHTGLASS_SPOOL",
                        spool.toString()));
        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        var figures = java.util.regex.Pattern.compile("(\\d+) rounds, best (-?[0-9.]+)")
                .matcher(said);
        assertTrue(figures.find(), said);
        int rounds = Integer.parseInt(figures.group(1));

        var counted = rows(
                        pane,
                        "SELECT count(), countIf(verdict = 'kept'), countIf(verdict = 'reverted'), min(score) "
                                + "FROM rounds WHERE project = 'tiny' LIMIT 10")
                .get(0);
        assertEquals(rounds, counted.get(0).asInt());
        assertEquals(rounds, counted.get(1).asInt() + counted.get(2).asInt());
        assertEquals(Double.parseDouble(figures.group(2)), counted.get(3).asDouble(), 1e-4);
        assertEquals(
                rounds,
                rows(
                                pane,
                                "SELECT count() FROM events WHERE event = 'step.tool_returned' AND properties.project = 'tiny' LIMIT 10")
                        .get(0)
                        .get(0)
                        .asInt());
    }

    @Test
    void whatIsTrackedBeforeThePaneIsThereArrivesOnceItIs(@TempDir Path later) throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var config = io.nightglass.sdk.Config.of(Map.of())
                .to(URI.create("http://127.0.0.1:" + port), "phc_sdk")
                .as("early", "internal")
                .spool(SpoolSettings.in(spool));
        try (var line = Nightglass.open(config)) {
            var run = line.loop().run();
            for (int i = 0; i < 50; i++) {
                run.round().started("m", 0.5);
            }
            assertEquals(50, line.flush(Duration.ofMillis(200)).left());
            try (var late = RunningPane.open(new Config(
                    "127.0.0.1", port, later, "phc_sdk", "phx_sdk", ZoneId.of("UTC"), InstantSource.system()))) {
                assertTrue(line.flush(Duration.ofSeconds(60)).isComplete());
                var counted = rows(late, "SELECT count(), uniq(run_id) FROM rounds WHERE project = 'early' LIMIT 10");
                assertEquals("[50,1]", counted.get(0).toString());
            }
        }
    }

    @Test
    void theGuideShowsTheExampleAsItIsRun() throws IOException {
        var guide = Files.readString(Path.of("../docs/sdk.md"));
        var example = Files.readString(EXAMPLE);
        assertTrue(guide.contains(example.strip()), "docs/sdk.md shows another loop than examples/java/TinyLoop.java");
        assertTrue(List.of(example.split("\n", -1)).size() <= 60, "an example is under sixty lines");
    }
}
