package io.nightglass.sdk;

import org.jspecify.annotations.Nullable;

/**
 * Sees every event before it is written to disk or sent, as {@code before_send} of PostHog's SDKs: the place for redaction.
 * Called on the thread that tracks, possibly on several at once. One that throws drops that one event, and says so.
 */
@FunctionalInterface
public interface BeforeSend {
    /** The event as it shall be sent, which may be the same one changed; null drops it. */
    @Nullable
    Message apply(Message message);
}
