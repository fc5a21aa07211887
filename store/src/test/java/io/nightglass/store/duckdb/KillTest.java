package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    @TempDir
    private Path home;

    @Test
    void keepsEveryAnsweredBatchOnceAndNoHalfOfAnUnansweredOne() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var answered = new ArrayList<String>();
        for (int generation = 0; generation < 4; generation++) {
            var child = Child.start(home, generation);
            try (var lines = child.inputReader()) {
                assertEquals("open", lines.readLine(), () -> "seed " + seed);
                readUntilKilled(child, lines, 1 + random.nextInt(120), answered);
            }
            child.waitFor();
        }
        try (var store = Stores.open(home)) {
            var kept = new HashMap<String, Long>();
            for (var row : Stores.rows(store, 1, "SELECT uuid FROM events")) {
                var uuid = (UUID) Objects.requireNonNull(row.getFirst());
                var batch = uuid.getMostSignificantBits() + " " + uuid.getLeastSignificantBits() / Child.ROWS;
                kept.merge(batch, 1L, Long::sum);
            }
            assertTrue(kept.values().stream().allMatch(n -> n == Child.ROWS), () -> "a half batch, seed " + seed);
            assertTrue(kept.keySet().containsAll(answered), () -> "a lost batch, seed " + seed);
            assertRoundsAgree(store, kept);
        }
    }

    /** Reads acknowledgements, kills after {@code most} of them, and reads on: what was printed was answered. */
    private static void readUntilKilled(Process child, BufferedReader lines, int most, List<String> answered)
            throws IOException {
        int read = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("kept ") && line.split(" ").length == 3) {
                answered.add(line.substring(5));
            }
            if (++read == most) {
                child.toHandle().destroyForcibly();
            }
        }
    }

    private static void assertRoundsAgree(DuckDbEventStore store, Map<String, Long> kept) {
        var events = new ArrayList<EventRow>();
        for (var batch : kept.keySet()) {
            var parts = batch.split(" ");
            events.addAll(Child.batch(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
        }
        assertEquals(RoundModel.rounds(events), Stores.rows(store, RoundModel.ROUNDS_WIDTH, RoundModel.ROUNDS));
        assertEquals(RoundModel.runs(events), Stores.rows(store, RoundModel.RUNS_WIDTH, RoundModel.RUNS));
    }

    @Test
    void keepsASecondProcessOutWithinSecondsAndNamesTheOwner() throws Exception {
        try (var store = Stores.open(home)) {
            var child = Child.start(home, 0);
            try (var lines = child.inputReader()) {
                assertEquals(
                        "%s is in use by process %d; stop it or choose another folder with --data"
                                .formatted(home, ProcessHandle.current().pid()),
                        lines.readLine());
            }
            assertEquals(0, child.waitFor());
            assertEquals(0, Stores.number(store, "SELECT count(*) FROM events"));
        }
    }
}
