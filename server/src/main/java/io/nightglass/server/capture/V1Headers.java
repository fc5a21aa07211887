package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.nightglass.server.edge.Refusal;
import java.time.Instant;

/**
 * The headers capture v1 requires.
 *
 * @param library name of the SDK, from {@code PostHog-Sdk-Info: name/version}
 * @param version its version, empty when it does not say
 * @param sentAt the sender's clock, from {@code PostHog-Request-Timestamp}
 */
record V1Headers(String library, String version, Instant sentAt) {

    /** @throws Refusal 400 when one is missing or unreadable */
    static V1Headers of(Context ctx) {
        var sdk = required(ctx, "PostHog-Sdk-Info").split("/", 2);
        required(ctx, "PostHog-Attempt");
        required(ctx, "PostHog-Request-Id");
        var sentAt = required(ctx, "PostHog-Request-Timestamp");
        return new V1Headers(
                sdk[0],
                sdk.length > 1 ? sdk[1] : "",
                Timestamps.parse(sentAt)
                        .orElseThrow(() -> Refusal.badField(
                                "PostHog-Request-Timestamp",
                                "invalid",
                                "'%s' is not a time like 2026-01-01T00:00:00Z".formatted(Refusal.quoted(sentAt)))));
    }

    private static String required(Context ctx, String name) {
        var value = ctx.header(name);
        if (value == null || value.isBlank()) {
            throw Refusal.badField(name, "required", "the header %s is required".formatted(name));
        }
        return value.strip();
    }
}
