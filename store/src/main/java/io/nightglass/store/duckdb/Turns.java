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
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets a few calls into the engine run at a time, first come first served, on threads of the operating system. A call
 * holds its thread for as long as the engine computes: on a virtual thread it would hold a carrier, of which there are
 * as many as cores, and two slow queries on two cores would halt every request. Safe for threads.
 */
final class Turns implements AutoCloseable {
    /** How long after its limit a call may still be ending before its caller is answered all the same. */
    private static final Duration LAST_STEPS = Duration.ofSeconds(2);

    private static final int STOPS = 40;
    private static final int STOP_MILLIS = 50;

    private final Semaphore free;
    private final ExecutorService threads;

    Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
        this.threads = Executors.newFixedThreadPool(
                atOnce,
                nice(Thread.ofPlatform()
                        .name("nightglass-query-", 1)
                        .daemon(true)
                        .factory()));
    }

    private static ThreadFactory nice(ThreadFactory threads) {
        return work -> threads.newThread(() -> {
            Nice.giveWay();
            work.run();
        });
    }

    /**
     * What {@code work} gives, or throws. When the caller is interrupted, {@code asking} is stopped.
     *
     * @throws StoreException {@link StoreProblem.TimedOut} when its turn does not come in time, or it does not end soon
     *     after it should; {@link StoreProblem.Cancelled} when the caller is interrupted
     */
    <T> T take(Asking asking, Supplier<T> work) {
        try {
            if (!free.tryAcquire(asking.left().toMillis(), TimeUnit.MILLISECONDS)) {
                throw asking.timedOut(null);
            }
            return ended(started(work), asking);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(new StoreProblem.Cancelled(), e);
        }
    }

    private static <T> T ended(Future<T> work, Asking asking) throws InterruptedException {
        try {
            return work.get(asking.left().plus(LAST_STEPS).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asking.stop();
            throw asking.timedOut(e);
        } catch (InterruptedException e) {
            stop(work, asking);
            throw e;
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    private static void stop(Future<?> work, Asking asking) throws InterruptedException {
        for (int i = 0; i < STOPS && !work.isDone(); i++) {
            asking.stop();
            TimeUnit.MILLISECONDS.sleep(STOP_MILLIS);
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
