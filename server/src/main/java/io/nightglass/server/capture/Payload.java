package io.nightglass.server.capture;

import io.nightglass.server.edge.Refusal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The three shapes a capture body may have (posthog-wire.md 1.2): a batch, a list, a single event.
 *
 * @param envelope the object around the events, a missing node when there is none
 */
record Payload(JsonNode envelope, List<JsonNode> events) {

    /** @throws Refusal 400 when {@code root} is none of the shapes, or empty */
    static Payload of(JsonNode root) {
        var payload = shaped(root);
        if (payload.events.isEmpty()) {
            throw Refusal.badRequest("the batch is empty; send at least one event");
        }
        return payload;
    }

    /** Whether the body is one event by itself, not a batch of one. */
    boolean isSingle() {
        return envelope == events.getFirst();
    }

    /** When the sender says it sent this; a missing node when it does not. */
    JsonNode sentAt() {
        return envelope.path("sent_at");
    }

    private static Payload shaped(JsonNode root) {
        if (root.isArray()) {
            return new Payload(MissingNode.getInstance(), elements(root));
        }
        var batch = root.get("batch");
        if (batch == null) {
            return new Payload(root, List.of(root));
        }
        if (!batch.isArray()) {
            throw Refusal.badRequest("'batch' is not a list of events");
        }
        return new Payload(root, elements(batch));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return new ArrayList<>(list.values());
    }
}
