package io.nightglass.store;

import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Warning;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event as it is kept.
 *
 * @param timestamp when it happened, after clock skew correction; microseconds count
 * @param distinctId at most 200 characters
 * @param envelope as sent, and where not sent as told by the ids (boards.md, "Values")
 * @param properties everything that was sent, {@code $set}, {@code $set_once}, {@code $unset} and {@code $groups}
 *     included; not changed after the row is made
 * @param receivedAt the server's clock when the request arrived: {@code created_at} in queries
 * @param warnings what intake found odd about it; kept with the row
 */
public record EventRow(
        UUID uuid,
        String event,
        Instant timestamp,
        String distinctId,
        Envelope envelope,
        ObjectNode properties,
        Instant receivedAt,
        List<Warning> warnings) {}
