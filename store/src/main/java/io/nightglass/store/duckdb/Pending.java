package io.nightglass.store.duckdb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Rows that are in the journal and not yet in the tables, in order. Bounded by who adds. Safe for threads. */
final class Pending {
    private static final int MOST_ROWS = 3 * Database.ROWS_A_GROUP;
    private static final long MOST_BYTES = 96L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<KeptRow> rows = new ArrayDeque<>();
    private long bytes;
    private boolean closing;

    /** Up to which number somebody waits for the rows to be moved. */
    private long wanted;

    /** How often that was asked for, and how often it could not be done. */
    private long asked;

    private long failures;

    /** Whether more may be added now, or becomes so in time. */
    boolean awaitRoom(Duration patience) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while ((rows.size() >= MOST_ROWS || bytes >= MOST_BYTES) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return left > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void add(List<KeptRow> more) {
        lock.lock();
        try {
            for (var row : more) {
                rows.addLast(row);
                bytes += row.row().bytes();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The oldest, which stay: as many as there are up to {@code most} rows and about {@code mostBytes}. */
    List<KeptRow> oldest(int most, long mostBytes) {
        lock.lock();
        try {
            var oldest = new ArrayList<KeptRow>(Math.min(most, rows.size()));
            long taken = 0;
            for (var row : rows) {
                if (oldest.size() == most || taken >= mostBytes) {
                    break;
                }
                oldest.add(row);
                taken += row.row().bytes();
            }
            return oldest;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of the rows up to {@code seq}. */
    void removeUpTo(long seq) {
        lock.lock();
        try {
            while (!rows.isEmpty() && rows.getFirst().seq() <= seq) {
                bytes -= rows.removeFirst().row().bytes();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return rows.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** About what the rows weigh. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until {@code rows} or {@code bytes} have come together, or some have waited for {@code patience}.
     *
     * @return false when {@link #close} was called: whatever waits is to be moved for the last time
     */
    boolean awaitWork(int rowsWanted, long bytesWanted, Duration patience) {
        lock.lock();
        try {
            while (rows.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            long left = patience.toNanos();
            while (rows.size() < rowsWanted && bytes < bytesWanted && !isWanted() && left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isWanted() {
        return !rows.isEmpty() && rows.getFirst().seq() <= wanted;
    }

    /**
     * Returns when the rows that wait now have been moved.
     *
     * @return false when they could not be, or not in {@code time}
     */
    boolean awaitMoved(Duration time) {
        lock.lock();
        try {
            if (rows.isEmpty()) {
                return true;
            }
            long until = rows.getLast().seq();
            long before = failures;
            wanted = Math.max(wanted, until);
            asked++;
            changed.signalAll();
            long left = time.toNanos();
            while (!rows.isEmpty() && rows.getFirst().seq() <= until && failures == before && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return rows.isEmpty() || rows.getFirst().seq() > until;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Tells who waits for a move that it cannot be done now. */
    void couldNotMove() {
        lock.lock();
        try {
            failures++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for {@code time}, or until somebody asks for a move. */
    void rest(Duration time) {
        lock.lock();
        try {
            long left = time.toNanos();
            for (long before = asked; asked == before && left > 0 && !closing; ) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
