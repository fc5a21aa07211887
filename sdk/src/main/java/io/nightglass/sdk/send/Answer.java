package io.nightglass.sdk.send;

import java.time.Duration;

/** What became of one request. */
sealed interface Answer {
    /** The host has them. */
    record Taken() implements Answer {}

    /** Not now: worth the same request again. */
    record Later(String why, Duration atLeast) implements Answer {}

    /** The host would take fewer at a time. */
    record TooLarge(String why) implements Answer {}

    /** The host does not take this, today or tomorrow. */
    record Refused(String why) implements Answer {}
}
