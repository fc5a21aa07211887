package io.nightglass.server.page.query;

import io.nightglass.server.edge.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a placeholder of a question stands for, as somebody typed it.
 *
 * @param name without its braces: {@code project}, {@code variables.least}
 */
public record Given(String name, Kind kind, String text) {
    /** What an address calls the text of a placeholder, and its kind. */
    public static final String TEXT = "v.";

    public static final String KIND = "t.";
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** As what a text is taken. */
    public enum Kind {
        TEXT("text"),
        NUMBER("number"),
        TRUTH("true/false"),
        LIST("list"),
        NULL("null");

        private static final Map<String, Kind> NAMED =
                Arrays.stream(values()).collect(Collectors.toMap(Kind::title, Function.identity()));
        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** All of them, for a script. */
        public static String titles() {
            return Arrays.stream(values()).map(Kind::title).collect(Collectors.joining(","));
        }
    }

    /** Nothing was typed yet. */
    static Given nothing(String name) {
        return new Given(name, Kind.TEXT, "");
    }

    /** Those of an address, by name. */
    static List<Given> of(Map<String, List<String>> parameters) {
        Set<String> names = new TreeSet<>();
        for (var name : parameters.keySet()) {
            if (name.length() > TEXT.length() && (name.startsWith(TEXT) || name.startsWith(KIND))) {
                names.add(name.substring(TEXT.length()));
            }
        }
        return names.stream()
                .map(name -> new Given(
                        name,
                        Kind.NAMED.getOrDefault(first(parameters, KIND + name), Kind.TEXT),
                        first(parameters, TEXT + name)))
                .toList();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** As the API is sent it. @throws Refusal when the text is nothing of its kind */
    JsonNode value() {
        return switch (kind) {
            case TEXT -> JsonNodeFactory.instance.stringNode(text);
            case NUMBER -> number();
            case TRUTH -> truth();
            case LIST -> list();
            case NULL -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode number() {
        var digits = text.strip();
        if (!NUMBER.matcher(digits).matches()) {
            throw wrong("no number");
        }
        return digits.matches("[+-]?\\d{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(digits))
                : JsonNodeFactory.instance.numberNode(Double.parseDouble(digits));
    }

    private JsonNode truth() {
        return switch (text.strip()) {
            case "true" -> JsonNodeFactory.instance.booleanNode(true);
            case "false" -> JsonNodeFactory.instance.booleanNode(false);
            default -> throw wrong("neither true nor false");
        };
    }

    /** JSON, or texts with commas between them. */
    private JsonNode list() {
        if (!text.strip().startsWith("[")) {
            var list = JsonNodeFactory.instance.arrayNode();
            Arrays.stream(text.split(",")).map(String::strip).forEach(list::add);
            return list;
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw wrong("no list; write a, b or [1, 2]");
        }
    }

    private Refusal wrong(String what) {
        return Refusal.badField(
                "values",
                "invalid_input",
                "the value of {%s}, '%s', is %s".formatted(Refusal.quoted(name), Refusal.quoted(text), what));
    }
}
