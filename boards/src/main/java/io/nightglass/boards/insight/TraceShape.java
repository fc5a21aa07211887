package io.nightglass.boards.insight;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Kind;
import io.nightglass.catalog.Property;
import io.nightglass.store.Table;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Traces as PostHog writes them.
 *
 * @param cells how a cell is written
 * @param hogql the question for their events
 */
record TraceShape(Function<@Nullable Object, JsonNode> cells, int limit, int offset, String hogql) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Texts of model calls lie apart and are asked for by name. */
    static final List<String> TEXTS = Catalog.properties().stream()
            .filter(property -> property.kind() == Kind.LONG_TEXT)
            .map(Property::name)
            .filter(name -> name.startsWith("$ai_"))
            .toList();

    private static final int TEXTS_AT = 5;
    private static final List<String> FIGURES = List.of(
            "id",
            "createdAt",
            "distinctId",
            "aiSessionId",
            "totalLatency",
            "inputTokens",
            "outputTokens",
            "inputCost",
            "outputCost",
            "totalCost",
            "inputState",
            "outputState",
            "traceName",
            "errorCount",
            "person");

    /** @param tables of the traces, and of their events by time */
    ObjectNode of(List<Table> tables) {
        var events = new HashMap<String, ArrayNode>();
        for (var row : tables.getLast().rows()) {
            events.computeIfAbsent(String.valueOf(row.getFirst()), id -> JSON.createArrayNode())
                    .add(event(row));
        }
        var json = JSON.createObjectNode();
        var columns = json.putArray("columns");
        FIGURES.forEach(columns::add);
        columns.add("events");
        var results = json.putArray("results");
        var traces = tables.getFirst().rows();
        for (var row : traces.subList(0, Math.min(limit, traces.size()))) {
            var trace = trace(row);
            trace.set("events", events.getOrDefault(String.valueOf(row.getFirst()), JSON.createArrayNode()));
            results.add(trace);
        }
        json.put("hasMore", traces.size() > limit || tables.getFirst().hasMore());
        json.put("limit", limit);
        json.put("offset", offset);
        json.put("hogql", hogql);
        return json;
    }

    private ObjectNode trace(List<@Nullable Object> row) {
        var trace = JSON.createObjectNode();
        for (int i = 0; i < FIGURES.size(); i++) {
            trace.set(FIGURES.get(i), cells.apply(row.get(i)));
        }
        for (var state : List.of("inputState", "outputState")) {
            trace.set(state, parsed(trace.path(state)));
        }
        var person = JSON.createObjectNode();
        person.set("uuid", trace.path("person"));
        person.set("distinct_id", trace.path("distinctId"));
        person.set("created_at", trace.path("createdAt"));
        person.putObject("properties");
        trace.set("person", person);
        return trace;
    }

    private ObjectNode event(List<@Nullable Object> row) {
        var event = JSON.createObjectNode();
        event.set("id", cells.apply(row.get(1)));
        event.set("event", cells.apply(row.get(2)));
        event.set("createdAt", cells.apply(row.get(3)));
        var properties = parsed(cells.apply(row.get(4)));
        for (int i = 0; i < TEXTS.size(); i++) {
            if (row.get(TEXTS_AT + i) != null && properties instanceof ObjectNode object) {
                object.set(TEXTS.get(i), parsed(cells.apply(row.get(TEXTS_AT + i))));
            }
        }
        event.set("properties", properties);
        return event;
    }

    /** JSON that is told as text; other text as it is. */
    private static JsonNode parsed(JsonNode value) {
        var text = value.asString("");
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return value;
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return value;
        }
    }
}
