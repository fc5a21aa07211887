package io.nightglass.boards.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Calls that share an {@code $ai_session_id}.
 *
 * @param rounds how many rounds they are of
 * @param project of its earliest call
 */
public record CallSession(
        String id, Instant first, Instant last, @Nullable String project, long rounds, Figures figures) {

    /**
     * A round or trace that a session has calls in.
     *
     * @param round null when the trace is of none
     * @param trace null when the calls name none
     */
    public record Part(@Nullable String round, @Nullable String trace, long calls, Instant first, Instant last) {}
}
