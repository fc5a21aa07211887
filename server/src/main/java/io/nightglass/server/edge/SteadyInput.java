package io.nightglass.server.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Gives up on a sender that lets its body drip: what has come of it holds memory that others could use. */
final class SteadyInput extends FilterInputStream {
    private static final long GRACE_NANOS = Duration.ofSeconds(20).toNanos();
    private static final long BYTES_PER_SECOND = 2048;

    private final LongSupplier nanos;
    private final long start;
    private long count;

    SteadyInput(InputStream in) {
        this(in, System::nanoTime);
    }

    /** @param nanos a clock that only counts on, in nanoseconds */
    SteadyInput(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            check(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        check(Math.max(0, read));
        return read;
    }

    private void check(int read) {
        count += read;
        long late = nanos.getAsLong() - start - GRACE_NANOS;
        if (late > 0 && count < late / 1_000_000_000 * BYTES_PER_SECOND) {
            throw Refusal.tooSlow();
        }
    }
}
