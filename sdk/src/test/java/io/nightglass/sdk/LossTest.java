package io.nightglass.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.sdk.Host.Does;
import io.nightglass.sdk.spool.Durability;
import io.nightglass.sdk.spool.SpoolSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the host does, an event that {@code track} returned for arrives, once. */
@Timeout(60)
class LossTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    private Config config(URI host) {
        return Config.of(Map.of())
                .to(host, "phc_test")
                .as("autoresearch", "internal")
                .spool(SpoolSettings.in(folder))
                .every(Duration.ofMillis(20))
                .hearing(Clock.systemUTC(), notices::add);
    }

    private static void track(Nightglass to, int from, int until) {
        for (int n = from; n < until; n++) {
            to.track("autoresearch:internal:planner", "round_started", Map.of("n", n));
        }
    }

    private static List<Integer> upTo(int n) {
        return IntStream.range(0, n).boxed().toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Does.class,
            names = {"KEEP_AND_HANG_UP", "HANG_UP", "SAY_408", "SAY_429", "SAY_503", "SAY_401"})
    void oneBadAnswerLosesNothingAndDoublesNothing(Does bad) {
        try (var host = Host.doing(bad, Does.KEEP, bad);
                var line = Nightglass.open(config(host.address()))) {
            track(line, 0, 500);
            line.flush(PATIENCE);
            track(line, 500, 1_000);
            var delivery = line.flush(PATIENCE);
            assertTrue(delivery.isComplete(), delivery.toString());
            assertEquals(upTo(1_000), host.numbers());
            assertEquals(1_000, line.statistics().delivered());
            assertTrue(line.statistics().retries() >= 1);
        }
    }

    @Test
    void aHostThatTakesOnlyAFewAtATimeGetsAFewAtATime() {
        try (var host = Host.limiting(size -> size > 30 ? Does.SAY_413 : Does.KEEP);
                var line = Nightglass.open(config(host.address()))) {
            track(line, 0, 1_000);
            assertTrue(line.flush(PATIENCE).isComplete());
            assertEquals(upTo(1_000), host.numbers());
        }
    }

    @Test
    void anEventTheHostRefusesStandsInTheDeadLetterFileAndTheOthersArrive() throws IOException {
        try (var host = new Host(
                        0,
                        (request, events) -> events.stream()
                                        .anyMatch(event -> event.path("properties")
                                                        .path("n")
                                                        .asInt()
                                                == 77)
                                ? Does.SAY_400
                                : Does.KEEP);
                var line = Nightglass.open(config(host.address()))) {
            track(line, 0, 200);
            var delivery = line.flush(PATIENCE);
            assertTrue(delivery.isComplete());
            assertEquals(1, delivery.refused());
            assertEquals(199, host.numbers().size());
            assertFalse(host.numbers().contains(77));
        }
        try (var files = Files.walk(folder)) {
            var letter = files.filter(file -> file.endsWith("refused.jsonl"))
                    .findFirst()
                    .orElseThrow();
            var text = Files.readString(letter);
            assertTrue(text.contains("\"n\":77") && text.contains("400"), text);
            assertEquals(1, text.lines().count());
        }
    }

    @Test
    void eventsWaitForAHostThatIsNotThereYet() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var line = Nightglass.open(config(URI.create("http://127.0.0.1:" + port)))) {
            track(line, 0, 300);
            assertEquals(300, line.flush(Duration.ofMillis(300)).left());
            try (var host = new Host(port, (request, events) -> Does.KEEP)) {
                assertTrue(line.flush(PATIENCE).isComplete());
                assertEquals(upTo(300), host.numbers());
            }
        }
        assertEquals(2, notices.size(), notices.toString());
        assertTrue(notices.get(0).contains("cannot be reached"), notices.get(0));
        assertTrue(notices.get(1).startsWith("delivering again"), notices.get(1));
    }

    @Test
    void whatOneProcessCouldNotSendTheNextOneDoes() {
        var away = URI.create("http://127.0.0.1:1");
        var first = Nightglass.open(config(away));
        track(first, 0, 100);
        var delivery = first.close(Duration.ofMillis(200));
        assertEquals(100, delivery.left());
        assertTrue(delivery.isKept());

        // The same host by name of its spool, back again.
        try (var host = Host.doing()) {
            moveSpool(away, host.address());
            try (var second = Nightglass.open(config(host.address()))) {
                track(second, 100, 120);
                while (second.statistics().takenOver() == 0) {
                    second.flush(Duration.ofMillis(50));
                }
                assertTrue(second.flush(PATIENCE).isComplete());
                assertEquals(upTo(120), host.numbers().stream().sorted().toList());
                assertEquals(100, second.statistics().takenOver());
            }
        }
    }

    /** A spool belongs to one host and key; the tests have to change the port. */
    private void moveSpool(URI from, URI to) {
        try {
            Files.move(
                    folder.resolve(Nightglass.target(from + " phc_test")),
                    folder.resolve(Nightglass.target(to + " phc_test")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void twoLinesShareASpoolFolder() {
        try (var host = Host.doing();
                var one = Nightglass.open(config(host.address()));
                var two = Nightglass.open(config(host.address()))) {
            track(one, 0, 400);
            track(two, 400, 800);
            assertTrue(one.flush(PATIENCE).isComplete());
            assertTrue(two.flush(PATIENCE).isComplete());
            assertEquals(upTo(800), host.numbers().stream().sorted().toList());
            assertEquals(800, host.kept().size());
        }
    }

    @Test
    void aSpoolInMemoryTellsThatWhatIsLeftIsGone() {
        var line = Nightglass.open(config(URI.create("http://127.0.0.1:1"))
                .spool(SpoolSettings.in(folder).durability(Durability.MEMORY)));
        track(line, 0, 10);
        var delivery = line.close(Duration.ofMillis(100));
        assertEquals(10, delivery.left());
        assertFalse(delivery.isKept());
        assertTrue(notices.get(notices.size() - 1).contains("end with the process"), notices.toString());
    }

    @Test
    void aLoopWithoutAKeyGoesOnAndHearsItOnce() {
        var line = Nightglass.open(
                Config.of(Map.of("POSTHOG_HOST", "http://127.0.0.1:1")).hearing(Clock.systemUTC(), notices::add));
        track(line, 0, 5);
        assertEquals(5, line.statistics().unsent());
        assertEquals(List.of("POSTHOG_API_KEY is not set: nothing is recorded"), notices);
    }

    @Test
    void everyPromiseOfDurabilityDelivers() {
        for (var durability : Durability.values()) {
            try (var host = Host.doing();
                    var line = Nightglass.open(config(host.address())
                            .spool(SpoolSettings.in(folder).durability(durability)))) {
                track(line, 0, 50);
                assertTrue(line.flush(PATIENCE).isComplete(), durability.toString());
                assertEquals(upTo(50), host.numbers(), durability.toString());
            }
        }
    }
}
