package io.nightglass.catalog;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value is worth as a {@link Kind}. Null means it is not one: senders are not trusted, so a number may come as
 * text and anything may come instead of a number. Text is a number when all of it, blanks around it apart, is a decimal
 * number with a finite value; booleans never are.
 */
public final class Values {
    /** A text longer than this is no number, however many digits it has. */
    private static final int LONGEST_NUMBER = 400;

    private Values() {}

    /** The finite number in {@code node}, or null. */
    public static @Nullable Double number(JsonNode node) {
        if (node.isNumber()) {
            double value = node.doubleValue(Double.NaN);
            return Double.isFinite(value) ? value : null;
        }
        return node.isString() ? number(node.stringValue()) : null;
    }

    /** The whole number in {@code node} when it fits 64 bits ({@code 3.0} and {@code "3"} are 3), or null. */
    public static @Nullable Long integer(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? node.longValue() : null;
        }
        Double value = number(node);
        if (value == null || value != Math.rint(value) || Math.abs(value) >= 0x1p63) {
            return null;
        }
        return node.isString() ? exact(node.stringValue().strip(), value) : value.longValue();
    }

    /** A double has 53 bits; digits alone are read without it. */
    private static long exact(String text, double value) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return (long) value;
        }
    }

    /** true or false, or the texts {@code true} and {@code false}; else null. */
    public static @Nullable Boolean truth(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isString()) {
            return switch (node.stringValue()) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> null;
            };
        }
        return null;
    }

    /** The text of a string, number or boolean; null for an array or object. */
    public static @Nullable String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isNumber() || node.isBoolean() ? node.toString() : null;
    }

    /** The finite number {@code text} spells, or null. */
    public static @Nullable Double number(String text) {
        var stripped = text.length() > LONGEST_NUMBER ? "" : text.strip();
        if (!isDecimal(stripped)) {
            return null; // parseDouble would also take 1d, 0x1p3 and NaN
        }
        try {
            double value = Double.parseDouble(stripped);
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
