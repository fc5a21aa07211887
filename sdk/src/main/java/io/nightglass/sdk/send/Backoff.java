package io.nightglass.sdk.send;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after one failure more: doubling from half a second to half a minute, each a random share of it. */
final class Backoff {
    private static final long FIRST_MS = 500;
    private static final long LONGEST_MS = 30_000;

    private final RandomGenerator random;
    /** Written by the sender alone, read by who flushes. */
    private volatile int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** The next pause; at least half of its step, so that a busy host is left alone, and not the same as everybody's. */
    Duration next(Duration atLeast) {
        long step = Math.min(LONGEST_MS, FIRST_MS << Math.min(failures, 10));
        failures = failures + 1;
        var pause = Duration.ofMillis(step / 2 + random.nextLong(step / 2));
        return pause.compareTo(atLeast) < 0 ? atLeast.plus(pause.dividedBy(4)) : pause;
    }

    void reset() {
        failures = 0;
    }

    boolean isTroubled() {
        return failures > 0;
    }
}
