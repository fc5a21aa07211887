package io.nightglass.catalog;

import java.util.Locale;

/** Which way a metric is better. Everything that says best, beats or delta follows it. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether {@code score} is strictly better than {@code other}. */
    public boolean beats(double score, double other) {
        return this == MAXIMIZE ? score > other : score < other;
    }

    /** How much better {@code score} is than {@code baseline}: positive is better, whatever the direction. */
    public double delta(double score, double baseline) {
        return this == MAXIMIZE ? score - baseline : baseline - score;
    }
}
