package io.nightglass.sdk.spool;

/** What {@code track} promises when it returns. */
public enum Durability {
    /** The event is in memory: it is gone when the process is killed. Fastest. */
    MEMORY,
    /** The event is in the page cache: it survives {@code kill -9}, not a power cut. The default. */
    PROCESS,
    /** As {@link #PROCESS}, and a second later at most it is on the disk itself. */
    INTERVAL,
    /** The event is on the disk itself. Costs what one forced write of the disk costs, per event. */
    EVENT
}
