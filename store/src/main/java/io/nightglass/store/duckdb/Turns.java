package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few calls into the engine run at a time, first come first served, on threads of the operating system. A call
 * holds its thread for as long as the engine computes: on a virtual thread it would hold a carrier, of which there are
 * as many as cores, and two slow queries on two cores would halt every request. Safe for threads.
 */
final class Turns implements AutoCloseable {
    private final Semaphore free;
    private final ExecutorService threads;

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
        this.threads = Executors.newFixedThreadPool(
                atOnce,
                Thread.ofPlatform().name("nightglass-query-", 1).daemon(true).factory());
    }

    /**
     * What {@code work} gives, or throws.
     *
     * @throws StoreException {@link StoreProblem.TimedOut} when its turn does not come within {@code longest}
     */
    <T> T take(Duration longest, Supplier<T> work) {
        try {
            if (!free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException(new StoreProblem.TimedOut(longest));
            }
            return started(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(new StoreProblem.TimedOut(longest), e);
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private <T> Future<T> started(Supplier<T> work) {
        try {
            return threads.submit(() -> {
                try {
                    return work.get();
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException e) {
            free.release();
            throw Engine.problem(new SQLException("the store is closed", e));
        }
    }

    private static RuntimeException thrown(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException problem -> problem;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(e);
        };
    }

    /** Takes no more work; what is under way goes on to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
