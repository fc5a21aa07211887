package io.nightglass.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.sdk.Host.Does;
import io.nightglass.sdk.spool.SpoolSettings;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} at any moment takes nothing that {@code track} returned for. */
class KillTest {
    /** Each is a process; the two hundred of the promise run with {@code -Dkills=200}. */
    private static final int KILLS = Integer.getInteger("kills", 6);

    @TempDir
    private Path folder;

    @Test
    @Timeout(900)
    void everyEventTrackReturnedForArrivesOnceHoweverOftenTheProcessIsKilled() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillTest: -Dseed=" + seed);
        var random = new Random(seed);
        // One request in five fails one way or another, so kills fall into outages too.
        var ways = new Does[] {Does.SAY_503, Does.HANG_UP, Does.KEEP_AND_HANG_UP};
        try (var host = new Host(0, (n, events) -> n % 5 == 4 ? ways[n / 5 % ways.length] : Does.KEEP)) {
            int next = 0;
            int promised = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                int last = loopUntilKilled(host, next, 200 + random.nextInt(20_000));
                promised += last - next + 1;
                next = last + 1_000_000; // a gap tells whose an unpromised event at the end is
            }
            deliverTheRest(host);
            assertArrived(host, promised);
        }
    }

    /** Runs a loop from {@code first} on, kills it after so many events, and returns the last number it was told. */
    private int loopUntilKilled(Host host, int first, int events) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessLoop.class.getName(),
                        host.address().toString(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(folder.resolve("said-" + first + ".txt").toFile())
                .start();
        int last = first - 1;
        try (var said = new DataInputStream(process.getInputStream())) {
            while (last < first + events) {
                last = said.readInt();
            }
            process.toHandle().destroyForcibly(); // of the process itself it would close the stream too
            while (true) {
                last = said.readInt(); // what it said before it died counts too
            }
        } catch (EOFException e) {
            process.waitFor();
        }
        promises.add(new int[] {first, last});
        return last;
    }

    private final java.util.List<int[]> promises = new java.util.ArrayList<>();

    private void deliverTheRest(Host host) throws IOException {
        try (var line = Nightglass.open(Config.of(Map.of())
                .to(host.address(), "phc_test")
                .spool(SpoolSettings.in(folder))
                .hearing(Clock.systemUTC(), text -> {}))) {
            line.track("autoresearch:internal:planner", "round_started", Map.of("n", -1));
            while (!host.numbers().contains(-1) || line.statistics().waiting() > 0) {
                line.flush(Duration.ofSeconds(10));
            }
            assertEquals(0, line.statistics().lost());
        }
        try (var files = Files.walk(folder)) {
            assertEquals(
                    0,
                    files.filter(file -> file.toString().endsWith(".segment")).count(),
                    "a delivered spool leaves no segment");
        }
    }

    private void assertArrived(Host host, int promised) {
        var arrived = host.numbers();
        var distinct = new HashSet<>(arrived);
        assertEquals(arrived.size(), distinct.size(), "an event has one uuid, however often it is sent");
        int missing = 0;
        for (var promise : promises) {
            for (int n = promise[0]; n <= promise[1]; n++) {
                missing += distinct.contains(n) ? 0 : 1;
            }
        }
        assertEquals(0, missing, "of %d that track returned for".formatted(promised));
        assertTrue(arrived.size() <= promised + 1 + KILLS, "at most the one under way at each kill is more");
    }
}
