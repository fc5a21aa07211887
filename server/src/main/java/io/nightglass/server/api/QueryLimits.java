package io.nightglass.server.api;

import io.nightglass.store.Limits;
import java.time.Duration;

/**
 * What questions over the API may take.
 *
 * @param each what one may take
 * @param atOnce how many of one key run at a time
 * @param inLine how many more may wait to be run
 * @param patience how long a question whose asker waits may wait for its turn
 * @param answerBytes most bytes of an answer as it travels
 * @param keptBytes most bytes of answers kept to be fetched, and again of answers kept to stand in for later ones
 * @param keptFor how long an answer is kept to be fetched
 */
public record QueryLimits(
        Limits each, int atOnce, int inLine, Duration patience, int answerBytes, int keptBytes, Duration keptFor) {

    /** Three at a time, as PostHog; the store runs four, so a page always finds a place. */
    public static final QueryLimits USUAL =
            new QueryLimits(Limits.API, 3, 20, Duration.ofSeconds(2), 48 << 20, 48 << 20, Duration.ofMinutes(10));

    /** How long who is refused for want of a place should wait. */
    Duration retryAfter() {
        return Duration.ofSeconds(5);
    }
}
