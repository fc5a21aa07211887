package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON as a value of a type: what is not of it is nothing of it, 0 or '' or NULL. */
final class JsonTypes {
    private static final String ELEMENTS = "CASE json_type(%s) WHEN 'ARRAY' THEN CAST(%s AS JSON[]) END";

    private JsonTypes() {}

    /** {@code json} is used more than once. */
    static String read(String json, Type type) {
        return switch (type.base()) {
            case STRING, INTEGER, FLOAT, BOOLEAN -> plain(json, type);
            case ARRAY ->
                "coalesce(list_transform(%s, lambda j: %s), [])"
                        .formatted(ELEMENTS.formatted(json, json), read("j", type.element()));
            case TUPLE ->
                IntStream.range(0, type.parts().size())
                        .mapToObj(i -> read(
                                "json_extract(%s, '/%d')".formatted(json, i),
                                type.parts().get(i)))
                        .collect(Collectors.joining(", ", "row(", ")"));
            case MAP ->
                "map_from_entries(%s)".formatted(entries(json, type.parts().getLast()));
            default -> "NULL";
        };
    }

    /** The keys of an object and their values. */
    static String entries(String json, Type value) {
        return Let.in(
                "o",
                json,
                o -> "coalesce(list_transform(json_keys(%s), lambda k: row(k, %s)), [])"
                        .formatted(
                                o,
                                Let.in(
                                        "w",
                                        "json_extract(%s, '/' || replace(replace(k, '~', '~0'), '/', '~1'))"
                                                .formatted(o),
                                        read("w", value))));
    }

    private static String plain(String json, Type type) {
        var text = "json_extract_string(%s, '$')".formatted(json);
        var number = "CASE WHEN NOT regexp_matches(%s, '[\\s_]') THEN TRY_CAST(%s AS DOUBLE) END".formatted(text, text);
        var value = switch (type.base()) {
            case INTEGER -> "coalesce(TRY_CAST(%s AS BIGINT), TRY_CAST(trunc(%s) AS BIGINT))".formatted(text, number);
            case FLOAT -> number;
            case BOOLEAN -> "(%s = 'true')".formatted(text);
            default -> text;
        };
        return type.nullable() ? value : "coalesce(%s, %s)".formatted(value, ConversionForms.nothing(type));
    }
}
