package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Moves the engine's log into the file. Moves, and readers who wait for one, wait while it runs, so it is done in small
 * steps while events arrive and once more when it is quiet.
 */
final class Checkpoints {
    /** Small, since moves wait: a log of this size is moved in a fifth of a second at most on an idle machine. */
    private static final long DUE = 6L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

    private final Database database;

    Checkpoints(Database database) {
        this.database = database;
    }

    /** Whether the log has grown enough. */
    boolean isDue() {
        return database.logBytes() > DUE;
    }

    /** Whether there is anything to move at all. */
    boolean isWorthwhile() {
        return database.logBytes() > 0;
    }

    /** True when the log is in the file; false when it stays for a later time. */
    boolean run() {
        if (!isTurn(database.slowWrites())) {
            return false;
        }
        database.eventWrites().lock();
        try (var connection = database.connection()) {
            Transaction.execute(connection, "CHECKPOINT");
            return true;
        } catch (SQLException e) {
            var level = Engine.isBusy(e) ? Level.DEBUG : Level.WARNING; // it is tried again in a second
            LOG.log(level, "no checkpoint this time: {0}", e.getMessage());
            if (Engine.isInvalidated(e)) {
                database.reopen();
            }
            return false;
        } finally {
            database.eventWrites().unlock();
            database.slowWrites().unlock();
        }
    }

    /** A refresh of much may take long, and who needs a checkpoint for its room has a sender waiting. */
    private static boolean isTurn(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
