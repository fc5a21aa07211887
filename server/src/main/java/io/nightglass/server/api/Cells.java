package io.nightglass.server.api;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A cell of an answer as JSON: numbers that are none are null; dates, moments and ids are ISO text. */
public final class Cells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Cells() {}

    public static JsonNode json(@Nullable Object cell) {
        return switch (cell) {
            case null -> NODES.nullNode();
            case String text -> NODES.stringNode(text);
            case Boolean truth -> NODES.booleanNode(truth);
            case Long number -> NODES.numberNode(number);
            case Integer number -> NODES.numberNode(number);
            case BigInteger number -> NODES.numberNode(number);
            case BigDecimal number -> NODES.numberNode(number);
            case Double number -> Double.isFinite(number) ? NODES.numberNode(number) : NODES.nullNode();
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(element -> array.add(json(element)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = NODES.objectNode();
                map.forEach((key, value) -> object.set(String.valueOf(key), json(value)));
                yield object;
            }
            case Object other -> NODES.stringNode(other.toString()); // LocalDate, Instant, UUID: ISO as they are
        };
    }
}
