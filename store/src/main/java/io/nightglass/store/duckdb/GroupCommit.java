package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.io.IOException;
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
 * Many callers, one force of the disk: calls wait in a bounded queue while the one writer thread brings what came before
 * them to the journal, and then go together. No timer holds a call back; under load the groups grow by themselves.
 */
final class GroupCommit implements AutoCloseable {
    private static final int MOST_ROWS_WAITING = 50_000;
    static final long MOST_BYTES_WAITING = 32L << 20;
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
    private final Thread thread;
    private int rowsWaiting;
    private long bytesWaiting;
    private boolean closing;

    GroupCommit(Opening opening) {
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
        } catch (SQLException | RuntimeException | Error e) { // an error that ended this thread would end the store
            LOG.log(Level.WARNING, "the writer could not start; it tries again with the first call", e);
        }
        for (var group = next(); !group.isEmpty(); group = next()) {
            try {
                writer = writer == null ? opening.open() : writer;
                write(writer, group);
            } catch (SQLException e) {
                fail(group, Engine.problem(e));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "%d calls could not be kept: %s".formatted(group.size(), e.getMessage()));
                fail(group, Engine.problem(e));
            } catch (RuntimeException | Error e) {
                fail(group, e);
                failTheRestIfClosing(e);
            }
        }
    }

    /** What kept one group from the journal keeps the others too, and an end is not to take as long as all of them. */
    private void failTheRestIfClosing(Throwable cause) {
        lock.lock();
        try {
            if (closing) {
                fail(List.copyOf(waiting), cause);
                waiting.clear();
            }
        } finally {
            lock.unlock();
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

    private static void write(EventWriter writer, List<WaitingCall> group) throws IOException {
        var receipts = writer.write(group);
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer().complete(receipts.get(i));
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
        Ending.of(thread);
    }
}
