package io.nightglass.boards.rounds;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a round.
 *
 * @param properties the JSON text of everything sent
 */
public record RoundEvent(Instant at, String event, @Nullable String agent, String properties) {}
