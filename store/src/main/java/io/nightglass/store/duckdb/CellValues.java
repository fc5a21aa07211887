package io.nightglass.store.duckdb;

import io.nightglass.catalog.Kind;
import io.nightglass.catalog.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sent value as its column keeps it, by boards.md "Values": a string that parses as a finite number is that number,
 * booleans and other text are not. A value that is not of the kind is null; the JSON text keeps it as sent.
 */
final class CellValues {
    /** Deep enough for anything capture lets in (1,000 levels). */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamWriteConstraints(StreamWriteConstraints.builder()
                            .maxNestingDepth(2_000)
                            .build())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(2_000)
                            .maxStringLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .maxNumberLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private CellValues() {}

    /** A String, Double, Long or Boolean; null when {@code value} is missing or not of {@code kind}. */
    static @Nullable Object of(Kind kind, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.isString() ? value.stringValue() : json(value);
            case NUMBER -> Values.number(value);
            case INTEGER -> Values.integer(value);
            case BOOLEAN -> Values.truth(value);
            case JSON -> value.isContainer() ? json(value) : null;
            case LONG_TEXT -> json(value);
        };
    }

    /** What {@link #json} wrote. */
    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    static String json(JsonNode value) {
        return JSON.writeValueAsString(value);
    }
}
