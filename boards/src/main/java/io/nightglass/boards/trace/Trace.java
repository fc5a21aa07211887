package io.nightglass.boards.trace;

import io.nightglass.catalog.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round whole.
 *
 * @param start its first round_started, else its earliest start, in microseconds since 1970
 * @param end the latest end of anything in it
 * @param cost what is known of its money in the ledger
 * @param events how many stored events it shows
 * @param leftOut how many more it has: only of rounds with more than {@link TraceReader#MOST}
 * @param nodes the first level, by start
 */
public record Trace(
        String round,
        Verdict verdict,
        @Nullable Double cost,
        long start,
        long end,
        long events,
        long leftOut,
        List<Node> nodes) {

    public Instant startedAt() {
        return Instant.EPOCH.plus(start, ChronoUnit.MICROS);
    }

    /** Microseconds. */
    public long duration() {
        return end - start;
    }
}
