package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Brings {@code rounds}, {@code runs}, {@code persons} and {@code groups} up to the newest event (docs/decisions/0003).
 * What was touched since the watermark is recomputed from all its events, in one transaction with the watermark itself
 * ({@link DerivedFold}, {@link PersonFold}).
 * Appends go on meanwhile. Safe for threads; one refreshes at a time.
 */
final class Refresh {
    private static final String WATERMARK = "watermark";
    private static final System.Logger LOG = System.getLogger(Refresh.class.getName());

    private static final long LOG_BYTES = 1L << 20;

    /** Events folded by one transaction; fewer once that many did not fit into the engine's memory. */
    private static final long AT_ONCE = 250_000;

    private static final long LEAST_AT_ONCE = 4_000;

    /** Some five seconds of work: a start waits for that many events, not for more. */
    private static final long SOON = 500_000;

    private final Database database;
    private final DiskRoom room;
    private final LongSupplier newest;
    private volatile long shown = -1;
    private volatile @Nullable Recount recount;
    private long atOnce = AT_ONCE; // guarded by the slow writes

    /** All the tables are being made anew, beside the questions. */
    record Recount(long done, long events) {
        StoreException problem() {
            return new StoreException(new StoreProblem.Recounting(done, events, Duration.ofSeconds(5)));
        }
    }

    /** @param newest the highest number moved into {@code events} by this process */
    Refresh(Database database, DiskRoom room, LongSupplier newest) {
        this.database = database;
        this.room = room;
        this.newest = newest;
    }

    /**
     * What a start does: {@link #run} to the end when little is left; else leaves it to the next {@link #run}, which must
     * come soon, and meanwhile {@link #recount} tells how far it is.
     */
    void start() throws SQLException {
        try (var connection = database.connection()) {
            long events = Mover.moved(connection);
            long done = tables(connection);
            if (events - done > SOON) {
                recount = new Recount(done, events);
                return;
            }
        }
        run(() -> false);
    }

    /** How far a long catching up is that a start left over; null when there is none. No question need wait for it. */
    @Nullable
    Recount recount() {
        return recount;
    }

    /**
     * Returns when every event committed before the call shows in the tables. Others may write between two stretches.
     *
     * @param enough asked between two stretches; true ends it before its time
     * @return false when it was enough, or when they could not be written because the disk is full: {@link #fold} in a
     *     transaction that is rolled back still answers
     */
    boolean run(BooleanSupplier enough) throws SQLException {
        return shown >= newest.getAsLong() || fold(enough); // most questions come while nothing new has
    }

    private boolean fold(BooleanSupplier enough) throws SQLException {
        try {
            return foldAll(enough);
        } finally {
            recount = null; // done, or failed: then the next question tries, and tells why not
        }
    }

    private boolean foldAll(BooleanSupplier enough) throws SQLException {
        long goal = -1;
        while (true) {
            database.slowWrites().lock();
            try (var connection = database.connection()) {
                goal = goal < 0 ? Mover.moved(connection) : goal;
                if (tables(connection) >= goal && persons(connection) >= goal) {
                    shown = goal;
                    return true;
                }
                if (enough.getAsBoolean() || !room.hasRoom(LOG_BYTES)) {
                    return false;
                }
                tell(Transaction.commit(connection, () -> foldSome(connection, atOnce)), goal);
            } catch (SQLException e) {
                if (Engine.isOutOfMemory(e) && atOnce > LEAST_AT_ONCE) {
                    atOnce /= 4;
                    continue;
                }
                if (Engine.isDiskFull(e)) {
                    database.replace();
                    return false;
                }
                throw e;
            } finally {
                database.slowWrites().unlock();
            }
        }
    }

    /** Many events take minutes: those an import brought, or all of them when a new version makes the tables anew. */
    private void tell(long done, long goal) {
        if (recount != null) {
            recount = new Recount(done, goal);
        }
        if (goal - done >= AT_ONCE) {
            LOG.log(Level.INFO, "counting rounds, runs and costs: %,d of %,d events".formatted(done, goal));
        }
    }

    /** A stretch short enough for the memory of one transaction; all of the persons with the last of them. */
    private static long foldSome(DuckDBConnection connection, long most) throws SQLException {
        long newest = Mover.moved(connection);
        long done = tables(connection) < newest ? foldTables(connection, newest, most) : newest;
        return done < newest ? done : foldPersons(connection, newest);
    }

    private static long persons(DuckDBConnection connection) throws SQLException {
        return Long.parseLong(Settings.read(connection, WATERMARK, "0"));
    }

    private static long tables(DuckDBConnection connection) throws SQLException {
        return Long.parseLong(Settings.read(connection, Derived.WATERMARK, "0"));
    }

    /** Folds all that the running transaction sees beyond the watermarks, rows not yet counted as moved included. */
    static long fold(DuckDBConnection connection) throws SQLException {
        long newest = Mover.moved(connection);
        while (tables(connection) < newest) {
            foldTables(connection, newest, AT_ONCE);
        }
        foldTables(connection, Long.MAX_VALUE, AT_ONCE);
        return foldPersons(connection, newest);
    }

    private static long foldTables(DuckDBConnection connection, long newest, long most) throws SQLException {
        long after = tables(connection);
        long upTo = newest - after > most && newest < Long.MAX_VALUE ? after + most : newest;
        new DerivedFold(new Statements(connection), after, upTo).run();
        Settings.write(connection, Derived.WATERMARK, Long.toString(upTo));
        return upTo;
    }

    private static long foldPersons(DuckDBConnection connection, long newest) throws SQLException {
        new PersonFold(connection).run(persons(connection));
        Settings.write(connection, WATERMARK, Long.toString(newest));
        return newest;
    }
}
