package io.nightglass.catalog;

import io.nightglass.catalog.event.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the wire back to the records: the other half of {@link WireEvent#toJson()}. Tolerant of values (a number sent as
 * text is a number, what is not of its kind counts as not sent); what no record names is kept in {@code more}.
 */
public final class EventCodec {
    private static final Map<String, Class<?>> RECORDS = Arrays.stream(Event.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(
                    record -> record.getAnnotation(EventName.class).value(), Function.identity()));
    private static final Envelope NO_ENVELOPE = new Envelope(null, null, null, null, null, null);

    private EventCodec() {}

    /**
     * Reads one element of a capture batch.
     *
     * @return empty when the catalog does not know the event, or when it lacks its uuid, time, distinct_id or a required
     *     property
     */
    public static Optional<WireEvent> read(JsonNode json) {
        var record = RECORDS.get(json.path("event").asString(""));
        var uuid = uuid(json.path("uuid").asString(""));
        var timestamp = instant(json.path("timestamp").asString(""));
        var distinctId = json.path("distinct_id").asString("");
        if (record == null
                || uuid == null
                || timestamp == null
                || distinctId.isEmpty()
                || !(json.path("properties") instanceof ObjectNode properties)) {
            return Optional.empty();
        }
        var rest = properties.deepCopy();
        var event = take(record, rest);
        if (event == null) {
            return Optional.empty();
        }
        var envelope = take(Envelope.class, rest);
        var context = take(Context.class, rest);
        return Optional.of(new WireEvent(
                uuid,
                timestamp,
                distinctId,
                envelope == null ? NO_ENVELOPE : (Envelope) envelope,
                context == null ? Context.NONE : (Context) context,
                (Event) event,
                rest));
    }

    private static @Nullable Record take(Class<?> record, ObjectNode rest) {
        var layout = Layout.of(record);
        var read = layout.read(rest);
        layout.properties().forEach(property -> rest.remove(property.name()));
        return read;
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
