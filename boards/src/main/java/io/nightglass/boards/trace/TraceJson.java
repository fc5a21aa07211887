package io.nightglass.boards.trace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A trace for programs: {@code {round_id, started_at, duration_ms, verdict, cost_usd, events, nodes}}. */
public final class TraceJson {
    private static final long MICROS = 1000;

    private TraceJson() {}

    /** Times in milliseconds, whole where they are; {@code start_ms} counts from {@code started_at}. */
    public static ObjectNode of(Trace trace) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("round_id", trace.round());
        json.put("started_at", trace.startedAt().toString());
        milliseconds(json, "duration_ms", trace.duration());
        json.put("verdict", trace.verdict().wire());
        json.put("cost_usd", trace.cost());
        json.put("events", trace.events());
        if (trace.leftOut() > 0) {
            json.put("events_left_out", trace.leftOut());
        }
        var nodes = json.putArray("nodes");
        trace.nodes().forEach(node -> add(nodes, node, trace.start()));
        return json;
    }

    private static void add(ArrayNode array, Node node, long start) {
        var item = node.item();
        var json = array.addObject();
        json.put("id", item.id());
        json.put("kind", item.kind().wire());
        json.put("name", item.name());
        json.put("event", item.event().event());
        milliseconds(json, "start_ms", item.extent().start() - start);
        milliseconds(json, "duration_ms", item.extent().duration());
        json.put("cost_usd", item.cost());
        json.put("ok", item.ok());
        json.put("agent", item.agent());
        json.put("model", item.event().labels().model());
        json.put("problem", item.problem());
        var uuids = json.putArray("uuids");
        item.uuids().forEach(uuid -> uuids.add(uuid.toString()));
        if (!node.placed()) {
            json.put("unplaced", true);
        }
        var children = json.putArray("children");
        node.children().forEach(child -> add(children, child, start));
    }

    private static void milliseconds(ObjectNode json, String name, @Nullable Long micros) {
        if (micros == null) {
            json.putNull(name);
        } else if (micros % MICROS == 0) {
            json.put(name, micros / MICROS);
        } else {
            json.put(name, micros / (double) MICROS);
        }
    }
}
