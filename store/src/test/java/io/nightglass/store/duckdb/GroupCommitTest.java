package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem.Overloaded;
import io.nightglass.store.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final int CALLS = 12;
    private static final int ROWS = 10_000;

    @TempDir
    private Path home;

    private final CountDownLatch release = new CountDownLatch(1);
    private final Pending pending = new Pending();
    private @Nullable Database opened;
    private @Nullable Journal written;

    @BeforeEach
    void open() throws SQLException, IOException {
        opened = Database.open(home);
        written = Journal.open(home.resolve("journal"), entry -> {});
        try (var connection = database().connection()) {
            TableDefinitions.create(connection);
        }
    }

    @AfterEach
    void close() {
        journal().close();
        database().close();
    }

    private Journal journal() {
        return Objects.requireNonNull(written);
    }

    private Database database() {
        return Objects.requireNonNull(opened);
    }

    /** A writer that begins its work when released, so that the calls before are one group. */
    private GroupCommit heldBack() {
        return new GroupCommit(() -> {
            awaitQuietly(release);
            var room = new DiskRoom(database(), pending);
            return EventWriter.open(database(), journal(), pending, room, () -> false, InstantSource.fixed(Rows.T0));
        });
    }

    @Test
    void refusesAtOnceWhatWouldNotFitTheQueueAndKeepsTheRest() throws Exception {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> PreparedRow.of(Rows.event("a").row()))
                .toList();
        int fitting =
                (int) (GroupCommit.MOST_BYTES_WAITING / WaitingCall.of(rows).bytes());
        assertTrue(fitting > 1 && fitting < CALLS);
        var commits = heldBack();
        var outcomes = new ArrayBlockingQueue<Object>(CALLS);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                callers.submit(() -> outcomes.add(outcome(commits, rows)));
            }
            for (int i = 0; i < CALLS - fitting; i++) {
                var refused = assertInstanceOf(StoreException.class, outcomes.take());
                assertInstanceOf(Overloaded.class, refused.problem());
            }
            assertTrue(outcomes.isEmpty(), "%d calls of 10,000 rows fit".formatted(fitting));
            release.countDown();
        }
        int kept = 0;
        for (var outcome : outcomes) {
            kept += assertInstanceOf(Receipt.class, outcome).kept();
        }
        assertEquals(ROWS, kept, "the calls carry the same rows");
        commits.close();
    }

    @Test
    void answersEachCallWithWhatItAloneBrought() throws Exception {
        var shared = PreparedRow.of(Rows.event("shared").row());
        var commits = heldBack();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> outcome(commits, List.of(shared)));
            var second = callers.submit(() -> outcome(
                    commits, List.of(shared, PreparedRow.of(Rows.event("own").row()))));
            release.countDown();
            var receipts = List.of((Receipt) first.get(), (Receipt) second.get());
            assertEquals(2, receipts.stream().mapToInt(Receipt::kept).sum());
            assertEquals(1, receipts.stream().mapToInt(Receipt::duplicates).sum());
        }
        commits.close();
        assertEquals(2, pending.oldest(10, Long.MAX_VALUE).size());
    }

    @Test
    void aStartThatMemoryDidNotSufficeForIsTriedAgainWithTheFirstCall() {
        var starts = new AtomicInteger();
        var commits = new GroupCommit(() -> {
            if (starts.getAndIncrement() == 0) {
                throw new OutOfMemoryError("on purpose");
            }
            var room = new DiskRoom(database(), pending);
            return EventWriter.open(database(), journal(), pending, room, () -> false, InstantSource.fixed(Rows.T0));
        });
        var row = PreparedRow.of(Rows.event("a").row());
        assertEquals(new Receipt(1, 0), outcome(commits, List.of(row)));
        commits.close();
    }

    private static Object outcome(GroupCommit commits, List<PreparedRow> rows) {
        try {
            return commits.append(rows);
        } catch (StoreException e) {
            return e;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }
}
