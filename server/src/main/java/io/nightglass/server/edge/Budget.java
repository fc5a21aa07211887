package io.nightglass.server.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that requests under way may hold together, so that no number of senders fills the heap. What does not fit
 * is turned away at once: a sender that waits would hold what it already has.
 */
public final class Budget {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final long total;
    private final AtomicLong taken = new AtomicLong();

    /** @param total bytes for all requests together */
    public Budget(long total) {
        this.total = total;
    }

    /** Two fifths of the heap: the rest is the store's, the answers' and the collector's room to move. */
    public static Budget ofHeap() {
        return new Budget(Runtime.getRuntime().maxMemory() / 5 * 2);
    }

    /** An empty share for one request, to be closed when its answer is made. */
    public Lease lease() {
        return new Lease();
    }

    /** Bytes taken now. */
    long taken() {
        return taken.get();
    }

    /** What one request holds. Used by one thread. */
    public final class Lease implements AutoCloseable {
        private long held;

        /**
         * Takes {@code bytes} more.
         *
         * @throws Refusal 413 when this request alone would need more than there is, else 503 when others hold it now
         */
        public void grow(long bytes) {
            if (held + bytes > total) {
                throw Refusal.tooLarge("the request needs more memory than this server has; send smaller batches");
            }
            if (taken.addAndGet(bytes) > total) {
                taken.addAndGet(-bytes);
                throw Refusal.busy("too many large requests at once; send it again", RETRY_AFTER);
            }
            held += bytes;
        }

        @Override
        public void close() {
            taken.addAndGet(-held);
            held = 0;
        }
    }
}
