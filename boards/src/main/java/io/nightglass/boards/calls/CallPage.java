package io.nightglass.boards.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list of calls.
 *
 * @param next where the next part begins; null when this is the last
 */
public record CallPage(List<Call> calls, @Nullable CallPlace next) {}
