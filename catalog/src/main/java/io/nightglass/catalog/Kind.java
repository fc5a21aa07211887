package io.nightglass.catalog;

import tools.jackson.databind.JsonNode;

/** How the value of a property is kept and compared. {@link Values} has the values themselves. */
public enum Kind {
    /** A string; numbers and booleans sent in its place are kept as their JSON text. */
    TEXT,
    /** A string or JSON of any size (prompts, completions), kept apart from the event's row. */
    LONG_TEXT,
    /** A finite double; a string that parses as one counts as one. */
    NUMBER,
    /** A whole number that fits 64 bits; a string that parses as one counts as one. */
    INTEGER,
    /** true or false; the strings {@code true} and {@code false} count. */
    BOOLEAN,
    /** An array or object, kept as JSON text; a string that holds one counts as one. */
    JSON;

    /** Whether {@code value}, which is not null, is one of these. */
    boolean fits(JsonNode value) {
        return switch (this) {
            case TEXT -> value.isString() || value.isNumber() || value.isBoolean();
            case LONG_TEXT -> true;
            case NUMBER -> isFinite(value) || Values.number(value) != null;
            case INTEGER -> value.isIntegralNumber() && value.canConvertToLong() || Values.integer(value) != null;
            case BOOLEAN -> value.isBoolean() || Values.truth(value) != null;
            case JSON -> value.isContainer() || value.isString() && holdsJson(value.stringValue());
        };
    }

    private static boolean isFinite(JsonNode value) {
        return value.isNumber() && Double.isFinite(value.doubleValue());
    }

    private static boolean holdsJson(String text) {
        return !text.isEmpty() && (text.charAt(0) == '[' || text.charAt(0) == '{');
    }
}
