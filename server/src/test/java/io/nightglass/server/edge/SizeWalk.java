package io.nightglass.server.edge;

import static io.nightglass.server.LivePane.batch;
import static io.nightglass.server.LivePane.gzip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import io.nightglass.store.StoreProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is read at most, of one request and of all together. */
class SizeWalk {
    private static final int MIB = 1 << 20;

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @BeforeEach
    void forget() {
        pane.store().forget();
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @Test
    void takesTwentyMebibytesAndNoMore() {
        assertEquals(200, pane.post("/batch/", ofSize(20 * MIB)).statusCode());
        assertEquals(413, pane.post("/batch/", ofSize(20 * MIB + 1)).statusCode());
        assertEquals(413, pane.post("/batch/", gzip(ofSize(20 * MIB + 1))).statusCode());
    }

    @Test
    void takesMoreOnTheRouteForPromptsButNoEventAboveEight() {
        String event = eventOfSize(8 * MIB);
        assertEquals(
                200,
                pane.post("/i/v0/ai/batch/", gzip(batch(event, event, event))).statusCode());
        assertEquals(
                413,
                pane.post("/i/v0/ai/batch/", gzip(batch(eventOfSize(8 * MIB + 1))))
                        .statusCode());
        assertEquals(413, pane.post("/batch/", gzip(batch(event, event, event))).statusCode());
    }

    @Test
    void measuresAnEventWithoutABatchAroundItToo() {
        String key = "{\"api_key\":\"%s\",".formatted(LivePane.KEY);
        int before = key.length() - 1;
        String fits = key + eventOfSize(8 * MIB - before).substring(1);
        String tooLarge = key + eventOfSize(8 * MIB + 1 - before).substring(1);
        assertEquals(8 * MIB, fits.length());
        assertEquals(200, pane.post("/i/v0/ai/batch/", fits).statusCode());
        for (var one : List.of(tooLarge, "  " + tooLarge, "[" + tooLarge + "]", batch(tooLarge))) {
            var answer = pane.post("/i/v0/ai/batch/", one);
            assertEquals(413, answer.statusCode(), answer.body());
            assertEquals("an event is larger than 8 MiB", answer.body());
        }
        assertEquals(413, pane.post("/i/v0/ai/batch/", gzip(tooLarge)).statusCode());
        assertEquals(200, pane.post("/e/", tooLarge).statusCode(), "only the route for prompts is that strict");
    }

    @Test
    void doesNotUnpackABomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 1024; i++) {
                gzip.write(new byte[MIB]);
            }
        }
        assertEquals(413, pane.post("/batch/", bomb.toByteArray()).statusCode());
        var blanks = gzip("[" + " ".repeat(40 * MIB) + "]");
        assertEquals(413, pane.post("/batch/", blanks).statusCode());
    }

    @Test
    void refusesWhatWouldGrowBeyondMemoryWhenRead() {
        int status = pane.post("/i/v0/ai/batch/", gzip(batch("{},".repeat(60 * MIB / 3) + "{}")))
                .statusCode();
        assertTrue(status == 413 || status == 503, "status " + status);
    }

    @Test
    void staysUpUnderManyLargeRequestsAtOnce() throws Exception {
        pane.store().fail(new StoreProblem.Overloaded(Duration.ofSeconds(1))); // or the test itself would keep them all
        byte[] large = gzip(batch(eventOfSize(19 * MIB)));
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 100; i++) {
                sent.add(() -> pane.post("/batch/", large).statusCode());
            }
            for (var status : senders.invokeAll(sent)) {
                assertEquals(503, status.get());
            }
        }
        pane.store().fail(null);
        assertEquals(200, pane.post("/batch/", batch(eventOfSize(1000))).statusCode());
    }

    private static String ofSize(int bytes) {
        int around = batch(eventOfSize(1000)).length() - 1000;
        return batch(eventOfSize(bytes - around));
    }

    private static String eventOfSize(int bytes) {
        String around = "{\"event\":\"e\",\"distinct_id\":\"u\",\"properties\":{\"v\":\"\"}}";
        return around.replace("\"\"", "\"" + "x".repeat(bytes - around.length()) + "\"");
    }
}
