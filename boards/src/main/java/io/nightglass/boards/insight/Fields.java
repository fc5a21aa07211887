package io.nightglass.boards.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One JSON object of a question, read field by field. What nobody asked for by the {@linkplain #end() end} is refused:
 * a field that is not understood could change the answer. A null field is one that was not sent.
 */
final class Fields {
    private static final int MOST_ITEMS = 1_000;

    private final JsonNode node;
    private final String path;
    private final Writings writings;
    private final Set<String> known = new TreeSet<>();

    private Fields(JsonNode node, String path, Writings writings) {
        this.node = node;
        this.path = path;
        this.writings = writings;
    }

    /** A whole question. @param writings what is found written in its fields, to begin with nothing */
    static Fields of(JsonNode node, String path, Writings writings) {
        if (!node.isObject()) {
            throw new BadFieldException(path.isEmpty() ? "query" : path, "is no object; write {...}");
        }
        return new Fields(node, path, writings);
    }

    /** An object somewhere within this one. */
    Fields inner(JsonNode object, String at) {
        return of(object, at, writings);
    }

    /** What is written in HogQL in these fields and all around. */
    Writings writings() {
        return writings;
    }

    /** Fields that are for a screen, or for somebody else: nothing in them changes the answer. */
    Fields passing(String... names) {
        known.addAll(List.of(names));
        return this;
    }

    boolean has(String name) {
        known.add(name);
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    JsonNode raw(String name) {
        known.add(name);
        return node.path(name);
    }

    @Nullable
    String text(String name) {
        if (!has(name)) {
            return null;
        }
        if (!node.path(name).isString()) {
            throw bad(name, "is no text");
        }
        return node.path(name).stringValue();
    }

    String text(String name, String otherwise) {
        var text = text(name);
        return text == null ? otherwise : text;
    }

    boolean truth(String name) {
        if (!has(name)) {
            return false;
        }
        if (!node.path(name).isBoolean()) {
            throw bad(name, "is neither true nor false");
        }
        return node.path(name).booleanValue();
    }

    /** A whole number from {@code least} to {@code most}. */
    int whole(String name, int otherwise, int least, int most) {
        if (!has(name)) {
            return otherwise;
        }
        var number = node.path(name);
        if (!number.isIntegralNumber()
                || !number.canConvertToInt()
                || number.intValue() < least
                || number.intValue() > most) {
            throw bad(name, "is no whole number from %d to %d".formatted(least, most));
        }
        return number.intValue();
    }

    /** One of the keys of {@code choices}, small and capital letters alike. */
    <T> T choice(String name, String otherwise, Map<String, T> choices) {
        var text = text(name, otherwise);
        var choice = choices.get(text);
        if (choice == null) {
            choice = choices.get(text.toLowerCase(Locale.ROOT));
        }
        if (choice == null) {
            throw bad(
                    name,
                    "%s is not known here; there are %s"
                            .formatted(
                                    BadFieldException.quoted(text),
                                    String.join(", ", new TreeSet<>(choices.keySet()))));
        }
        return choice;
    }

    @Nullable
    Fields object(String name) {
        return has(name) ? inner(node.path(name), at(name)) : null;
    }

    /** The object, or an empty one. */
    Fields objectOrEmpty(String name) {
        var object = object(name);
        return object == null ? new Fields(JsonNodeFactory.instance.objectNode(), at(name), writings) : object;
    }

    List<Fields> objects(String name) {
        var objects = new ArrayList<Fields>();
        for (var item : items(name)) {
            objects.add(inner(item, at(name, objects.size())));
        }
        return List.copyOf(objects);
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (!item.isString()) {
                throw new BadFieldException(at(name, texts.size()), "is no text");
            }
            texts.add(item.stringValue());
        }
        return List.copyOf(texts);
    }

    private List<JsonNode> items(String name) {
        if (!has(name)) {
            return List.of();
        }
        if (!node.path(name).isArray()) {
            throw bad(name, "is no list; write [...]");
        }
        if (node.path(name).size() > MOST_ITEMS) {
            throw bad(name, "has more than %d items".formatted(MOST_ITEMS));
        }
        return List.copyOf(node.path(name).values());
    }

    /** Refuses the field when it was sent with anything but null, false or nothing in it. */
    void refuse(String name, String complaint) {
        var value = raw(name);
        boolean empty = value.isMissingNode()
                || value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isContainer() && value.isEmpty();
        if (!empty) {
            throw bad(name, complaint);
        }
    }

    BadFieldException bad(String name, String complaint) {
        return new BadFieldException(at(name), complaint);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of an item of a list. */
    String at(String name, int place) {
        return "%s[%d]".formatted(at(name), place);
    }

    String path() {
        return path;
    }

    boolean isEmpty() {
        return node.isEmpty();
    }

    /** Refuses what was sent and not understood. */
    void end() {
        for (var entry : node.properties()) {
            if (!known.contains(entry.getKey()) && !entry.getValue().isNull()) {
                throw bad(
                        entry.getKey(),
                        "is not supported here, and leaving it out of account could change the answer; known are "
                                + String.join(", ", known));
            }
        }
    }
}
