package io.nightglass.cli.sample;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that repeats itself: the same seed throws the same numbers, on every machine. Not for two threads. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** A whole number, both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** Around {@code middle}, never further than three spreads from it. */
    double bell(double middle, double spread) {
        return middle + spread * Math.clamp(random.nextGaussian(), -3, 3);
    }

    /** At least 0, mostly small, at times large: an exponential with this mean, cut at five of them. */
    double tail(double mean) {
        return Math.min(5 * mean, -mean * Math.log(1 - random.nextDouble()));
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    UUID uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    byte[] bytes() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }
}
