package io.nightglass.boards.health;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of ingestion.
 *
 * @param events kept in all
 * @param lastDay kept in the last 24 hours, by time of receipt
 * @param lastReceived null when nothing ever was
 */
public record Health(
        long events,
        long lastDay,
        @Nullable Instant lastReceived,
        List<Oddity> oddities,
        List<Sender> senders,
        List<Kept> names) {

    /**
     * Warnings of one kind about one property of one event.
     *
     * @param kind wire name of {@link io.nightglass.catalog.Warning.Kind}
     * @param example what was found the last time
     */
    public record Oddity(
            String kind, String event, @Nullable String property, long count, String example, Instant lastSeen) {}

    /** An agent, which is a user. */
    public record Sender(
            @Nullable String project, @Nullable String agent, String distinctId, long events, Instant lastSeen) {}

    /** An event name and how often it was kept. */
    public record Kept(String event, long events, Instant lastSeen) {}

    public long warnings() {
        return oddities.stream().mapToLong(Oddity::count).sum();
    }
}
