package io.nightglass.store.duckdb.function;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** CityHash64 of Google's version 1.0.2, which ClickHouse keeps to; the later 1.1 answers otherwise. */
final class CityHash {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long K3 = 0xc949d7c7509e6557L;
    private static final long MIX = 0x9ddfea08eb382d69L;
    private static final int BLOCK = 64;

    /** Two halves of a state. */
    private record Pair(long first, long second) {}

    private CityHash() {}

    static long of(byte[] bytes) {
        int length = bytes.length;
        if (length <= 16) {
            return upTo16(bytes);
        }
        if (length <= 32) {
            long a = at(bytes, 0) * K1;
            long b = at(bytes, 8);
            long c = at(bytes, length - 8) * K2;
            long d = at(bytes, length - 16) * K0;
            return joined(turned(a - b, 43) + turned(c, 30) + d, a + turned(b ^ K3, 20) - c + length);
        }
        return length <= BLOCK ? upTo64(bytes) : longer(bytes);
    }

    /** One hash of two. */
    static long joined(long first, long second) {
        long a = (first ^ second) * MIX;
        a ^= a >>> 47;
        long b = (second ^ a) * MIX;
        b ^= b >>> 47;
        return b * MIX;
    }

    private static long upTo16(byte[] bytes) {
        int length = bytes.length;
        if (length > 8) {
            long a = at(bytes, 0);
            long b = at(bytes, length - 8);
            return joined(a, turned(b + length, length)) ^ b;
        }
        if (length >= 4) {
            return joined(length + (word(bytes, 0) << 3), word(bytes, length - 4));
        }
        if (length > 0) {
            int y = (bytes[0] & 0xff) + ((bytes[length >> 1] & 0xff) << 8);
            int z = length + ((bytes[length - 1] & 0xff) << 2);
            return mixed(y * K2 ^ z * K3) * K2;
        }
        return K2;
    }

    private static long upTo64(byte[] bytes) {
        int length = bytes.length;
        long begin = at(bytes, 0) + (length + at(bytes, length - 16)) * K0;
        var front = half(bytes, 0, begin, at(bytes, 24));
        long other = at(bytes, 16) + at(bytes, length - 32);
        var back = half(bytes, length - 32, other, at(bytes, length - 8));
        long r = mixed((front.first + back.second) * K2 + (back.first + front.second) * K0);
        return mixed(r * K0 + front.second) * K2;
    }

    /** Half of a text of up to 64 bytes, the middle of which lies in both. */
    private static Pair half(byte[] bytes, int from, long begin, long z) {
        long a = begin;
        long b = turned(a + z, 52);
        long c = turned(a, 37);
        a += at(bytes, from + 8);
        c += turned(a, 7);
        a += at(bytes, from + 16);
        return new Pair(a + z, b + turned(a, 31) + c);
    }

    private static long longer(byte[] bytes) {
        int length = bytes.length;
        long x = at(bytes, 0);
        long y = at(bytes, length - 16) ^ K1;
        long z = at(bytes, length - 56) ^ K0;
        var v = weak(bytes, length - 64, length, y);
        var w = weak(bytes, length - 32, length * K1, K0);
        z += mixed(v.second) * K1;
        x = turned(z + x, 39) * K1;
        y = turned(y, 33) * K1;
        int last = (length - 1) & -BLOCK;
        for (int i = 0; i < last; i += BLOCK) {
            x = turned(x + y + v.first + at(bytes, i + 16), 37) * K1;
            y = turned(y + v.second + at(bytes, i + 48), 42) * K1;
            x ^= w.second;
            y ^= v.first;
            z = turned(z ^ w.first, 33);
            v = weak(bytes, i, v.second * K1, x + w.first);
            w = weak(bytes, i + 32, z + w.second, y);
            long swapped = z;
            z = x;
            x = swapped;
        }
        return joined(joined(v.first, w.first) + mixed(y) * K1 + z, joined(v.second, w.second) + x);
    }

    private static Pair weak(byte[] bytes, int from, long first, long second) {
        long a = first + at(bytes, from);
        long sum = a + at(bytes, from + 8) + at(bytes, from + 16);
        long b = turned(second + a + at(bytes, from + 24), 21) + turned(sum, 44);
        return new Pair(sum + at(bytes, from + 24), b + a);
    }

    private static long mixed(long value) {
        return value ^ value >>> 47;
    }

    private static long turned(long value, int by) {
        return Long.rotateRight(value, by);
    }

    private static long at(byte[] bytes, int index) {
        return (long) LONGS.get(bytes, index);
    }

    private static long word(byte[] bytes, int index) {
        return Integer.toUnsignedLong((int) INTS.get(bytes, index));
    }
}
