package io.nightglass.boards.morning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stop_triggered.
 *
 * @param rounds what it says about the rounds it completed
 */
public record Stop(
        Instant at,
        @Nullable String project,
        @Nullable String run,
        @Nullable String reason,
        @Nullable Long rounds) {}
