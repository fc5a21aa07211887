package io.nightglass.store;

import java.time.Duration;

/** How much an answer may take. @param rows most rows returned; @param time longest wall time */
public record Limits(int rows, Duration time) {
    /** PostHog's: 100 rows unless the query says otherwise, 50,000 at most; a minute. */
    public static final Limits API = new Limits(50_000, Duration.ofSeconds(60));
}
