package io.nightglass.store.duckdb;

import io.nightglass.catalog.Kind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sent value as its column keeps it, by boards.md "Values": a string that parses as a finite number is that number,
 * booleans and other text are not. A value that is not of the kind is null; the JSON text keeps it as sent.
 */
final class Values {
    /** Deep enough for anything capture lets in (1,000 levels). */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(2_000)
                            .build())
                    .build())
            .build();

    /** Decimal notation only: Java alone would also take "1d", "0x1p3" and "NaN". */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,5})?");

    private static final int LONGEST_NUMBER = 400;

    private Values() {}

    /** A String, Double, Long or Boolean; null when {@code value} is missing or not of {@code kind}. */
    static @Nullable Object of(Kind kind, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.isString() ? value.stringValue() : json(value);
            case NUMBER -> number(value);
            case INTEGER -> integer(value);
            case BOOLEAN -> truth(value);
            case JSON -> value.isContainer() ? json(value) : null;
            case LONG_TEXT -> json(value);
        };
    }

    static String json(JsonNode value) {
        return JSON.writeValueAsString(value);
    }

    static @Nullable Double number(JsonNode value) {
        double number = Double.NaN;
        if (value.isNumber()) {
            number = value.doubleValue(Double.NaN);
        } else if (value.isString()) {
            number = parsed(value.stringValue());
        }
        return Double.isFinite(number) ? (Double) number : null;
    }

    private static double parsed(String text) {
        var stripped = text.length() > LONGEST_NUMBER ? "" : text.strip();
        return DECIMAL.matcher(stripped).matches() ? Double.parseDouble(stripped) : Double.NaN;
    }

    private static @Nullable Long integer(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        if (value.isString() && value.stringValue().strip().matches("[+-]?\\d{1,18}")) {
            return Long.valueOf(value.stringValue().strip());
        }
        var number = number(value);
        if (number == null || number != Math.rint(number) || Math.abs(number) >= 0x1p63) {
            return null;
        }
        return number.longValue();
    }

    private static @Nullable Boolean truth(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (!value.isString()) {
            return null;
        }
        return switch (value.stringValue()) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
