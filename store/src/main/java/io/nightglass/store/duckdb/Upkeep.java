package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What happens beside the callers, on one thread: a refresh about once a second while events arrive, and never more than
 * a tenth of the time; a checkpoint when the log has grown, and one when it has been quiet.
 */
final class Upkeep implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
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

    /** Events were committed. Never blocks for long. */
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
        long nextRefresh = System.nanoTime();
        for (var next = await(QUIET); next != Next.END; next = await(QUIET)) {
            if (next == Next.BUSY && System.nanoTime() - nextRefresh >= 0) {
                long took = refresh();
                nextRefresh = System.nanoTime() + 9 * took;
            } else if (next == Next.BUSY) {
                eventsArrived();
            }
            if (checkpoints.isDue() || (next == Next.QUIET && checkpoints.isWorthwhile())) {
                checkpoint();
            }
            if (next == Next.BUSY && pause()) {
                return;
            }
        }
    }

    private enum Next {
        BUSY,
        QUIET,
        END
    }

    /** Waits for events: for as long as it takes, but says so once when none came for a while after the last. */
    private Next await(Duration quiet) {
        lock.lock();
        try {
            long left = quietSaid ? Long.MAX_VALUE : quiet.toNanos();
            while (!arrived && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            var next = closing ? Next.END : arrived ? Next.BUSY : Next.QUIET;
            quietSaid = next == Next.QUIET;
            arrived = false;
            return next;
        } catch (InterruptedException e) {
            return Next.END;
        } finally {
            lock.unlock();
        }
    }

    /** True when closing. */
    private boolean pause() {
        lock.lock();
        try {
            long left = PAUSE.toNanos();
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closing;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    private long refresh() {
        long start = System.nanoTime();
        try {
            refresh.run();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "rounds and runs follow with the next query", e);
        }
        return System.nanoTime() - start;
    }

    private void checkpoint() {
        if (room.roomForCheckpoint()) {
            checkpoints.run();
        }
    }

    /** Ends the thread after what it is doing. Closing twice is harmless. */
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
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
