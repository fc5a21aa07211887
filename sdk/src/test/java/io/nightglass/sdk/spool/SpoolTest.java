package io.nightglass.sdk.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was added is there, whatever happened meanwhile. */
class SpoolTest {
    private final List<String> notices = new ArrayList<>();

    @TempDir
    private Path folder;

    private SpoolSettings small() {
        return SpoolSettings.in(folder).maxBytes(64 << 10); // segments of 16 KiB
    }

    private Spool open(SpoolSettings settings) {
        return Spool.open(settings, "target", notices::add);
    }

    private static void add(Spool spool, int from, int to) {
        for (int i = from; i < to; i++) {
            var json = event(i).getBytes(UTF_8);
            spool.append(json, json.length);
        }
    }

    private static String event(int i) {
        return "{\"event\":\"e%d\",\"pad\":\"%s\"}".formatted(i, "x".repeat(i % 700));
    }

    /** Takes all there is, delivering as it goes. */
    private static List<String> drain(Spool spool) throws IOException {
        var all = new ArrayList<String>();
        for (var journal : spool.journals()) {
            for (var batch = journal.take(7, 3000); !batch.isEmpty(); batch = journal.take(7, 3000)) {
                batch.forEach(each -> all.add(new String(each.json(), UTF_8)));
                journal.delivered(batch);
            }
        }
        spool.releaseFinished();
        return all;
    }

    private static List<String> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(SpoolTest::event).toList();
    }

    @Test
    void eventsComeOutInTheOrderTheyWentInAcrossManySegments() throws IOException {
        var spool = open(SpoolSettings.in(folder).maxBytes(4 << 20));
        add(spool, 0, 5_000);
        assertEquals(5_000, spool.waiting());
        assertEquals(events(0, 5_000), drain(spool));
        assertEquals(0, spool.waiting());
        spool.release();
        try (var rest = Files.walk(folder)) {
            assertEquals(
                    List.of(), rest.filter(Files::isRegularFile).toList(), "a spool that is delivered leaves no file");
        }
    }

    @Test
    void whatWasTakenButNotDeliveredIsThereAtTheNextStart() throws IOException {
        var first = open(small());
        add(first, 0, 30);
        var journal = first.journals().get(0);
        journal.delivered(journal.take(10, 1 << 20));
        journal.take(10, 1 << 20);
        first.release();

        var second = open(small());
        second.adopt();
        assertEquals(20, second.waiting());
        assertEquals(20, second.takenOver());
        assertEquals(events(10, 30), drain(second));
        second.release();
        assertEquals(List.of(), notices);
    }

    @Test
    void aJournalOfALivingProcessIsNotTakenOver() {
        var first = open(small());
        add(first, 0, 5);
        var second = open(small());
        second.adopt();
        assertEquals(0, second.waiting());
        assertEquals(1, second.journals().size());
        assertEquals(5, first.waiting());
    }

    @Test
    void aFullSpoolDropsTheOldestAndCounts() throws IOException {
        var spool = open(small());
        add(spool, 0, 1_000);
        var kept = drain(spool);
        assertTrue(spool.dropped() > 0);
        assertEquals(1_000, kept.size() + spool.dropped());
        assertEquals(events(1_000 - kept.size(), 1_000), kept);
    }

    @Test
    @Timeout(60)
    void aFullSpoolThatBlocksWaitsForTheSender() throws Exception {
        var spool = open(small().whenFull(WhenFull.BLOCK));
        var adding = new Thread(() -> add(spool, 0, 2_000));
        adding.start();
        var all = new ArrayList<String>();
        while (all.size() < 2_000) {
            all.addAll(drain(spool));
            Thread.onSpinWait();
        }
        adding.join();
        assertEquals(events(0, 2_000), all);
        assertEquals(0, spool.dropped());
    }

    @Test
    void aWaitForRoomEndsWithAnInterruptAndTheEventIsCounted() throws Exception {
        var spool = open(small().whenFull(WhenFull.BLOCK));
        var adding = new Thread(() -> {
            var json = event(600).getBytes(UTF_8);
            boolean isKept = true;
            while (isKept) {
                isKept = spool.append(json, json.length);
            }
        });
        adding.start();
        while (adding.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        adding.interrupt();
        adding.join();
        assertEquals(1, spool.dropped());
    }

    @Test
    void anEventLargerThanASegmentGetsOneOfItsOwn() throws IOException {
        var roomy = new SpoolSettings(folder, Durability.PROCESS, WhenFull.DROP_OLDEST, 1 << 20, 16 << 10);
        var spool = open(roomy);
        var large = "y".repeat(40_000).getBytes(UTF_8);
        add(spool, 0, 3);
        spool.append(large, large.length);
        add(spool, 3, 6);
        spool.release();
        var next = open(roomy);
        next.adopt();
        var all = drain(next);
        assertEquals(7, all.size());
        assertEquals(40_000, all.get(3).length());
    }

    @Test
    void damageCostsWhatItHitsAndIsCounted() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("SpoolTest: -Dseed=" + seed);
        var random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            int added = 200;
            var spool = open(SpoolSettings.in(folder).maxBytes(1 << 20));
            add(spool, 0, added);
            spool.release();
            var segments = segments();
            var hit = segments.get(random.nextInt(segments.size()));
            try (var file = FileChannel.open(hit, StandardOpenOption.WRITE)) {
                var junk = new byte[1 + random.nextInt(300)];
                random.nextBytes(junk);
                // Anywhere: a header, a length, a text, the zeros behind the last record.
                file.write(java.nio.ByteBuffer.wrap(junk), random.nextInt((int) file.size() - junk.length));
            }
            var next = open(SpoolSettings.in(folder).maxBytes(1 << 20));
            next.adopt();
            var all = drain(next);
            assertTrue(events(0, added).containsAll(all), "nothing but what was added");
            assertEquals(all.size(), (int) all.stream().distinct().count());
            assertTrue(all.size() > added - 20, "%d of %d read".formatted(all.size(), added));
            long missing = added - all.size();
            boolean isEndKnown = all.contains(event(added - 1));
            // Behind the last good record nothing tells how many there were, but that there was one.
            long least = isEndKnown ? missing : Math.max(0, missing - 2);
            assertTrue(next.lost() >= least && next.lost() <= missing, missing + " missing, " + next.lost() + " said");
            next.release();
        }
    }

    @Test
    void aSegmentOfAnotherVersionIsLeftWhereItIs() throws IOException {
        var spool = open(small());
        add(spool, 0, 3);
        spool.release();
        var segment = segments().get(0);
        try (var file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var header = java.nio.ByteBuffer.allocate(20);
            file.read(header, 0);
            header.putInt(4, 9);
            var crc = new java.util.zip.CRC32C();
            crc.update(header.array(), 4, 12);
            header.putInt(16, (int) crc.getValue());
            file.write(header.rewind(), 0);
        }
        var next = open(small());
        next.adopt();
        assertEquals(List.of(), drain(next));
        next.release();
        assertTrue(Files.exists(segment));
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("version 9"), notices.get(0));
    }

    @Test
    void aDamagedCursorSendsAgainRatherThanLoses() throws IOException {
        var spool = open(small());
        add(spool, 0, 10);
        var journal = spool.journals().get(0);
        journal.delivered(journal.take(4, 1 << 20));
        spool.release();
        Files.write(segments().get(0).resolveSibling("cursor"), new byte[] {1, 2, 3});
        var next = open(small());
        next.adopt();
        assertEquals(events(0, 10), drain(next));
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidOnceAndEventsWaitInMemory() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "a file, not a folder");
        var spool = Spool.open(SpoolSettings.in(file), "target", notices::add);
        add(spool, 0, 20);
        assertFalse(spool.isOnDisk());
        assertEquals(events(0, 20), drain(spool));
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).contains("NIGHTGLASS_SPOOL"), notices.get(0));
    }

    @Test
    void aDiskThatTakesNoMoreIsSaidOnceAndAgainWhenItDoes() throws IOException {
        var spool = open(small().maxBytes(1 << 20));
        add(spool, 0, 10);
        // A folder gone from under it fails as a full disk does: no new file can be made.
        var journal = java.util.Objects.requireNonNull(segments().get(0).getParent());
        var aside = journal.resolveSibling("aside");
        Files.move(journal, aside);
        add(spool, 10, 600);
        Files.move(aside, journal);
        add(spool, 600, 2_000);
        assertEquals(events(0, 2_000), drain(spool));
        assertEquals(2, notices.size(), notices.toString());
        assertTrue(notices.get(0).startsWith("the disk takes no more events"), notices.get(0));
        assertEquals("the disk takes events again", notices.get(1));
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".segment"))
                    .sorted()
                    .toList();
        }
    }
}
