package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens beside the callers, on one thread: a refresh about once a second while events arrive, but never more than
 * a fortieth of the time, since a query that needs one makes it itself; one as soon as no event has come for a second, so
 * that what the fortieth left over is done before somebody asks; a checkpoint as soon as the log has grown, and one
 * when it has been quiet.
 */
final class Upkeep implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long REST = 39;
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

    private final Refresh refresh;
    private final Checkpoints checkpoints;
    private final DiskRoom room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean arrived;
    private boolean quietSaid;
    private boolean closing;

    Upkeep(Refresh refresh, Checkpoints checkpoints, DiskRoom room) {
        this.refresh = refresh;
        this.checkpoints = checkpoints;
        this.room = room;
        this.thread = Thread.ofPlatform().name("nightglass-upkeep").daemon(true).start(this::work);
    }

    /** Events are in the tables. Never blocks for long. */
    void eventsArrived() {
        lock.lock();
        try {
            arrived = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        boolean behind = true;
        long nextRefresh = System.nanoTime();
        while (true) {
            long left = Math.min(nextRefresh - System.nanoTime(), PAUSE.toNanos());
            var next = await(behind ? left : QUIET.toNanos(), behind);
            if (next == Next.END) {
                return;
            }
            behind |= next == Next.BUSY;
            if (checkpoints.isDue() || (next == Next.QUIET && checkpoints.isWorthwhile())) {
                checkpoint();
            }
            if (behind && (next == Next.DUE || System.nanoTime() - nextRefresh >= 0)) {
                long took = refresh();
                nextRefresh = System.nanoTime() + Math.max(PAUSE.toNanos(), REST * took);
                behind = false;
            }
        }
    }

    private enum Next {
        BUSY,
        DUE,
        QUIET,
        END
    }

    /** Waits for events, at most {@code left} nanoseconds; says QUIET once after the last, and then waits for good. */
    private Next await(long left, boolean behind) {
        lock.lock();
        try {
            long remaining = !behind && quietSaid ? Long.MAX_VALUE : left;
            while (!arrived && !closing && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            var next = closing ? Next.END : arrived ? Next.BUSY : behind ? Next.DUE : Next.QUIET;
            quietSaid = next == Next.QUIET;
            arrived = false;
            return next;
        } catch (InterruptedException e) {
            return Next.END;
        } finally {
            lock.unlock();
        }
    }

    private long refresh() {
        long start = System.nanoTime();
        try {
            refresh.run(this::isClosing);
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "rounds and runs follow with the next query", e);
        }
        return System.nanoTime() - start;
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private void checkpoint() {
        if (room.roomForCheckpoint()) {
            checkpoints.run();
        }
    }

    /** Ends the thread after what it is doing, if that is soon; it is all done again by the next start. Closing twice is harmless. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
