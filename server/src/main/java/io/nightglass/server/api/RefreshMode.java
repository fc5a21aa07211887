package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * How an answer is waited for: PostHog's {@code refresh}. An earlier answer stands in only where that is asked for by
 * name, and only while nothing has arrived since.
 */
enum RefreshMode {
    BLOCKING,
    FORCE_BLOCKING,
    /** Answers 202 at once; the rest is polled. */
    ASYNC,
    FORCE_ASYNC,
    /** An earlier answer, else as {@link #ASYNC}. */
    LAZY_ASYNC,
    /** An earlier answer or none. */
    FORCE_CACHE,
    /** An earlier answer, else as {@link #BLOCKING}. */
    ASYNC_EXCEPT_ON_CACHE_MISS;

    /** @throws Refusal 400 for a mode nobody knows */
    static RefreshMode of(JsonNode body) {
        var refresh = body.path("refresh");
        if (refresh.isMissingNode() || refresh.isNull() || refresh.isBoolean()) {
            boolean later = body.path("async").asBoolean(false);
            return later ? ASYNC : refresh.asBoolean(false) ? FORCE_BLOCKING : BLOCKING;
        }
        return Arrays.stream(values())
                .filter(mode -> mode.wire().equals(refresh.asString("")))
                .findFirst()
                .orElseThrow(() -> Refusal.badField(
                        "refresh",
                        "invalid_choice",
                        "'%s' is no way to wait; there are %s"
                                .formatted(Refusal.quoted(refresh.asString("")), wires())));
    }

    boolean takesEarlier() {
        return this == LAZY_ASYNC || this == FORCE_CACHE || this == ASYNC_EXCEPT_ON_CACHE_MISS;
    }

    boolean isLater() {
        return this == ASYNC || this == FORCE_ASYNC || this == LAZY_ASYNC;
    }

    private String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String wires() {
        return Arrays.stream(values()).map(RefreshMode::wire).collect(Collectors.joining(", "));
    }
}
