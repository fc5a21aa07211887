package io.nightglass.store.duckdb;

import io.nightglass.store.journal.Journal;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;

/**
 * Carries rows from the journal into the tables (docs/decisions/0009): by a thread of its own, a whole row group at a
 * time while many arrive, and at once for a reader who asks. Safe for threads; one moves at a time.
 */
final class Mover implements AutoCloseable {
    private static final long BYTES = 32L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** So many rows may be refused one after the other; more is no fault of theirs, and they wait. */
    private static final int MOST_REFUSED = 3;

    private static final System.Logger LOG = System.getLogger(Mover.class.getName());

    private final Database database;
    private final PropertyNames names;
    private final Journal journal;
    private final Pending pending;
    private final DiskRoom room;
    private final ColumnGrowth growth;
    private final ReentrantLock moving = new ReentrantLock();
    private final Thread thread;
    private int refusedInARow;
    private volatile Runnable afterMove = () -> {};
    private volatile long newest;

    Mover(
            Database database,
            PropertyNames names,
            Journal journal,
            Pending pending,
            DiskRoom room,
            ColumnGrowth growth) {
        this.database = database;
        this.names = names;
        this.journal = journal;
        this.pending = pending;
        this.room = room;
        this.growth = growth;
        this.thread = Thread.ofPlatform().name("nightglass-mover").daemon(true).unstarted(this::work);
    }

    /** @param afterMove told after every move; must be quick */
    void start(Runnable afterMove) {
        this.afterMove = afterMove;
        thread.start();
    }

    private void work() {
        while (pending.awaitWork(Database.ROWS_A_GROUP, BYTES, PATIENCE)) {
            if (!moveOne()) {
                pending.rest(RETRY);
            }
        }
    }

    /** The highest number that a move of this process brought into the tables, 0 before the first. Asks nobody. */
    long newest() {
        return newest;
    }

    /** One move of what waits longest; false when it could not be done now. */
    private boolean moveOne() {
        moving.lock();
        try {
            move(pending.oldest(Database.ROWS_A_GROUP, BYTES));
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            LOG.log(Level.WARNING, "events wait in the journal: {0}", e.getMessage());
            pending.couldNotMove();
            return false;
        } finally {
            moving.unlock();
        }
    }

    /**
     * Returns when every row acknowledged before the call is in the tables. Waits for the mover's own thread, for a call
     * into the engine would hold the carrier of a virtual thread.
     *
     * @return false when some could not be moved in {@code time}: the disk is full, or the engine has no memory to spare
     */
    boolean run(Duration time) {
        if (thread.isAlive()) {
            return pending.awaitMoved(time);
        }
        long deadline = System.nanoTime() + time.toNanos();
        boolean going = true;
        while (going && !pending.isEmpty()) {
            going = moveOne() && System.nanoTime() < deadline;
        }
        return pending.isEmpty();
    }

    /** Moves {@code batch}; when the engine refuses it, in halves, so that no row takes its neighbours with it. */
    private void move(List<KeptRow> batch) throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        if (!room.fitsMove(batch.stream().mapToLong(kept -> kept.row().bytes()).sum())) {
            throw new SQLException("not enough space on the disk to move them");
        }
        try {
            growth.to(names.wanted(batch.stream().map(KeptRow::row).toList()));
            writeOnce(batch);
            refusedInARow = 0;
        } catch (SQLException e) {
            if (Engine.isDiskFull(e)) {
                database.replace();
            }
            if (Engine.isDiskFull(e) || isGone(e)) {
                throw e;
            }
            if (batch.size() > 1) {
                LOG.log(Level.WARNING, "%d rows are moved in halves: %s".formatted(batch.size(), e.getMessage()));
                move(batch.subList(0, batch.size() / 2));
                move(batch.subList(batch.size() / 2, batch.size()));
                return;
            }
            if (!Engine.isUnfit(e) || refusedInARow == MOST_REFUSED) {
                throw e;
            }
            refusedInARow++;
            setAside(batch.getFirst(), e);
        }
        long last = batch.getLast().seq();
        newest = last;
        pending.removeUpTo(last);
        journal.forget(last);
        afterMove.run();
    }

    /** Also when somebody replaced the instance meanwhile, which interrupts who works with it: no fault of the rows. */
    private static boolean isGone(SQLException error) {
        return Engine.isInvalidated(error) || Engine.isInterrupted(error);
    }

    /** Writes {@code batch}; a second time when the instance had broken by no fault of it. */
    private void writeOnce(List<KeptRow> batch) throws SQLException {
        try {
            write(batch);
        } catch (SQLException e) {
            if (!isGone(e)) {
                throw e;
            }
            database.reopen();
            write(batch);
        }
    }

    private void write(List<KeptRow> batch) throws SQLException {
        database.eventWrites().lock();
        try (var connection = database.connection()) {
            write(batch, connection);
        } finally {
            database.eventWrites().unlock();
        }
    }

    private void write(List<KeptRow> batch, DuckDBConnection connection) throws SQLException {
        try {
            long there = moved(connection); // an instance that broke may have kept what it did not say it had
            var rest = batch.stream().filter(row -> row.seq() > there).toList();
            if (!rest.isEmpty()) {
                var refusals =
                        names.learn(connection, rest.stream().map(KeptRow::row).toList());
                Transaction.commit(connection, () -> {
                    new EventTable(connection, names).append(rest, refusals);
                    return mark(connection, rest.getLast().seq());
                });
            }
        } catch (SQLException e) { // the engine has many words for it, and a row must not pay for one not known here
            throw connection.isClosed() ? new SQLException("the connection was closed", e) : e;
        }
    }

    /**
     * The highest number in the tables, as the transaction that brought it says. Never {@code max(seq)}: the engine answers
     * that from statistics, which a failed commit leaves as if it had succeeded.
     */
    static long moved(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT seq FROM moved")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int mark(Connection connection, long seq) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE moved SET seq = ?")) {
            update.setLong(1, seq);
            return update.executeUpdate();
        }
    }

    /** A row that no table takes, which none of our own making is, must not hold up the others, nor be lost. */
    private void setAside(KeptRow row, SQLException cause) throws SQLException {
        var file = database.folder().resolve("journal").resolve("%019d.refused".formatted(row.seq()));
        try {
            Files.write(file, RowCodec.encode(row.row()));
            LOG.log(Level.ERROR, "an event could not be stored and lies in " + file.getFileName(), cause);
        } catch (IOException e) {
            cause.addSuppressed(e);
            throw cause;
        }
    }

    /** What is read beside rows that cannot be moved now. */
    interface Reading<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }

    /**
     * Answers as if every acknowledged row were in the tables, and leaves nothing behind. For a disk too full to move them.
     * A whole row group would be written to the disk at once, so so many are not shown.
     */
    <T> T beside(Reading<T> reading) throws SQLException {
        try (var connection = database.connection()) {
            return Transaction.forget(connection, () -> {
                appendWaiting(connection);
                return reading.run(connection);
            });
        }
    }

    /** Rows may be moved again as soon as the transaction has its view of the tables: what it reads may take long. */
    private void appendWaiting(DuckDBConnection connection) throws SQLException {
        moving.lock();
        try {
            long there = moved(connection);
            var waiting = pending.oldest(Database.ROWS_A_GROUP - 1, Long.MAX_VALUE).stream()
                    .filter(row -> row.seq() > there)
                    .toList();
            if (!waiting.isEmpty()) {
                names.showWaiting(waiting.stream().map(KeptRow::row).toList());
                new EventTable(connection, names).append(waiting, Map.of());
            }
        } finally {
            moving.unlock();
        }
    }

    /** Moves what waits, and ends. What cannot be moved is found in the journal by the next start. Closing twice is harmless. */
    @Override
    public void close() {
        pending.close();
        Ending.of(thread);
        run(PATIENCE);
    }
}
