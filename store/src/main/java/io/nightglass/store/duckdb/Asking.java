package io.nightglass.store.duckdb;

import io.nightglass.store.Limits;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One query under way: how long it may take, and what stops it. Safe for threads. */
final class Asking {
    private final Limits limits;
    private final long deadline;
    private @Nullable Statement running;
    private boolean stopped;

    Asking(Limits limits) {
        this.limits = limits;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    Limits limits() {
        return limits;
    }

    Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    boolean isLate() {
        return System.nanoTime() > deadline;
    }

    /** Whether the clock cannot have ended it: the engine's counts whole seconds. */
    boolean isEarly() {
        return deadline - System.nanoTime() > TimeUnit.SECONDS.toNanos(1);
    }

    StoreException timedOut(@Nullable Throwable cause) {
        return new StoreException(new StoreProblem.TimedOut(limits.time()), cause);
    }

    /** From now on {@link #stop} ends {@code statement}. */
    synchronized void begin(Statement statement) throws SQLException {
        checkWanted();
        statement.setQueryTimeout((int) Math.clamp(left().toSeconds(), 1, 3_600));
        running = statement;
    }

    synchronized void end() {
        running = null;
    }

    /** @throws StoreException {@link StoreProblem.Cancelled} when it was stopped */
    synchronized void checkWanted() {
        if (stopped) {
            throw new StoreException(new StoreProblem.Cancelled());
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /** Ends it soon. To be said again until it has ended: the engine forgets it when it is told just before it begins. */
    synchronized void stop() {
        stopped = true;
        var statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                running = null; // closed: it has ended
            }
        }
    }
}
