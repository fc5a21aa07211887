package io.nightglass.server.page.calls;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool that a model was offered.
 *
 * @param description "" when it has none
 * @param schema what it takes, laid out; the whole tool when nothing in it looks like that
 */
public record Tool(String name, String description, String schema) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 60_000;
    private static final List<String> SCHEMAS =
            List.of("parameters", "input_schema", "inputSchema", "parametersJsonSchema");

    /** The tools in {@code value}, which wrappers send as their provider takes them: a list, or lists in a list. */
    static List<Tool> of(JsonNode value) {
        var tools = new ArrayList<Tool>();
        add(tools, value.isString() ? parsed(value) : value);
        return tools;
    }

    private static void add(List<Tool> tools, JsonNode value) {
        if (value.isArray()) {
            value.forEach(tool -> add(tools, tool));
        } else if (value.path("functionDeclarations").isArray()) {
            add(tools, value.path("functionDeclarations"));
        } else if (value.path("function_declarations").isArray()) {
            add(tools, value.path("function_declarations"));
        } else if (!value.isMissingNode() && !value.isNull()) {
            tools.add(one(value));
        }
    }

    private static Tool one(JsonNode tool) {
        var function = tool.path("function").isObject() ? tool.path("function") : tool;
        var schema = SCHEMAS.stream()
                .map(function::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(tool);
        return new Tool(
                function.path("name").asString(tool.path("type").asString("tool")),
                cut(function.path("description").asString("")),
                cut(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema)));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static JsonNode parsed(JsonNode text) {
        try {
            return JSON.readTree(text.stringValue());
        } catch (JacksonException e) {
            return text;
        }
    }
}
