package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code POST .../query/} was sent.
 *
 * @param query with what overrides it put in its place
 * @param id the asker's name for it, {@code client_query_id}, or one made here
 */
record QueryRequest(JsonNode query, RefreshMode mode, String id) {
    private static final int LONGEST_ID = 200;

    static QueryRequest of(JsonNode body) {
        return new QueryRequest(Overrides.applied(body), RefreshMode.of(body), id(body.path("client_query_id")));
    }

    private static String id(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return UUID.randomUUID().toString();
        }
        var id = sent.asString("");
        if (id.isBlank() || id.length() > LONGEST_ID || id.contains("/")) {
            throw Refusal.badField(
                    "client_query_id",
                    "invalid",
                    "the id must be a text of 1 to %d characters without a slash".formatted(LONGEST_ID));
        }
        return id;
    }

    /** The same for the same question, however its fields were ordered. */
    String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(JsonMapper.shared()
                            .writeValueAsString(sorted(query))
                            .getBytes(StandardCharsets.UTF_8));
            return "cache_" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var fields = new TreeMap<String, JsonNode>();
                object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
                yield JsonMapper.shared().createObjectNode().setAll(fields);
            }
            case ArrayNode array -> {
                var items = JsonMapper.shared().createArrayNode();
                array.values().forEach(item -> items.add(sorted(item)));
                yield items;
            }
            case JsonNode scalar -> scalar;
        };
    }
}
