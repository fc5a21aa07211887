package io.nightglass.server.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to give more than {@code most} bytes, and charges what it gives to a request's lease. */
final class BoundedInput extends FilterInputStream {
    private static final int STEP = 64 << 10;

    private final long most;
    private final Budget.Lease lease;
    private final int weight;
    private long count;
    private long charged;

    /** @param weight bytes of memory that one byte read will come to hold; 0 charges nothing */
    BoundedInput(InputStream in, long most, Budget.Lease lease, int weight) {
        super(in);
        this.most = most;
        this.lease = lease;
        this.weight = weight;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            counted(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        if (read > 0) {
            counted(read);
        }
        return read;
    }

    private void counted(int read) {
        count += read;
        if (count > most) {
            throw tooLarge(most);
        }
        if (weight > 0 && count > charged) {
            lease.grow((long) STEP * weight);
            charged += STEP;
        }
    }

    static Refusal tooLarge(long most) {
        return Refusal.tooLarge(
                "the request is larger than %d MiB, sent or unpacked; send smaller batches".formatted(most >> 20));
    }
}
