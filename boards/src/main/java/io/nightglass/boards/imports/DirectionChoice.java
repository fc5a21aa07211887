package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Which way a log's metric is better.
 *
 * @param direction null when the log does not tell
 * @param why in words, for the report
 */
public record DirectionChoice(@Nullable Direction direction, String why) {}
