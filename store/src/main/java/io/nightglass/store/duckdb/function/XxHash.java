package io.nightglass.store.duckdb.function;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Collet's xxHash of 64 bits, seed 0. */
final class XxHash {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P1_AND_P2 = 0x60EA27EEADC0B5D6L;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private XxHash() {}

    static long of(byte[] bytes) {
        var left = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long hash = (bytes.length >= STRIPE ? stripes(left) : P5) + bytes.length;
        while (left.remaining() >= Long.BYTES) {
            hash = Long.rotateLeft(hash ^ lane(0, left.getLong()), 27) * P1 + P4;
        }
        if (left.remaining() >= Integer.BYTES) {
            hash = Long.rotateLeft(hash ^ Integer.toUnsignedLong(left.getInt()) * P1, 23) * P2 + P3;
        }
        while (left.hasRemaining()) {
            hash = Long.rotateLeft(hash ^ (left.get() & 0xff) * P5, 11) * P1;
        }
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }

    private static long stripes(ByteBuffer left) {
        long[] lanes = {P1_AND_P2, P2, 0, -P1};
        while (left.remaining() >= STRIPE) {
            for (int i = 0; i < lanes.length; i++) {
                lanes[i] = lane(lanes[i], left.getLong());
            }
        }
        long hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ lane(0, lane)) * P1 + P4;
        }
        return hash;
    }

    private static long lane(long sum, long word) {
        return Long.rotateLeft(sum + word * P2, 31) * P1;
    }
}
