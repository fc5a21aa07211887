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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Whether the engine answers at all. Has a thread of its own, so that it stands in no line behind queries, and asks for no
 * row, so that it needs no memory; whoever asks while an answer is awaited waits for the same one. Safe for threads.
 */
final class Probe implements AutoCloseable {
    private final Database database;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("nightglass-probe").daemon(true).factory());
    private @Nullable Future<Boolean> awaited;

    Probe(Database database) {
        this.database = database;
    }

    /** @throws StoreException {@link StoreProblem.TimedOut} after {@code longest}, else what the engine says is wrong */
    void run(Duration longest) {
        try {
            asked().get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new StoreException(new StoreProblem.TimedOut(longest), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(new StoreProblem.TimedOut(longest), e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException error
                    ? Engine.problem(error)
                    : new StoreException(new StoreProblem.Broken("the store failed"), e);
        }
    }

    private synchronized Future<Boolean> asked() {
        try {
            if (awaited == null || awaited.isDone()) {
                awaited = thread.submit(this::answers);
            }
            return awaited;
        } catch (RejectedExecutionException e) {
            throw Engine.problem(new SQLException("the store is closed", e));
        }
    }

    /** An instance that broke is opened anew, as a query would do it. */
    private boolean answers() throws SQLException {
        try {
            return asksOnce();
        } catch (SQLException e) {
            database.reopen();
            return asksOnce();
        }
    }

    private boolean asksOnce() throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement()) {
            return statement.execute("FROM moved LIMIT 0");
        }
    }

    /** Answers no more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
