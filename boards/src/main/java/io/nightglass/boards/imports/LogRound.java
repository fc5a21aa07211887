package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import org.jspecify.annotations.Nullable;

/**
 * One row as the round it tells of.
 *
 * @param status as written, empty when the row says none
 * @param metric name of the number, null when the log has none
 * @param direction null when nobody knows
 * @param score null when nothing was measured; a crash has no score, whatever was written
 * @param segment rounds of one segment may be compared; counts from 0
 */
public record LogRound(
        Row row,
        Outcome outcome,
        String status,
        @Nullable String metric,
        @Nullable Direction direction,
        @Nullable Double score,
        int segment) {}
