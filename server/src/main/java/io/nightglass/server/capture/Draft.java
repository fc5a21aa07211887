package io.nightglass.server.capture;

import io.nightglass.catalog.Warning;
import io.nightglass.server.edge.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One event as it came, and how its parts are found wherever an SDK put them (posthog-wire.md 0.5, 0.6, 1.2). */
final class Draft {
    private static final int LONGEST_ID = 200;
    private static final List<String> PERSON = List.of("$set", "$set_once");
    private static final List<String> CARRIED = List.of("$unset", "$groups", "$anon_distinct_id");

    private final ObjectNode json;
    private final ObjectNode properties;
    private final List<Warning> warnings = new ArrayList<>(2);

    /** @throws Refusal 400 when {@code json} is not an event at all */
    Draft(JsonNode json) {
        if (!(json instanceof ObjectNode object)) {
            throw Refusal.badRequest("an event must be an object, but one is %s"
                    .formatted(Refusal.quoted(json.toString()
                            .substring(0, Math.min(40, json.toString().length())))));
        }
        this.json = object;
        this.properties = propertiesOf(object);
    }

    List<Warning> warnings() {
        return warnings;
    }

    /** The event's field {@code name}, a missing node when there is none. */
    JsonNode field(String name) {
        return json.path(name);
    }

    /** @throws Refusal 400 when there is none */
    String event() {
        var event = json.path("event");
        if (!event.isString() || event.stringValue().isEmpty()) {
            throw Refusal.badRequest("an event has no name; put it into the field 'event'");
        }
        return event.stringValue();
    }

    /** @throws Refusal 400 when there is none */
    String distinctId() {
        var id = firstSent(json.path("distinct_id"), json.path("$distinct_id"), properties.path("distinct_id"));
        String text = id.isString() ? id.stringValue() : id.isMissingNode() ? "" : id.toString();
        if (text.isEmpty()) {
            throw Refusal.badRequest("event '%s' has no distinct_id".formatted(Refusal.quoted(event())));
        }
        return text.length() <= LONGEST_ID ? text : shortened(text);
    }

    /** The event's own id, empty when it has none. @throws Refusal 400 when it is not a UUID */
    Optional<UUID> uuid() {
        var uuid = json.path("uuid");
        if (uuid.isMissingNode()
                || uuid.isNull()
                || uuid.isString() && uuid.stringValue().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Uuids.parse(uuid.isString() ? uuid.stringValue() : "")
                .orElseThrow(() -> Refusal.badRequest("'%s' is not a UUID; leave uuid out to be given one"
                        .formatted(Refusal.quoted(uuid.asString(uuid.toString()))))));
    }

    /** The properties, with what came beside them ({@code $set} and the like) put in. What is beside wins. */
    ObjectNode properties() {
        for (String name : PERSON) {
            if (json.path(name) instanceof ObjectNode beside && !beside.isEmpty()) {
                if (properties.path(name) instanceof ObjectNode inside) {
                    inside.setAll(beside);
                } else {
                    properties.set(name, beside);
                }
            }
        }
        for (String name : CARRIED) {
            var beside = json.get(name);
            if (beside != null && !beside.isNull()) {
                properties.set(name, beside);
            }
        }
        return properties;
    }

    private static ObjectNode propertiesOf(ObjectNode json) {
        return switch (json.get("properties")) {
            case null -> JsonNodeFactory.instance.objectNode();
            case ObjectNode object -> object;
            case JsonNode none when none.isNull() -> JsonNodeFactory.instance.objectNode();
            case JsonNode other ->
                throw Refusal.badRequest("properties must be an object, but they are %s"
                        .formatted(Refusal.quoted(
                                other.asString(other.getNodeType().name()))));
        };
    }

    private static JsonNode firstSent(JsonNode... places) {
        for (var place : places) {
            if (!place.isMissingNode() && !place.isNull()) {
                return place;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private String shortened(String id) {
        int end = Character.isHighSurrogate(id.charAt(LONGEST_ID - 1)) ? LONGEST_ID - 1 : LONGEST_ID;
        String kept = id.substring(0, end);
        warnings.add(new Warning(
                Warning.Kind.TRUNCATED_DISTINCT_ID,
                "distinct_id",
                "%d characters, of which %d are kept".formatted(id.length(), end)));
        return kept;
    }
}
