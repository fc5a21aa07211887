package io.nightglass.server.edge;

import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Builds a tree from a parser's tokens without recursion, and charges every node to the request's lease: a megabyte of
 * empty objects is forty of them in memory.
 */
final class TreeReader {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int CONTAINER = 120;
    private static final int ENTRY = 64;
    private static final int SCALAR = 48;
    private static final int STEP = 64 << 10;

    private final JsonParser parser;
    private final Utf8Reader text;
    private final Budget.Lease lease;
    private final Deque<JsonNode> parents = new ArrayDeque<>();
    private long uncharged;
    private long elementStart;
    private long largestElement;

    TreeReader(JsonParser parser, Utf8Reader text, Budget.Lease lease) {
        this.parser = parser;
        this.text = text;
        this.lease = lease;
    }

    /** The next document, which must be an object or an array. */
    JsonDocument read() {
        var root = opened(parser.nextToken());
        long start = tokenStart();
        String name = "";
        var parent = root;
        while (true) {
            var token = parser.nextToken();
            if (token == null) {
                throw Refusal.badRequest("the JSON ends too early");
            }
            switch (token) {
                case PROPERTY_NAME -> name = parser.currentName();
                case START_OBJECT, START_ARRAY -> {
                    noteStart(parent);
                    var child = opened(token);
                    attach(parent, name, child);
                    parents.push(parent);
                    parent = child;
                }
                case END_OBJECT, END_ARRAY -> {
                    if (parents.isEmpty()) {
                        charge(STEP);
                        return new JsonDocument(root, end() - start, largestElement);
                    }
                    parent = parents.pop();
                    noteEnd(parent);
                }
                default -> attach(parent, name, scalar(token));
            }
        }
    }

    private JsonNode opened(JsonToken token) {
        charge(CONTAINER);
        return token == JsonToken.START_OBJECT ? NODES.objectNode() : NODES.arrayNode();
    }

    private void attach(JsonNode parent, String name, JsonNode child) {
        charge(ENTRY);
        switch (parent) {
            case ObjectNode object -> object.set(name, child);
            case ArrayNode array -> array.add(child);
            default -> throw new IllegalStateException("a scalar has no children");
        }
    }

    private JsonNode scalar(JsonToken token) {
        charge(SCALAR);
        return switch (token) {
            case VALUE_STRING -> StringNode.valueOf(parser.getString());
            case VALUE_NUMBER_INT -> Numbers.integer(parser);
            case VALUE_NUMBER_FLOAT -> Numbers.decimal(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    /** Of the lists, only the root and those one level below it hold events. */
    private void noteStart(JsonNode parent) {
        if (parents.size() <= 1 && parent.isArray()) {
            elementStart = tokenStart();
        }
    }

    private void noteEnd(JsonNode parent) {
        if (parents.size() <= 1 && parent.isArray()) {
            largestElement = Math.max(largestElement, end() - elementStart);
        }
    }

    private long tokenStart() {
        return parser.currentTokenLocation().getCharOffset() + text.bytesBeyondCharacters();
    }

    private long end() {
        return parser.currentLocation().getCharOffset() + text.bytesBeyondCharacters();
    }

    private void charge(int bytes) {
        uncharged += bytes;
        if (uncharged >= STEP) {
            lease.grow(uncharged);
            uncharged = 0;
        }
    }
}
