package io.nightglass.server.redaction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes out of events what the user does not want kept: by name, and by what a text looks like; in names and values, at any
 * depth, and within JSON that is told as text. Safe to share.
 */
public final class Redaction {
    /** Texts within texts within texts: further down only the text itself is searched. */
    private static final int DEEPEST_TEXT = 6;

    private static final Set<String> IDS =
            Set.of("distinct_id", "$distinct_id", "$anon_distinct_id", "alias", "user_id", "$user_id");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(500)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final RedactionRules rules;
    private final Secrets secrets;

    public Redaction(RedactionRules rules) {
        this.rules = rules;
        this.secrets = new Secrets(rules);
    }

    /** An event as it came, cleaned in place. */
    public void clean(JsonNode event) {
        if (rules.areEmpty() || !(event instanceof ObjectNode object)) {
            return;
        }
        // These two are no text once read, and an event would be lost with them.
        var uuid = object.remove("uuid");
        var timestamp = object.remove("timestamp");
        for (var entry : List.copyOf(object.properties())) {
            object.set(entry.getKey(), property(entry, 0)); // names are the protocol's here
        }
        if (uuid != null) {
            object.set("uuid", uuid);
        }
        if (timestamp != null) {
            object.set("timestamp", timestamp);
        }
    }

    /** A line that is about to be written somewhere. */
    public String clean(String text) {
        return rules.areEmpty() ? text : secrets.outOf(text);
    }

    private JsonNode cleaned(JsonNode node, int texts) {
        return switch (node) {
            case ObjectNode object -> object(object, texts);
            case ArrayNode array -> array(array, texts);
            case StringNode string -> {
                String clean = text(string.stringValue(), texts);
                yield clean.equals(string.stringValue()) ? string : StringNode.valueOf(clean);
            }
            default -> node;
        };
    }

    private ObjectNode object(ObjectNode object, int texts) {
        for (var entry : List.copyOf(object.properties())) {
            var clean = property(entry, texts);
            var name = secrets.outOf(entry.getKey());
            if (!name.equals(entry.getKey())) {
                object.remove(entry.getKey());
                object.set(name, clean);
            } else if (clean != entry.getValue()) {
                object.set(name, clean);
            }
        }
        return object;
    }

    private JsonNode property(Map.Entry<String, JsonNode> entry, int texts) {
        var value = entry.getValue();
        if (rules.properties().contains(entry.getKey())) {
            return value.isNull() ? value : mark(entry);
        }
        if (IDS.contains(entry.getKey()) && value.isString()) {
            return StringNode.valueOf(secrets.outOfId(value.stringValue()));
        }
        return cleaned(value, texts);
    }

    private static JsonNode mark(Map.Entry<String, JsonNode> entry) {
        return JsonNodeFactory.instance.stringNode(
                IDS.contains(entry.getKey())
                        ? "[redacted-" + Secrets.digest(entry.getValue().asString("")) + "]"
                        : Secrets.MARK);
    }

    private ArrayNode array(ArrayNode array, int texts) {
        for (int i = 0; i < array.size(); i++) {
            var clean = cleaned(array.get(i), texts);
            if (clean != array.get(i)) {
                array.set(i, clean);
            }
        }
        return array;
    }

    /** JSON is cleaned as JSON, for it may hide a secret behind an escape, or name it. */
    private String text(String text, int texts) {
        if (texts < DEEPEST_TEXT && mayBeJson(text)) {
            try {
                var inner = JSON.readTree(text);
                var before = inner.toString();
                var after = cleaned(inner, texts + 1).toString();
                return secrets.outOf(after.equals(before) ? text : after);
            } catch (JacksonException e) {
                return secrets.outOfBroken(text);
            }
        }
        return secrets.outOf(text);
    }

    private static boolean mayBeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c)) {
                return c == '{' || c == '[' || c == '"';
            }
        }
        return false;
    }
}
