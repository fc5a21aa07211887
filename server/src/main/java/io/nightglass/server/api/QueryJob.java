package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import io.nightglass.server.edge.Refusals;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One question on a thread of its own, which anybody may wait for or cancel. Safe for threads. */
final class QueryJob {
    /** How a question ended. */
    sealed interface Outcome {
        /** @param json the whole answer */
        record Answered(byte[] json) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    private final String id;
    private final Instant startedAt;
    private final FutureTask<byte[]> work;

    private QueryJob(String id, Instant startedAt, FutureTask<byte[]> work) {
        this.id = id;
        this.startedAt = startedAt;
        this.work = work;
    }

    /** @param atEnd told when it has ended, however */
    static QueryJob start(String id, Instant startedAt, Callable<byte[]> answer, Runnable atEnd) {
        var work = new FutureTask<>(answer) {
            @Override
            public void run() {
                try {
                    super.run();
                } finally {
                    atEnd.run();
                }
            }
        };
        Thread.ofVirtual().name("query-" + id).start(work);
        return new QueryJob(id, startedAt, work);
    }

    String id() {
        return id;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isDone() {
        return work.isDone();
    }

    /** How it ended; empty when it has not within {@code patience}. */
    Optional<Outcome> outcome(Duration patience) {
        try {
            return Optional.of(new Outcome.Answered(work.get(patience.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (CancellationException e) {
            return Optional.of(new Outcome.Refused(Refusal.cancelled("the query was cancelled")));
        } catch (ExecutionException e) {
            return Optional.of(new Outcome.Refused(refusal(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cancel();
            return Optional.of(new Outcome.Refused(Refusal.cancelled("the server is closing")));
        }
    }

    private static Refusal refusal(@Nullable Throwable cause) {
        return Refusals.of(
                cause instanceof Exception exception ? exception : new IllegalStateException(cause), () -> "a query");
    }

    /** Ends it soon; harmless when it has ended. */
    void cancel() {
        work.cancel(true);
    }
}
