package io.nightglass.catalog;

import java.util.Locale;

/** How a round ended. {@link #CRASHED} is a round reverted without ever being scored: it has no score, not a bad one. */
public enum Verdict {
    KEPT,
    REVERTED,
    CRASHED,
    OPEN;

    /** The lower-case word queries and pages use. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
