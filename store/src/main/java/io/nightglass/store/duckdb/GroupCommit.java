package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Many callers, one transaction: calls wait in a bounded queue while the one writer thread commits what came before them,
 * and are then committed together. No timer holds a call back; under load the groups grow by themselves.
 */
final class GroupCommit implements AutoCloseable {
    private static final int MOST_ROWS_WAITING = 50_000;
    private static final long MOST_BYTES_WAITING = 32L << 20;
    private static final int ROWS_A_GROUP = 4_096;
    private static final long BYTES_A_GROUP = 16L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());

    /** Makes the writer, on the writer's own thread. */
    interface Opening {
        EventWriter open() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<WaitingCall> waiting = new ArrayDeque<>();
    private final Runnable afterCommit;
    private final Thread thread;
    private int rowsWaiting;
    private long bytesWaiting;
    private boolean closing;

    /** @param afterCommit told after every commit, on the writer thread; must be quick */
    GroupCommit(Opening opening, Runnable afterCommit) {
        this.afterCommit = afterCommit;
        this.thread = Thread.ofPlatform().name("nightglass-writer").daemon(true).start(() -> work(opening));
    }

    /** Waits until {@code rows} are on disk. */
    Receipt append(List<PreparedRow> rows) {
        var call = WaitingCall.of(rows);
        enqueue(call);
        try {
            return call.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return giveUpOrWait(call);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(new StoreProblem.Overloaded(RETRY), e);
        }
    }

    private void enqueue(WaitingCall call) {
        lock.lock();
        try {
            boolean full = rowsWaiting + call.rows().size() > MOST_ROWS_WAITING
                    || bytesWaiting + call.bytes() > MOST_BYTES_WAITING;
            if (closing || (full && !waiting.isEmpty())) {
                throw new StoreException(new StoreProblem.Overloaded(RETRY));
            }
            waiting.addLast(call);
            rowsWaiting += call.rows().size();
            bytesWaiting += call.bytes();
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A call still in the queue leaves it; one that is being written is waited for, since its fate is not ours to tell. */
    private Receipt giveUpOrWait(WaitingCall call) {
        lock.lock();
        try {
            if (waiting.removeIf(other -> other == call)) {
                uncount(call);
                throw new StoreException(new StoreProblem.Overloaded(RETRY));
            }
        } finally {
            lock.unlock();
        }
        try {
            return call.answer().join();
        } catch (CompletionException e) {
            throw failure(e.getCause());
        }
    }

    private static StoreException failure(@Nullable Throwable cause) {
        return cause instanceof StoreException known
                ? new StoreException(known.problem(), known)
                : new StoreException(new StoreProblem.Broken("the event could not be kept"), cause);
    }

    private void work(Opening opening) {
        EventWriter writer = null;
        try {
            writer = opening.open();
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.WARNING, "the writer could not start; it tries again with the first call", e);
        }
        for (var group = next(); !group.isEmpty(); group = next()) {
            try {
                writer = writer == null ? opening.open() : writer;
                write(writer, group);
            } catch (SQLException | RuntimeException | OutOfMemoryError e) {
                fail(group, e);
            }
        }
        if (writer != null) {
            writer.close();
        }
    }

    /** Waits for calls and takes as many as make one transaction; empty when closing and nothing waits. */
    private List<WaitingCall> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                arrived.awaitUninterruptibly();
            }
            var group = new ArrayList<WaitingCall>();
            int rows = 0;
            long bytes = 0;
            while (!waiting.isEmpty() && rows < ROWS_A_GROUP && bytes < BYTES_A_GROUP) {
                var call = waiting.removeFirst();
                uncount(call);
                rows += call.rows().size();
                bytes += call.bytes();
                group.add(call);
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void uncount(WaitingCall call) {
        rowsWaiting -= call.rows().size();
        bytesWaiting -= call.bytes();
    }

    /** Writes the group; when the engine refuses it, each call by itself, so that one does not take the others with it. */
    private void write(EventWriter writer, List<WaitingCall> group) {
        try {
            var receipts = receipts(writer, group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(receipts.get(i));
            }
            afterCommit.run();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "a transaction of %d calls failed: %s".formatted(group.size(), e.getMessage()));
            if (group.size() == 1 || Engine.isDiskFull(e)) {
                fail(group, Engine.problem(e));
            } else {
                group.forEach(call -> write(writer, List.of(call)));
            }
        }
    }

    /** Writes on a new connection after a failure; a second time when the instance had broken by no fault of the group. */
    private static List<Receipt> receipts(EventWriter writer, List<WaitingCall> group) throws SQLException {
        try {
            return writer.write(group);
        } catch (SQLException e) {
            writer.recover();
            if (!Engine.isInvalidated(e)) {
                throw e;
            }
            return writer.write(group);
        }
    }

    private static void fail(List<WaitingCall> group, Throwable cause) {
        group.forEach(call -> call.answer().completeExceptionally(cause));
    }

    /** Writes what waits and ends. Closing twice is harmless. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
