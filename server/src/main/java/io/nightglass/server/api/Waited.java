package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Work on a thread of its own that is ended when nobody waits for it any more. */
final class Waited {
    private Waited() {}

    /**
     * What {@code work} gives, or throws.
     *
     * @param lookUp how often {@code isGone} is asked
     * @throws Refusal when {@code isGone}
     */
    static <T> T get(Callable<T> work, Duration lookUp, BooleanSupplier isGone) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("query-of-a-page").start(task);
        try {
            while (true) {
                try {
                    return task.get(lookUp.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (isGone.getAsBoolean()) {
                        throw Refusal.cancelled("the query was cancelled: whoever asked has hung up");
                    }
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.cancelled("the server is closing");
        } finally {
            task.cancel(true); // harmless when it has ended
        }
    }
}
