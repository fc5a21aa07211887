package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem.Broken;
import io.nightglass.store.StoreProblem.Overloaded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
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
    private @Nullable Database opened;

    @BeforeEach
    void open() throws SQLException {
        opened = Database.open(home);
        try (var connection = database().connection()) {
            TableDefinitions.create(connection);
        }
    }

    @AfterEach
    void close() {
        database().close();
    }

    private Database database() {
        return Objects.requireNonNull(opened);
    }

    /** A writer that begins its work when released, so that the calls before are one group. */
    private GroupCommit heldBack() {
        var database = database();
        var room = new DiskRoom(database, new Checkpoints(database));
        return new GroupCommit(
                () -> {
                    awaitQuietly(release);
                    return EventWriter.open(database, new PropertyNames(), room, InstantSource.fixed(Rows.T0));
                },
                () -> {});
    }

    @Test
    void refusesAtOnceWhatWouldNotFitTheQueueAndKeepsTheRest() throws Exception {
        var rows = IntStream.range(0, ROWS)
                .mapToObj(i -> PreparedRow.of(Rows.event("a").row()))
                .toList();
        var commits = heldBack();
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
    }

    @Test
    void keepsTheNeighboursOfACallThatTheEngineRefuses() throws Exception {
        var good = PreparedRow.of(Rows.event("good").row());
        var bad = PreparedRow.of(Rows.event("bad").row());
        bad.cells()[Objects.requireNonNull(Columns.index("score"))] = "text in a column of numbers";
        var commits = heldBack();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> outcome(commits, List.of(good)));
            var second = callers.submit(() -> outcome(
                    commits, List.of(bad, PreparedRow.of(Rows.event("with it").row()))));
            release.countDown();
            assertEquals(new Receipt(1, 0), first.get());
            var refused = assertInstanceOf(StoreException.class, second.get());
            assertInstanceOf(Broken.class, refused.problem());
        }
        assertEquals(
                new Receipt(1, 1),
                commits.append(List.of(good, PreparedRow.of(Rows.event("later").row()))));
        commits.close();
        try (var connection = database().connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT string_agg(event, ',' ORDER BY seq) FROM events")) {
            rows.next();
            assertEquals("good,later", rows.getString(1));
        }
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
