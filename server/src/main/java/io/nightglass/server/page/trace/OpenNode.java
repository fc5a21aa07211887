package io.nightglass.server.page.trace;

import io.nightglass.boards.Asker;
import io.nightglass.boards.trace.Item;
import io.nightglass.boards.trace.TraceEvent;
import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Kind;
import io.nightglass.catalog.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A node with everything that was sent.
 *
 * @param said what stands on its first tab: messages, arguments and result, a rationale; may be empty
 * @param properties of its event, and of a tool's return
 */
public record OpenNode(Line line, List<Fact> facts, List<Said> said, List<Properties> properties) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LONG_TEXTS = Catalog.properties().stream()
            .filter(property -> property.kind() == Kind.LONG_TEXT)
            .map(Property::name)
            .toList();

    /** What one event carried. */
    public record Properties(TraceEvent event, JsonNode sent) {
        public String laidOut() {
            return Said.laidOut(sent);
        }
    }

    /** Blocks for a question, or two for a tool. */
    public static OpenNode of(Line line, Asker asker) {
        var item = line.item();
        var properties = new ArrayList<Properties>();
        properties.add(new Properties(item.event(), sent(item.event(), asker)));
        var returned = item.returned();
        if (returned != null) {
            properties.add(new Properties(returned, sent(returned, asker)));
        }
        var first = properties.getFirst().sent();
        var last = properties.getLast().sent();
        return new OpenNode(line, NodeFacts.of(item, first, last), said(item, first, last), properties);
    }

    public Item item() {
        return line.item();
    }

    public int count() {
        return properties.stream().mapToInt(event -> event.sent().size()).sum();
    }

    /** All of it as it was sent, for copying. */
    public String raw() {
        if (properties.size() == 1) {
            return Said.laidOut(event(properties.getFirst()));
        }
        var both = JSON.createArrayNode();
        properties.forEach(event -> both.add(event(event)));
        return Said.laidOut(both);
    }

    private static JsonNode event(Properties of) {
        var json = JSON.createObjectNode();
        json.put("uuid", of.event().uuid().toString());
        json.put("event", of.event().event());
        json.put("timestamp", of.event().at().toString());
        json.set("properties", of.sent());
        return json;
    }

    /** Long texts lie apart and have to be asked for by name. */
    private static JsonNode sent(TraceEvent event, Asker asker) {
        var longTexts = event.event().startsWith("$ai_") ? LONG_TEXTS : List.<String>of();
        var columns = longTexts.stream().map(name -> ", properties.%s AS %s".formatted(name, name.substring(1)));
        var rows = asker.rows(
                "SELECT properties%s FROM events WHERE timestamp = {at} AND uuid = {uuid}"
                        .formatted(columns.collect(Collectors.joining())),
                Map.of("at", event.at(), "uuid", event.uuid().toString()));
        var sent = JSON.createObjectNode();
        for (var row : rows) {
            var text = row.text("properties");
            if (text != null && parsed(text) instanceof ObjectNode whole) {
                sent.setAll(whole);
            }
            for (var name : longTexts) {
                var value = row.text(name.substring(1));
                if (value != null) {
                    sent.set(name, parsed(value));
                }
            }
        }
        return sent;
    }

    /** JSON, or a text that is none. */
    private static JsonNode parsed(String text) {
        try {
            return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : StringNode.valueOf(text);
        } catch (JacksonException e) {
            return StringNode.valueOf(text);
        }
    }

    private static List<Said> said(Item item, JsonNode sent, JsonNode returned) {
        var said = new ArrayList<Said>();
        switch (item.kind()) {
            case CALL -> {
                if (isSaid(sent.path("$ai_instructions"))) {
                    said.add(Said.of("system", sent.path("$ai_instructions"), false));
                }
                if (isSaid(sent.path("$ai_input"))) {
                    said.addAll(Said.messages(sent.path("$ai_input"), "input", false));
                }
                if (isSaid(sent.path("$ai_output_choices"))) {
                    said.addAll(Said.messages(sent.path("$ai_output_choices"), "model", true));
                }
                add(said, "error", sent, "$ai_error", true);
            }
            case SPAN -> {
                add(said, "input", sent, "$ai_input_state", false);
                add(said, "output", sent, "$ai_output_state", true);
                add(said, "error", sent, "$ai_error", true);
            }
            case TOOL -> {
                add(said, "arguments", sent, "args_json", false);
                add(said, "result", returned, "result", true);
                add(said, "error", returned, "error", true);
            }
            case EVAL_CASE -> add(said, "rationale", sent, "rationale", true);
            case RETRY -> {
                add(said, "cause", sent, "cause", false);
                add(said, "before", sent, "prior_error", true);
            }
            case EVAL_RUN, EVENT -> {
                for (var name : List.of("plan", "next_action", "verdict", "issues", "description", "reason")) {
                    add(said, name.replace('_', ' '), sent, name, false);
                }
            }
        }
        return said;
    }

    private static void add(List<Said> said, String who, JsonNode sent, String name, boolean isOutput) {
        if (isSaid(sent.path(name))) {
            said.add(Said.of(who, sent.path(name), isOutput));
        }
    }

    private static boolean isSaid(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
