package io.nightglass.store.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.journal.Journal.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private Path home;

    private static Entry entry(long firstSeq, String... rows) {
        return new Entry(
                firstSeq,
                Stream.of(rows).map(row -> row.getBytes(StandardCharsets.UTF_8)).toList());
    }

    private static Entry heavy(long seq) {
        var row = new byte[9 * MEGABYTE];
        Arrays.fill(row, (byte) seq);
        return new Entry(seq, List.of(row));
    }

    /** What a start finds, as {@code firstSeq:rows}. */
    private List<String> found() throws IOException {
        var found = new ArrayList<String>();
        Journal.open(
                        home,
                        entry -> found.add(entry.firstSeq() + ":"
                                + String.join(
                                        ",",
                                        entry.rows().stream()
                                                .map(row -> row.length > 100
                                                        ? "heavy"
                                                        : new String(row, StandardCharsets.UTF_8))
                                                .toList())))
                .close();
        return found;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(home)) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatWasAppendedIsFoundInOrderAlsoWhenNobodyClosedIt() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "a", "b"), entry(3, "c")));
            journal.append(List.of(entry(7, "")));
            assertEquals(List.of("1:a,b", "3:c", "7:"), found());
            assertEquals(7, journal.lastSeq());
        }
    }

    @Test
    void anEntryCutShortAtAnyByteWasNeverThereAndTheOnesBeforeStay() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "kept")));
            journal.append(List.of(entry(2, "cut", "short")));
        }
        var file = files().getFirst();
        var whole = Files.readAllBytes(file);
        int last = Long.BYTES + Long.BYTES + Integer.BYTES + 2 * Integer.BYTES + "cutshort".length();
        for (int missing = 1; missing <= last; missing++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            assertEquals(List.of("1:kept"), found(), "without the last %d bytes".formatted(missing));
            assertEquals(whole.length - last, Files.size(file));
        }
        for (int missing = whole.length - last + 1; missing < whole.length; missing++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            assertEquals(List.of(), found(), "without the last %d bytes".formatted(missing));
        }
    }

    @Test
    void aChangedByteIsNoticedWhereverItIs() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "kept")));
            journal.append(List.of(entry(2, "changed")));
        }
        var file = files().getFirst();
        var whole = Files.readAllBytes(file);
        int last = Long.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES + "changed".length();
        for (int at = whole.length - last; at < whole.length; at++) {
            var changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertEquals(List.of("1:kept"), found(), "byte %d changed".formatted(at));
        }
    }

    @Test
    void damageInAnOlderFileCostsWhatFollowsInItAloneAndACopyStays() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            for (int i = 1; i <= 4; i++) {
                journal.append(List.of(heavy(i)));
            }
        }
        var older = files().getFirst();
        var bytes = Files.readAllBytes(older);
        bytes[bytes.length - 5] ^= 1;
        Files.write(older, bytes);
        assertEquals(List.of("1:heavy", "3:heavy", "4:heavy"), found());
        assertTrue(files().stream().anyMatch(file -> file.toString().endsWith(".damaged")));
    }

    @Test
    void aFileGoesWhenNothingInItIsNeededAnyMore() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            for (int i = 1; i <= 4; i++) {
                journal.append(List.of(heavy(i)));
            }
            assertEquals(2, files().size());
            journal.forget(1);
            assertEquals(2, files().size());
            journal.forget(3);
            assertEquals(List.of("3:heavy", "4:heavy"), found());
            journal.append(List.of(heavy(5)));
            journal.forget(5);
            assertEquals(List.of(), files());
            journal.append(List.of(entry(6, "small")));
            assertEquals(List.of("6:small"), found());
        }
    }

    @Test
    void aStartBeginsAFileOfItsOwnAndForgetsTheOldOnesTheSameWay() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "before")));
        }
        try (var journal = Journal.open(home, entry -> {})) {
            assertEquals(1, journal.lastSeq());
            journal.append(List.of(entry(2, "after")));
            assertEquals(List.of("1:before", "2:after"), found());
            journal.forget(1);
            assertEquals(List.of("2:after"), found());
        }
    }

    /** A start numbers on from what it found, so the next file may have the name of one that held nothing. */
    @Test
    void aFileThatHeldNothingTakesNoLaterFileOfItsNameWithIt() throws IOException {
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "before")));
        }
        Files.write(home.resolve(JournalFiles.name(2)), JournalFiles.MAGIC);
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(journal.lastSeq() + 1, "after")));
            journal.forget(1);
            assertEquals(List.of("2:after"), found());
        }
    }

    @Test
    void aWriteThatAnythingBreaksOffLeavesNothingInTheWayOfTheNext() throws IOException {
        var half = new AbstractList<byte[]>() {
            private int asked;

            @Override
            public byte[] get(int index) {
                if (++asked > 3) {
                    throw new OutOfMemoryError("on purpose");
                }
                return new byte[] {'x'};
            }

            @Override
            public int size() {
                return 2;
            }
        };
        try (var journal = Journal.open(home, entry -> {})) {
            journal.append(List.of(entry(1, "before")));
            assertThrows(
                    OutOfMemoryError.class, () -> journal.append(List.of(entry(2, "refused"), new Entry(3, half))));
            journal.append(List.of(entry(5, "after")));
            assertEquals(List.of("1:before", "5:after"), found());
        }
    }
}
