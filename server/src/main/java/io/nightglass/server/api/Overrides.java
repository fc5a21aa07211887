package io.nightglass.server.api;

import io.nightglass.server.edge.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code filters_override} and {@code variables_override}: what a dashboard says instead of its tiles. Dates take the place
 * of the question's, properties are asked for beside the question's own, and a variable has the value given last.
 */
final class Overrides {
    private Overrides() {}

    /** The {@code query} of {@code body}, as it is meant with the overrides beside it. */
    static JsonNode applied(JsonNode body) {
        var query = body.path("query");
        if (!(query instanceof ObjectNode object)) {
            return query;
        }
        var filters = given(body, "filters_override");
        var variables = given(body, "variables_override");
        return filters == null && variables == null ? query : applied(object.deepCopy(), filters, variables);
    }

    private static ObjectNode applied(ObjectNode query, @Nullable ObjectNode filters, @Nullable ObjectNode variables) {
        if (query.path("source") instanceof ObjectNode source) {
            query.set("source", applied(source, filters, variables));
            return query;
        }
        boolean isHogql = query.path("kind").asString("").equals("HogQLQuery");
        if (filters != null) {
            filter(isHogql ? query.withObject("/filters") : query, filters);
        }
        if (isHogql && variables != null) {
            var all = query.withObject("/variables");
            variables.properties().forEach(variable -> all.set(variable.getKey(), variable.getValue()));
        }
        return query;
    }

    private static void filter(ObjectNode into, ObjectNode filters) {
        var range = filters.path("dateRange") instanceof ObjectNode whole ? whole : dates(filters);
        if (!range.isEmpty()) {
            into.set("dateRange", range);
        }
        if (filters.path("properties").isArray() && !filters.path("properties").isEmpty()) {
            var all = into.path("properties").isArray() ? into.withArray("/properties") : into.putArray("properties");
            all.addAll(filters.withArray("/properties"));
        }
        if (filters.path("filterTestAccounts").isBoolean()) {
            into.set("filterTestAccounts", filters.path("filterTestAccounts"));
        }
    }

    /** As dashboards write them: {@code date_from} and {@code date_to} beside each other. */
    private static ObjectNode dates(ObjectNode filters) {
        var range = JsonMapper.shared().createObjectNode();
        for (var name : new String[] {"date_from", "date_to"}) {
            if (filters.path(name).isString()) {
                range.set(name, filters.path(name));
            }
        }
        return range;
    }

    private static @Nullable ObjectNode given(JsonNode body, String name) {
        var node = body.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node instanceof ObjectNode object) {
            return object.isEmpty() ? null : object;
        }
        throw Refusal.badField(name, "invalid_input", name + " is no object; write {...}");
    }
}
