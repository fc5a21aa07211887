package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.Rows;
import io.nightglass.store.journal.Journal;
import io.nightglass.store.journal.Journal.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoverTest {
    @TempDir
    private Path home;

    private static PreparedRow row(String event) {
        return PreparedRow.of(Rows.event(event).row());
    }

    private static Entry entry(long firstSeq, PreparedRow... rows) {
        return new Entry(firstSeq, List.of(rows).stream().map(RowCodec::encode).toList());
    }

    private List<String> events() {
        try (var store = Stores.open(home)) {
            return Stores.rows(store, 1, "SELECT event FROM events ORDER BY seq").stream()
                    .map(row -> String.valueOf(row.getFirst()))
                    .toList();
        }
    }

    private void journaled(Entry... entries) throws Exception {
        try (var journal = Journal.open(home.resolve("journal"), entry -> {})) {
            journal.append(List.of(entries));
        }
    }

    @Test
    void whatTheJournalHoldsIsInTheTablesWhenTheStoreIsOpen() throws Exception {
        journaled(entry(1, row("first"), row("second")), entry(3, row("third")));
        assertEquals(List.of("first", "second", "third"), events());
        assertEquals(List.of("first", "second", "third"), events(), "and once only");
        try (var files = Files.list(home.resolve("journal"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void rowsThatTheTablesHaveAlreadyAreNotMovedAgain() throws Exception {
        journaled(entry(1, row("first")));
        assertEquals(List.of("first"), events());
        journaled(entry(1, row("first")), entry(2, row("second")));
        assertEquals(List.of("first", "second"), events());
    }

    @Test
    void aCallThatFailedAndItsSecondTryAreOneCall() throws Exception {
        var row = row("sent twice");
        journaled(entry(1, row), entry(2, row("other")), entry(3, row));
        assertEquals(List.of("sent twice", "other"), events());
    }

    @Test
    void aCallThatFailedAndWasMovedByAnEarlierStartIsOneCallWithItsSecondTry() throws Exception {
        var row = row("sent twice");
        journaled(entry(1, row));
        assertEquals(List.of("sent twice"), events());
        journaled(entry(1, row), entry(2, row));
        assertEquals(List.of("sent twice"), events());
        var never = row("moved with its second try alone");
        journaled(entry(1, never), entry(3, never));
        assertEquals(List.of("sent twice", "moved with its second try alone"), events());
    }

    @Test
    void aRowThatTheEngineRefusesIsSetAsideAndItsNeighboursAreKept() throws Exception {
        move(LongStream.rangeClosed(1, 5)
                .mapToObj(seq -> new KeptRow(seq, seq == 3 ? unfit() : row("good " + seq)))
                .toList());
        assertEquals(List.of("good 1", "good 2", "good 4", "good 5"), events());
        assertTrue(Files.exists(home.resolve("journal").resolve("%019d.refused".formatted(3))));
    }

    @Test
    void whenEveryRowIsRefusedTheyWaitForABetterDay() throws Exception {
        assertEquals(
                List.of(4L, 5L),
                move(LongStream.rangeClosed(1, 5)
                        .mapToObj(seq -> new KeptRow(seq, unfit()))
                        .toList()));
    }

    /** A row that the table of events cannot hold. */
    private static PreparedRow unfit() {
        var good = row("bad");
        int score = Objects.requireNonNull(Columns.index("score"));
        return new PreparedRow(
                good.uuid(),
                good.event(),
                good.distinctId(),
                good.personId(),
                good.timestamp(),
                good.receivedAt(),
                good.envelope(),
                good.folds(),
                List.of(new PreparedRow.Cell(score, "text in a column of numbers")),
                good.json(),
                good.texts(),
                good.others(),
                good.warnings());
    }

    /** Moves {@code rows} and returns the numbers of those that still wait. */
    private List<Long> move(List<KeptRow> rows) throws Exception {
        try (var database = Database.open(home);
                var journal = Journal.open(home.resolve("journal"), entry -> {})) {
            try (var connection = database.connection()) {
                TableDefinitions.create(connection);
            }
            var pending = new Pending();
            var mover = mover(database, new PropertyNames(), journal, pending);
            pending.add(rows);
            assertEquals(mover.run(Duration.ofSeconds(60)), pending.isEmpty());
            return pending.oldest(10, Long.MAX_VALUE).stream().map(KeptRow::seq).toList();
        }
    }

    @Test
    void whoReadsBesideRowsThatWaitKeepsNobodyFromMovingThemAndSeesThemOnce() throws Exception {
        try (var database = Database.open(home);
                var journal = Journal.open(home.resolve("journal"), entry -> {})) {
            try (var connection = database.connection()) {
                TableDefinitions.create(connection);
            }
            var names = new PropertyNames();
            var pending = new Pending();
            var mover = mover(database, names, journal, pending);
            pending.add(List.of(new KeptRow(1, longRow("text"))));
            long seen = mover.<Long>beside(connection -> {
                assertTrue(names.isApart("text"), "where its value lies is known to whoever asks now");
                assertTrue(CompletableFuture.supplyAsync(() -> mover.run(Duration.ofSeconds(60)))
                        .completeOnTimeout(false, 5, TimeUnit.SECONDS)
                        .join());
                return count(connection);
            });
            assertEquals(1, seen);
            assertTrue(mover.run(Duration.ofSeconds(60)));
            try (var connection = database.connection()) {
                assertEquals(1, count(connection));
                assertTrue(PropertyNames.read(connection).isApart("text"));
            }
            pending.add(List.of(new KeptRow(1, longRow("text")))); // as after a move that broke off when it was done
            assertEquals(1, mover.<Long>beside(MoverTest::count).longValue());
        }
    }

    private static PreparedRow longRow(String name) {
        return PreparedRow.of(
                Rows.event("a").with(name, '"' + "x".repeat(50_000) + '"').row());
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM events")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void noRowIsTakenForUnfitBecauseTheInstanceWasReplacedMeanwhile() throws Exception {
        int rows = 40;
        try (var database = Database.open(home);
                var journal = Journal.open(home.resolve("journal"), entry -> {})) {
            try (var connection = database.connection()) {
                TableDefinitions.create(connection);
            }
            var pending = new Pending();
            var mover = mover(database, new PropertyNames(), journal, pending);
            var over = new AtomicBoolean();
            var replacing = CompletableFuture.runAsync(() -> {
                while (!over.get()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                    database.replace();
                }
            });
            for (int i = 1; i <= rows; i++) {
                pending.add(List.of(new KeptRow(i, row("a"))));
                mover.run(Duration.ofSeconds(60));
            }
            over.set(true);
            replacing.join();
            assertTrue(mover.run(Duration.ofSeconds(60)));
            try (var connection = database.connection()) {
                assertEquals(rows, count(connection));
            }
        }
    }

    @Test
    void whoReadsWhileTheInstanceIsReplacedIsInterruptedAtOnce() throws Exception {
        try (var database = Database.open(home);
                var connection = database.connection()) {
            var begun = new CountDownLatch(1);
            var reading = CompletableFuture.supplyAsync(() -> {
                try (var statement = connection.createStatement()) {
                    begun.countDown();
                    statement.executeQuery(
                            "SELECT sum(a.range * b.range) FROM range(200_000) AS a, range(200_000) AS b");
                    return new SQLException("answered");
                } catch (SQLException e) {
                    return e;
                }
            });
            begun.await();
            long start = System.nanoTime();
            database.replace();
            var took = (System.nanoTime() - start) / 1_000_000;
            var told = reading.get(60, TimeUnit.SECONDS);
            assertTrue(Engine.isInvalidated(told) || Engine.isInterrupted(told), told::toString);
            assertTrue(took < 5_000, took + " ms");
        }
    }

    private static Mover mover(Database database, PropertyNames names, Journal journal, Pending pending) {
        var growth = new ColumnGrowth(database, names, new Checkpoints(database));
        return new Mover(database, names, journal, pending, new DiskRoom(database, pending), growth);
    }
}
