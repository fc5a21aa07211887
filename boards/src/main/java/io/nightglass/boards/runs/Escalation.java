package io.nightglass.boards.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A model_escalated. */
public record Escalation(
        Instant at,
        @Nullable String round,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {}
