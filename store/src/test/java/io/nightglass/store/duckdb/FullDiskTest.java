package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nightglass.hogql.Type;
import io.nightglass.store.EventRow;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem.DiskFull;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.sql.Sql;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system of 40 MB; not run where mounting one is not allowed. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FullDiskTest {
    @TempDir
    private Path temp;

    private Path disk = Path.of("");
    private Path home = Path.of("");
    private Path filler = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(temp.resolve("disk"));
        home = disk.resolve("data");
        filler = disk.resolve("filler");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()),
                "not run: a small file system may not be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void refusesRowsWhileFullAnswersQueriesAndTakesRowsAgainWithRoom() throws Exception {
        try (var store = Stores.open(home)) {
            long kept = 0;
            try {
                for (int i = 0; i < 10_000; i++) {
                    kept += store.append(heavy(i)).kept();
                }
            } catch (StoreException full) {
                assertInstanceOf(DiskFull.class, full.problem());
            }
            assertTrue(kept > 500, "a disk of 40 MB holds more than " + kept + " rows");
            fillUp();
            assertFull(store);
            assertEquals(kept, Stores.number(store, "SELECT count(*) FROM events"));
            assertEquals(kept, Stores.number(store, "SELECT coalesce(sum(events), 0)::BIGINT FROM rounds"));
        }
    }

    @Test
    void aSlowQuestionWhileFullHoldsUpNeitherRefusalsNorTheEnd() throws Exception {
        try (var store = Stores.open(home)) {
            store.append(heavy(1));
            fillUp();
            var printed = new CountDownLatch(2); // once to see what it reads, once where it is asked
            var question = new Queries.Question(
                    () -> {
                        printed.countDown();
                        return new Sql(
                                "SELECT sum(a.range * b.range) + count(r.round_id) FROM rounds AS r,"
                                        + " range(1000000) AS a, range(1000000) AS b",
                                List.of());
                    },
                    List.of(new Table.Column("c", Type.STRING)));
            var limits = new Limits(10, Duration.ofSeconds(20));
            var slow = CompletableFuture.supplyAsync(
                    () -> assertThrows(StoreException.class, () -> store.query(question, limits)));
            printed.await();
            assertFull(store);
            assertTrue(!slow.isDone(), "still under way");
            slow.join();
        }
    }

    @Test
    void losesNothingAnsweredWhenFilledAtOnceAndKilledWhileFull() throws Exception {
        var answered = new ArrayList<String>();
        var child = Child.start(home, 0);
        try (var lines = child.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("kept ")) {
                    answered.add(line);
                }
                if (answered.size() == 20 && Files.notExists(filler)) {
                    fillUp();
                }
                if (line.startsWith("refused ")) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        child.waitFor();
        try (var store = Stores.open(home)) {
            assertTrue(Stores.number(store, "SELECT count(*) FROM events") >= answered.size() * (long) Child.ROWS);
            assertFull(store);
            Files.delete(filler);
            assertEquals(5, store.append(Rows.many("a", 5)).kept());
        }
    }

    @Test
    void keepsExactlyWhatItAnsweredWhateverTheDiskDoesMeanwhile() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        long kept = 0;
        try (var store = Stores.open(home)) {
            for (int round = 0; round < 3; round++) {
                var filling = Thread.ofPlatform().start(this::fillUp);
                for (int i = 0; i < 30; i++) {
                    try {
                        kept += store.append(heavy(random.nextInt())).kept();
                    } catch (StoreException full) {
                        assertInstanceOf(DiskFull.class, full.problem(), () -> "seed " + seed);
                    }
                }
                filling.join();
                Files.deleteIfExists(filler);
            }
            assertEquals(1, store.append(Rows.many("a", 1)).kept());
            assertEquals(kept + 1, Stores.number(store, "SELECT count(*) FROM events"), () -> "seed " + seed);
        }
        try (var store = Stores.open(home)) {
            assertEquals(kept + 1, Stores.number(store, "SELECT count(*) FROM events"), () -> "seed " + seed);
        }
    }

    private static void assertFull(DuckDbEventStore store) {
        long start = System.nanoTime();
        var refused = assertThrows(StoreException.class, () -> store.append(Rows.many("a", 1)));
        assertInstanceOf(DiskFull.class, refused.problem());
        assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(10));
    }

    /** Twenty rows of about 16 KB that do not compress. */
    private static List<EventRow> heavy(long seed) {
        var random = new Random(seed);
        var rows = new ArrayList<EventRow>();
        var bytes = new byte[12_000];
        for (int i = 0; i < 20; i++) {
            random.nextBytes(bytes);
            var noise = Base64.getEncoder().encodeToString(bytes);
            rows.add(Rows.event("round_started")
                    .round("R" + i)
                    .with("noise", "\"" + noise + "\"")
                    .row());
        }
        return rows;
    }

    private void fillUp() {
        var block = ByteBuffer.allocate(1 << 16);
        try (var file = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                file.write(block.rewind());
            }
        } catch (IOException full) {
            assertTrue(disk.toFile().getUsableSpace() < 1 << 20, full::toString);
        }
    }

    private static boolean run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
