package io.nightglass.sdk.spool;

import java.nio.file.Path;

/**
 * Where and how events wait.
 *
 * @param folder shared by as many processes as like; made when missing
 * @param maxBytes bound of what waits here, of this process; at least two segments
 * @param segmentBytes size of one file
 */
public record SpoolSettings(Path folder, Durability durability, WhenFull whenFull, long maxBytes, int segmentBytes) {
    private static final long MIB = 1L << 20;

    public SpoolSettings {
        if (segmentBytes < 4096 || maxBytes < 2L * segmentBytes) {
            throw new IllegalArgumentException(
                    "a spool of %,d bytes in segments of %,d: give it at least two segments of 4096 bytes"
                            .formatted(maxBytes, segmentBytes));
        }
    }

    /** 512 MiB in files of 4 MiB, surviving {@code kill -9}, the oldest dropped when full. */
    public static SpoolSettings in(Path folder) {
        return new SpoolSettings(folder, Durability.PROCESS, WhenFull.DROP_OLDEST, 512 * MIB, (int) (4 * MIB));
    }

    /** These, with another promise. */
    public SpoolSettings durability(Durability other) {
        return new SpoolSettings(folder, other, whenFull, maxBytes, segmentBytes);
    }

    /** These, doing something else when full. */
    public SpoolSettings whenFull(WhenFull other) {
        return new SpoolSettings(folder, durability, other, maxBytes, segmentBytes);
    }

    /** These, with another bound; segments shrink when the bound is small. */
    public SpoolSettings maxBytes(long bytes) {
        return new SpoolSettings(folder, durability, whenFull, bytes, (int) Math.min(segmentBytes, bytes / 4));
    }
}
