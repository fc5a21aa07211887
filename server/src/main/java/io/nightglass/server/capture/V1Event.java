package io.nightglass.server.capture;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event of capture v1, in which some properties have moved beside the others: put back where v0 has them. */
final class V1Event {
    private static final Map<String, String> BESIDE = Map.of("session_id", "$session_id", "window_id", "$window_id");

    private static final Map<String, String> OPTIONS = Map.of(
            "cookieless_mode", "$cookieless_mode",
            "disable_skew_correction", "$ignore_sent_at",
            "product_tour_id", "$product_tour_id",
            "process_person_profile", "$process_person_profile");

    private V1Event() {}

    static JsonNode asV0(JsonNode event, V1Headers headers) {
        if (!(event instanceof ObjectNode object)) {
            return event;
        }
        var properties = object.path("properties");
        if (properties.isMissingNode() || properties.isNull()) {
            object.putObject("properties");
        }
        if (object.path("properties") instanceof ObjectNode kept) {
            BESIDE.forEach((from, to) -> move(object.path(from), to, kept));
            OPTIONS.forEach((from, to) -> move(object.path("options").path(from), to, kept));
            kept.put("$lib", headers.library());
            if (!headers.version().isEmpty()) {
                kept.put("$lib_version", headers.version());
            }
        }
        return object;
    }

    private static void move(JsonNode value, String name, ObjectNode into) {
        boolean isSent = !value.isMissingNode()
                && !value.isNull()
                && !(value.isString() && value.stringValue().isEmpty());
        if (isSent && !into.has(name)) {
            into.set(name, value);
        }
    }
}
