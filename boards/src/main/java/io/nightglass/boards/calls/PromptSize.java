package io.nightglass.boards.calls;

import java.time.Instant;

/**
 * How large the prompts of a bucket were, in tokens as the clients counted them.
 *
 * @param calls those that counted
 */
public record PromptSize(Instant start, long calls, double p50, double p95, long most) {}
