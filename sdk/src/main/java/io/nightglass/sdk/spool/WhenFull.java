package io.nightglass.sdk.spool;

/** What happens to a new event when the spool is at its bound. */
public enum WhenFull {
    /** The oldest events that wait are dropped and counted; the loop never waits. */
    DROP_OLDEST,
    /** {@code track} waits until some are delivered. An interrupt ends the wait; the event is then dropped and counted. */
    BLOCK
}
