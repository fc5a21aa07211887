package io.nightglass.server.page.trace;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message of a conversation, or anything else with a speaker.
 *
 * @param isOutput whether it came out rather than went in
 */
public record Said(String who, List<Block> blocks, boolean isOutput) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 60_000;

    /** A piece of text or of code. @param left how many characters are not shown */
    public record Block(String text, boolean isCode, int left) {
        static Block of(String text, boolean isCode) {
            int most = Math.min(text.length(), LONGEST);
            return new Block(text.substring(0, most), isCode, text.length() - most);
        }
    }

    /** A value someone is shown to have said: text, or JSON laid out. Text that holds JSON counts as JSON. */
    static Said of(String who, JsonNode value, boolean isOutput) {
        return new Said(who, List.of(block(value)), isOutput);
    }

    /** The messages in {@code value}, which is what wrappers send: a list of them, one, or plain text. */
    static List<Said> messages(JsonNode value, String unnamed, boolean isOutput) {
        var said = new ArrayList<Said>();
        for (var message : value.isArray() ? value : JSON.createArrayNode().add(value)) {
            var role = message.path("role").asString("");
            var blocks = new ArrayList<Block>();
            if (message.isObject() && message.has("content")) {
                var content = message.path("content");
                for (var part :
                        content.isArray() ? content : JSON.createArrayNode().add(content)) {
                    if (!part.isNull()) {
                        blocks.add(part(part));
                    }
                }
                if (!message.path("tool_calls").isMissingNode()) {
                    blocks.add(block(message.path("tool_calls")));
                }
            } else {
                blocks.add(block(message));
            }
            said.add(new Said(isOutput ? "model" : role.isEmpty() ? unnamed : role, blocks, isOutput));
        }
        return said;
    }

    private static Block part(JsonNode part) {
        var text = part.path("text");
        return part.isObject() && text.isString() ? block(text) : block(part);
    }

    private static Block block(JsonNode value) {
        if (!value.isString()) {
            return Block.of(laidOut(value), true);
        }
        var text = value.stringValue();
        var stripped = text.strip();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            try {
                return Block.of(laidOut(JSON.readTree(stripped)), true);
            } catch (JacksonException e) {
                return Block.of(text, false); // begins like JSON and is none
            }
        }
        return Block.of(text, false);
    }

    static String laidOut(JsonNode value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }
}
