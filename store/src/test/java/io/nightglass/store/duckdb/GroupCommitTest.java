package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem.Overloaded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
    private static final int CALLS = 12;
    private static final int ROWS = 10_000;

    @TempDir
    private Path home;

    @Test
    void refusesAtOnceWhatWouldNotFitTheQueueAndKeepsTheRest() throws Exception {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> PreparedRow.of(Rows.event("a").row()))
                .toList();
        var release = new CountDownLatch(1);
        var database = Database.open(home);
        try (var connection = database.connection()) {
            TableDefinitions.create(connection);
        }
        var room = new DiskRoom(database, new Checkpoints(database));
        var commits = new GroupCommit(
                () -> {
                    awaitQuietly(release);
                    return EventWriter.open(database, new PropertyNames(), room, InstantSource.fixed(Rows.T0));
                },
                () -> {});
        var outcomes = new ArrayBlockingQueue<Object>(CALLS);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                callers.submit(() -> outcomes.add(outcome(commits, rows)));
            }
            for (int i = 0; i < CALLS - 5; i++) {
                var refused = assertInstanceOf(StoreException.class, outcomes.take());
                assertInstanceOf(Overloaded.class, refused.problem());
            }
            assertTrue(outcomes.isEmpty(), "five calls of 10,000 rows fit");
            release.countDown();
        }
        int kept = 0;
        for (var outcome : outcomes) {
            kept += assertInstanceOf(Receipt.class, outcome).kept();
        }
        assertEquals(ROWS, kept, "the five calls carry the same rows");
        commits.close();
        database.close();
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
