package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Runs {@link TextRetention} beside the callers: soon after the start, then every hour, on a thread that gives way. */
final class Forgetting implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofHours(1);

    /** Between two steps, so that others come to write. */
    private static final Duration BREATH = Duration.ofMillis(10);

    private static final System.Logger LOG = System.getLogger(Forgetting.class.getName());

    private final TextRetention retention;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Forgetting(TextRetention retention) {
        this.retention = retention;
        this.thread =
                Thread.ofPlatform().name("nightglass-forgetting").daemon(true).start(this::work);
    }

    private void work() {
        Nice.giveWay();
        for (var pause = FIRST; goOn(pause); pause = EVERY) {
            try {
                retention.run(() -> goOn(BREATH));
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.WARNING, "old texts stay for another hour: {0}", e.getMessage());
            }
        }
    }

    /** Waits for {@code pause}; false when it is over. */
    private boolean goOn(Duration pause) {
        try {
            return !closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Ends after the step under way; the next start goes on. Closing twice is harmless. */
    @Override
    public void close() {
        closing.countDown();
        Ending.of(thread);
    }
}
