package io.nightglass.catalog;

import io.nightglass.catalog.event.Event;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of the catalog on its way to a pane or a PostHog host: what every producer of ours builds, and the one place
 * that turns a record into the JSON of a capture batch. {@link EventCodec} reads it back.
 *
 * @param timestamp when it happened, on the sender's clock
 * @param distinctId usually {@link Identity#distinctId()}
 * @param more properties beyond the records' ({@code dim_*} and the like); the records' own names win
 */
public record WireEvent(
        UUID uuid,
        Instant timestamp,
        String distinctId,
        Envelope envelope,
        Context context,
        Event event,
        ObjectNode more) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An event without a context. */
    public WireEvent(UUID uuid, Instant timestamp, String distinctId, Envelope envelope, Event event, ObjectNode more) {
        this(uuid, timestamp, distinctId, envelope, Context.NONE, event, more);
    }

    /** {@code {"uuid","event","distinct_id","timestamp","properties"}}; a null component is left out, never sent. */
    public ObjectNode toJson() {
        var properties = more.deepCopy();
        Layout.of(Envelope.class).write(envelope, properties);
        Layout.of(Context.class).write(context, properties);
        Layout.of(event.getClass()).write((Record) event, properties);
        var json = JSON.createObjectNode();
        json.put("uuid", uuid.toString());
        json.put("event", name());
        json.put("distinct_id", distinctId);
        json.put("timestamp", timestamp.toString());
        json.set("properties", properties);
        return json;
    }

    /** The wire name of its event. */
    public String name() {
        return event.getClass().getAnnotation(EventName.class).value();
    }
}
