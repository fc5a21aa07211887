package io.nightglass.server.capture;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * When an event happened, whatever the sender's clock says: posthog-wire.md 1.6, exactly. One per request, so that all
 * its events move together.
 *
 * @param now when the request arrived
 * @param skew how far the sender's clock is behind; null when it does not say when it sent
 */
record ClockSkew(Instant now, @Nullable Duration skew) {
    private static final Duration FURTHEST_AHEAD = Duration.ofHours(23);
    private static final double LONGEST_OFFSET_MILLIS = 1e14;
    private static final int OLDEST_BELIEVED = 2020;

    /** The skew of a request whose body says {@code sentAt}, else whose query string does. */
    static ClockSkew of(Instant now, JsonNode sentAt, Context ctx) {
        return Timestamps.parse(sentAt)
                .or(() -> fromQuery(ctx))
                .map(sent -> new ClockSkew(now, Duration.between(sent, now)))
                .orElseGet(() -> new ClockSkew(now, null));
    }

    private static Optional<Instant> fromQuery(Context ctx) {
        var text = ctx.queryParam("sent_at");
        if (text == null) {
            text = ctx.queryParam("_");
        }
        return text == null
                ? Optional.empty()
                : Timestamps.ofMillis(text).filter(sent -> yearOf(sent) > OLDEST_BELIEVED);
    }

    /** The same request with the sender's clock taken at its word. */
    ClockSkew ignored() {
        return skew == null ? this : new ClockSkew(now, null);
    }

    /** @param timestamp on the sender's clock; null when it sent none */
    Instant correct(@Nullable Instant timestamp, JsonNode offset) {
        var corrected = now;
        if (timestamp != null) {
            corrected = skew == null ? timestamp : timestamp.plus(skew);
        }
        if (offset.isNumber() && offset.doubleValue() >= 0 && offset.doubleValue() < LONGEST_OFFSET_MILLIS) {
            corrected = now.minus(Math.round(offset.doubleValue() * 1e3), ChronoUnit.MICROS);
        }
        if (Duration.between(now, corrected).compareTo(FURTHEST_AHEAD) > 0) {
            corrected = now;
        }
        int year = yearOf(corrected);
        return year < 0 || year > 9999 ? Instant.EPOCH : corrected.truncatedTo(ChronoUnit.MICROS);
    }

    private static int yearOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }
}
