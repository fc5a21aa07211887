package io.nightglass.store;

import java.time.Duration;

/**
 * How much an answer may take.
 *
 * @param rows most rows returned
 * @param time longest wall time, the wait for a turn included
 * @param bytes most memory that the rows of the answer hold, about
 */
public record Limits(int rows, Duration time, long bytes) {
    /** PostHog's rows: 100 unless the query says otherwise, 50,000 at most. Three such answers at once fit the heap. */
    public static final Limits API = new Limits(50_000, Duration.ofSeconds(30), 32L << 20);

    public Limits(int rows, Duration time) {
        this(rows, time, API.bytes());
    }

    public Limits withRows(int most) {
        return new Limits(Math.min(rows, most), time, bytes);
    }

    public Limits withTime(Duration longest) {
        return new Limits(rows, longest, bytes);
    }
}
