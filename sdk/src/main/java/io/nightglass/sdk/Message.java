package io.nightglass.sdk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event before it is written anywhere: what a {@link BeforeSend} sees and may change.
 *
 * @param event its name, {@code round_scored}
 * @param timestamp when it happened, on the clock of this process
 * @param properties the envelope among them; changeable, in the order of sending. Values are null, String, Number,
 *     Boolean, java.time values, UUID, enums, tools.jackson JsonNode, and Maps, Iterables and arrays of such
 */
public record Message(
        UUID uuid, String event, String distinctId, Instant timestamp, Map<String, @Nullable Object> properties) {

    /** The same with other properties. */
    public Message properties(Map<String, @Nullable Object> others) {
        return new Message(uuid, event, distinctId, timestamp, others);
    }
}
