package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The {@code values} of a query, as the compiler takes them for {@code {name}}. */
final class Placeholders {
    private Placeholders() {}

    /**
     * @param field where they were sent, for complaints
     * @throws Refusal 400 for a value that cannot stand in a query
     */
    static Map<String, @Nullable Object> of(String field, JsonNode values) {
        if (!values.isMissingNode() && !values.isNull() && !values.isObject()) {
            throw Refusal.badField(field, "invalid_input", field + " is no object; write {\"name\": value}");
        }
        var filled = new HashMap<String, @Nullable Object>();
        values.properties().forEach(entry -> filled.put(entry.getKey(), value(entry.getKey(), entry.getValue())));
        return filled;
    }

    static @Nullable Object value(String name, JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER ->
                node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : (Object) node.doubleValue();
            case ARRAY -> list(name, node);
            case OBJECT, BINARY, POJO ->
                throw Refusal.badField(
                        name.startsWith("variables.") ? "variables" : "values",
                        "invalid_input",
                        "the value of {%s} must be text, a number, true, false, null or a list of such"
                                .formatted(Refusal.quoted(name)));
        };
    }

    private static List<@Nullable Object> list(String name, JsonNode array) {
        var list = new ArrayList<@Nullable Object>();
        array.values().forEach(element -> list.add(value(name, element)));
        return list;
    }
}
