package io.nightglass.boards.doctor;

import org.jspecify.annotations.Nullable;

/**
 * A pitfall that the data kept has.
 *
 * @param id as docs/pitfalls.md heads it
 * @param count how often, at least 1
 * @param round of the example; null when it belongs to none
 */
public record Finding(
        String id,
        String title,
        long count,
        String example,
        @Nullable String round,
        String advice) {}
