package io.nightglass.catalog;

import io.nightglass.catalog.event.Event;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event of the catalog on its way to a pane or a PostHog host: what every producer of ours builds, and the one place
 * that turns a record into the JSON of a capture batch.
 *
 * @param timestamp when it happened, on the sender's clock
 * @param distinctId usually {@link Identity#distinctId()}
 * @param more properties beyond the record's ({@code dim_*} and the like); the record's own names win
 */
public record WireEvent(
        UUID uuid, Instant timestamp, String distinctId, Envelope envelope, Event event, ObjectNode more) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@code {"uuid","event","distinct_id","timestamp","properties"}}; a null component is left out, never sent. */
    public ObjectNode toJson() {
        var properties = more.deepCopy();
        write(envelope, properties);
        write((Record) event, properties);
        var json = JSON.createObjectNode();
        json.put("uuid", uuid.toString());
        json.put("event", event.getClass().getAnnotation(EventName.class).value());
        json.put("distinct_id", distinctId);
        json.put("timestamp", timestamp.toString());
        json.set("properties", properties);
        return json;
    }

    private static void write(Record record, ObjectNode into) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            var prop = component.getAnnotation(Prop.class);
            try {
                var value = component.getAccessor().invoke(record);
                if (value != null) {
                    into.set(prop.value(), JSON.valueToTree(value));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
            }
        }
    }
}
