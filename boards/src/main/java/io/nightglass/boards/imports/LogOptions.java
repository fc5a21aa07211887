package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a log says about it.
 *
 * @param metric name of the metric's column, or null to have it chosen
 * @param direction which way is better, or null to have it inferred
 */
public record LogOptions(
        String project,
        String client,
        @Nullable String metric,
        @Nullable Direction direction) {}
