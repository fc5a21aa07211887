package io.nightglass.boards.morning;

import io.nightglass.catalog.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The best score ever before a night and up to its end; null when there was none.
 *
 * @param metric what the loop calls its score; null when it does not say
 */
public record Best(
        Direction direction,
        @Nullable String metric,
        @Nullable Double before,
        @Nullable Double after) {

    /** How much better, at least 0; null when either is missing. */
    public @Nullable Double delta() {
        return before == null || after == null ? null : Math.max(0, direction.delta(after, before));
    }
}
