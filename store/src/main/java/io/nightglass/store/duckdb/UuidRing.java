package io.nightglass.store.duckdb;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Uuids in order of receipt, 16 bytes each, outside the Java heap: blocks are added at the tail and given back to the
 * system at the head. Positions count up from 0 and wrap at {@link #POSITIONS}.
 */
final class UuidRing {
    private static final int BLOCK_BITS = 16;
    private static final int PER_BLOCK = 1 << BLOCK_BITS;
    private static final long BLOCK_BYTES = 16L * PER_BLOCK;
    private static final int BLOCKS = 512;

    /** 33 million: more than are ever kept at once, so a position names one uuid. */
    static final int POSITIONS = BLOCKS * PER_BLOCK;

    private final @Nullable MemorySegment[] blocks = new @Nullable MemorySegment[BLOCKS];

    /** One block given back at the head and waiting for the tail, so that a full ring allocates nothing. */
    private @Nullable MemorySegment spare;

    private long head;
    private long tail;

    long size() {
        return tail - head;
    }

    /** Count of the oldest uuid still here, ever rising; equal to {@link #tail} when empty. */
    long head() {
        return head;
    }

    long tail() {
        return tail;
    }

    static int position(long count) {
        return (int) (count & (POSITIONS - 1));
    }

    /** Appends at the tail and returns the position taken. */
    int add(long high, long low) {
        int position = position(tail);
        int block = position >>> BLOCK_BITS;
        if (blocks[block] == null) {
            blocks[block] = spare == null ? Arena.ofAuto().allocate(BLOCK_BYTES, Long.BYTES) : spare;
            spare = null;
        }
        var memory = memory(position);
        memory.set(ValueLayout.JAVA_LONG, offset(position), high);
        memory.set(ValueLayout.JAVA_LONG, offset(position) + Long.BYTES, low);
        tail++;
        return position;
    }

    /** Drops the oldest; a block nobody needs any more is free for others. */
    void dropOldest() {
        int position = position(head);
        head++;
        if ((position & (PER_BLOCK - 1)) == PER_BLOCK - 1) {
            free(position >>> BLOCK_BITS);
        }
    }

    /** Takes back the newest. */
    void dropNewest() {
        tail--;
    }

    boolean holds(int position, long high, long low) {
        return low(position) == low && high(position) == high;
    }

    long high(int position) {
        return memory(position).get(ValueLayout.JAVA_LONG, offset(position));
    }

    long low(int position) {
        return memory(position).get(ValueLayout.JAVA_LONG, offset(position) + Long.BYTES);
    }

    private MemorySegment memory(int position) {
        var block = blocks[position >>> BLOCK_BITS];
        if (block == null) {
            throw new IllegalStateException("no uuid at %d".formatted(position));
        }
        return block;
    }

    private static long offset(int position) {
        return 16L * (position & (PER_BLOCK - 1));
    }

    private void free(int index) {
        spare = blocks[index];
        blocks[index] = null;
    }
}
