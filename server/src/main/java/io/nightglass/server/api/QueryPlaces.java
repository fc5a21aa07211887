package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many questions the personal key may have under way: what comes beyond waits a little, or in a short line, and is
 * then told to come again. One place of the store is left for the pages. Safe for threads.
 *
 * @see QueryLimits
 */
final class QueryPlaces {
    private final QueryLimits limits;
    private final Semaphore running;
    private final Semaphore admitted;

    QueryPlaces(QueryLimits limits) {
        this.limits = limits;
        this.running = new Semaphore(limits.atOnce(), true);
        this.admitted = new Semaphore(limits.atOnce() + limits.inLine());
    }

    /** Room in the line, to be {@linkplain #leave left} when the question has ended. @throws Refusal 429 when it is full */
    void enter() {
        if (!admitted.tryAcquire()) {
            throw refused("%d wait already".formatted(limits.inLine()));
        }
    }

    void leave() {
        admitted.release();
    }

    /** What {@code work} gives, once it is its turn. @throws Refusal 429 when that takes longer than {@code patience} */
    <T> T run(Duration patience, Callable<T> work) throws Exception {
        if (!running.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw refused("none has ended within %d s".formatted(patience.toSeconds()));
        }
        try {
            return work.call();
        } finally {
            running.release();
        }
    }

    private Refusal refused(String why) {
        return Refusal.throttled(
                "the limit of %d queries at once for one key is reached, and %s; ask again in %d s"
                        .formatted(limits.atOnce(), why, limits.retryAfter().toSeconds()),
                limits.retryAfter());
    }
}
