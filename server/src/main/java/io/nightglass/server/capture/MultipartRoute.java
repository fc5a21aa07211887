package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.capture.MultipartBody.Part;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.EventStore;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /i/v0/ai} (posthog-wire.md 3.8): one AI event whose long properties come as parts of their own. They are put back
 * where they belong and kept like those of any event.
 */
public record MultipartRoute(EventStore store, Intake intake, Tokens tokens, Budget budget, InstantSource clock)
        implements Handler {
    private static final String EVENT = "event";
    private static final String PROPERTIES = "event.properties";
    private static final String BLOB = "event.properties.";
    private static final int LARGEST_EVENT = 32 << 10;
    private static final int LARGEST_NEAR = 960 << 10;
    private static final int TREE = 4;

    @Override
    public void handle(Context ctx) {
        tokens.checkBearer(ctx);
        var now = clock.instant();
        try (var lease = budget.lease()) {
            byte[] body = Bodies.bytes(ctx, Limit.AI, lease);
            lease.grow((long) body.length * TREE);
            var parts = MultipartBody.parts(body, ctx.header("Content-Type"));
            var event = event(parts, lease);
            intake.row(event, ClockSkew.of(now, event.path("sent_at"), ctx))
                    .ifPresent(row -> store.append(List.of(row)));
            ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(answer(parts)));
        }
    }

    private static ObjectNode event(List<Part> parts, Budget.Lease lease) {
        if (parts.isEmpty() || !parts.getFirst().name().equals(EVENT)) {
            throw Refusal.badRequest("the first part must be 'event'");
        }
        var first = parts.getFirst();
        if (first.content().length > LARGEST_EVENT) {
            throw Refusal.tooLarge("the part 'event' is larger than 32 KiB; send long properties as parts");
        }
        var event = object(first, lease);
        if (event.has("properties")) {
            throw Refusal.badRequest("the part 'event' has properties; send them as the part 'event.properties'");
        }
        if (!event.path("event").asString("").startsWith("$ai_")) {
            throw Refusal.badRequest("this path takes events whose names begin with $ai_; send others to /batch/");
        }
        var properties = event.putObject("properties");
        long near = first.content().length;
        for (var part : parts.subList(1, parts.size())) {
            if (part.name().equals(PROPERTIES)) {
                near += part.content().length;
                object(part, lease).properties().forEach(entry -> add(properties, entry.getKey(), entry.getValue()));
            } else {
                add(properties, blobName(part), blob(part, lease));
            }
        }
        if (near > LARGEST_NEAR) {
            throw Refusal.tooLarge("'event' and 'event.properties' are larger than 960 KiB; send long ones as parts");
        }
        return event;
    }

    private static void add(ObjectNode properties, String name, JsonNode value) {
        if (properties.has(name)) {
            throw Refusal.badRequest("the property '%s' comes twice".formatted(Refusal.quoted(name)));
        }
        properties.set(name, value);
    }

    private static String blobName(Part part) {
        if (!part.name().startsWith(BLOB) || part.name().length() == BLOB.length()) {
            throw Refusal.badRequest("a part is called '%s'; send event, event.properties or event.properties.NAME"
                    .formatted(Refusal.quoted(part.name())));
        }
        return part.name().substring(BLOB.length());
    }

    private static JsonNode blob(Part part, Budget.Lease lease) {
        byte[] content = unpacked(part, lease);
        if (content.length == 0) {
            throw Refusal.badRequest("the part '%s' is empty".formatted(Refusal.quoted(part.name())));
        }
        if (content.length > Limit.AI.event()) {
            throw Refusal.tooLarge("a part is larger than %d MiB".formatted(Limit.AI.event() >> 20));
        }
        var type = part.type().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json" -> value(content, lease);
            case "text/plain" -> JsonNodeFactory.instance.stringNode(new String(content, StandardCharsets.UTF_8));
            case "application/octet-stream" -> JsonNodeFactory.instance.stringNode(textOrBase64(content));
            default ->
                throw Refusal.badRequest(
                        "the part '%s' has Content-Type '%s'; send application/json, text/plain or application/octet-stream"
                                .formatted(Refusal.quoted(part.name()), Refusal.quoted(type)));
        };
    }

    /** Any JSON value, also a text or a number by itself. */
    private static JsonNode value(byte[] content, Budget.Lease lease) {
        var open = "[".getBytes(StandardCharsets.US_ASCII);
        byte[] listed = ByteBuffer.allocate(content.length + 2)
                .put(open)
                .put(content)
                .put((byte) ']')
                .array();
        var list = Bodies.json(listed, lease).root();
        if (list.size() != 1) {
            throw Refusal.badRequest("a part of application/json holds no single JSON value");
        }
        return list.get(0);
    }

    private static String textOrBase64(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return Base64.getEncoder().encodeToString(content);
        }
    }

    private static ObjectNode object(Part part, Budget.Lease lease) {
        byte[] content = unpacked(part, lease);
        if (value(content, lease) instanceof ObjectNode object) {
            return object;
        }
        throw Refusal.badRequest("the part '%s' must be a JSON object".formatted(Refusal.quoted(part.name())));
    }

    private static byte[] unpacked(Part part, Budget.Lease lease) {
        return part.encoding().isEmpty()
                ? part.content()
                : Bodies.unpacked(part.content(), part.encoding(), Limit.AI, lease);
    }

    private static ObjectNode answer(List<Part> parts) {
        var answer = JsonNodeFactory.instance.objectNode();
        var accepted = answer.putArray("accepted_parts");
        for (var part : parts) {
            accepted.addObject()
                    .put("name", part.name())
                    .put("length", part.content().length)
                    .put("content-type", part.type().isEmpty() ? null : part.type())
                    .put("content-encoding", part.encoding().isEmpty() ? null : part.encoding());
        }
        return answer;
    }
}
