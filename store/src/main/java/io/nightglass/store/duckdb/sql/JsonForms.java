package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values out of JSON text. A text that is no JSON holds nothing; a stored column is known to be some. */
record JsonForms(ExprPrinter expressions) {
    static final Set<String> NAMES = Set.of(
            "JSONExtractString",
            "JSONExtractInt",
            "JSONExtractFloat",
            "JSONExtractBool",
            "JSONExtractRaw",
            "JSONExtractArrayRaw",
            "JSONExtractKeys",
            "JSONHas",
            "JSONLength",
            "JSONExtract",
            "JSONExtractKeysAndValues",
            "JSONExtractKeysAndValuesRaw",
            "JSONType",
            "JSON_VALUE",
            "JSON_QUERY",
            "JSON_EXISTS");

    String print(Checked.Call call) {
        var source = call.arguments().getFirst();
        var sent = expressions.print(source);
        var json = source.type().base() == ValueType.JSON ? sent : readable(sent);
        var path = path(call.arguments().subList(1, call.arguments().size()));
        var raw = "json_extract(%s, %s)".formatted(json, path);
        var name = call.function().name();
        if (name.startsWith("JSON_")) {
            return atPath(name, json, call.arguments().get(1));
        }
        if (name.startsWith("JSONExtractKeysAndValues")) {
            return name.endsWith("Raw")
                    ? rawEntries(raw)
                    : JsonTypes.entries(raw, call.type().element().parts().getLast());
        }
        if (name.equals("JSONExtract")) {
            return Let.in("x", raw, JsonTypes.read("x", call.type()));
        }
        var value = form(
                call.function().name(),
                "json_extract_string(%s, %s)".formatted(json, path),
                "json_extract(%s, %s)".formatted(json, path));
        return source.type().nullable() ? "CASE WHEN %s IS NOT NULL THEN %s END".formatted(sent, value) : value;
    }

    /**
     * The text, or NULL, of which every form makes nothing. Asked where the text is used: the engine computes constants
     * ahead of a CASE around them, and would trip over a constant that is no JSON.
     */
    private static String readable(String text) {
        return "CASE WHEN json_valid(%s) THEN %s END".formatted(text, text);
    }

    private static String rawEntries(String raw) {
        return Let.in(
                "o",
                raw,
                o ->
                        "coalesce(list_transform(json_keys(%s), lambda k: row(k, coalesce(CAST(json_extract(%s, '/' || replace(replace(k, '~', '~0'), '/', '~1')) AS VARCHAR), 'null'))), [])"
                                .formatted(o, o));
    }

    /** Paths of names and indexes from 0; any other finds nothing. No constant, which the engine would not order by. */
    private static String atPath(String name, String json, Checked path) {
        var text = path instanceof Checked.Constant(String written, var ignored) ? written : "";
        boolean isKnown = text.matches("\\$(\\.[A-Za-z0-9_]+|\\[\\d{1,6}])*");
        var found = "json_extract(%s, %s)".formatted(json, Quote.text(text));
        return switch (name) {
            case "JSON_QUERY" ->
                isKnown ? "coalesce('[' || CAST(%s AS VARCHAR) || ']', '')".formatted(found) : "concat('', '')";
            case "JSON_EXISTS" -> isKnown ? "(%s IS NOT NULL)".formatted(found) : "(1 = 0)";
            default ->
                isKnown
                        ? "coalesce(CASE json_type(%s) WHEN 'OBJECT' THEN '' WHEN 'ARRAY' THEN '' WHEN 'NULL' THEN 'null' ELSE json_extract_string(%s, %s) END, '')"
                                .formatted(found, json, Quote.text(text))
                        : "concat('', '')";
        };
    }

    private static String form(String name, String text, String raw) {
        return switch (name) {
            case "JSONExtractString" -> "coalesce(%s, '')".formatted(text);
            case "JSONExtractInt" ->
                "coalesce(CASE WHEN regexp_full_match(%s, '[+-]?[0-9]+') THEN TRY_CAST(%s AS BIGINT) END, TRY_CAST(trunc(%s) AS BIGINT), 0)"
                        .formatted(text, text, number(text));
            case "JSONExtractFloat" -> "coalesce(%s, 0e0)".formatted(number(text));
            case "JSONExtractBool" ->
                "coalesce(regexp_full_match(CAST(%s AS VARCHAR), 'true|-?[0-9]*[1-9][0-9]*'), FALSE)".formatted(raw);
            case "JSONExtractRaw" -> "coalesce(CAST(%s AS VARCHAR), '')".formatted(raw);
            case "JSONExtractArrayRaw" ->
                "coalesce(CASE json_type(%s) WHEN 'ARRAY' THEN list_transform(CAST(%s AS JSON[]), lambda e: coalesce(CAST(e AS VARCHAR), 'null')) END, [])"
                        .formatted(raw, raw);
            case "JSONExtractKeys" -> "coalesce(json_keys(%s), [])".formatted(raw);
            case "JSONType" ->
                "coalesce(CASE json_type(%s) WHEN 'OBJECT' THEN 'Object' WHEN 'ARRAY' THEN 'Array' WHEN 'VARCHAR' THEN 'String' WHEN 'BOOLEAN' THEN 'Bool' WHEN 'DOUBLE' THEN 'Double' WHEN 'BIGINT' THEN 'Int64' WHEN 'UBIGINT' THEN CASE WHEN length(CAST(%s AS VARCHAR)) < 19 THEN 'Int64' ELSE 'UInt64' END END, 'Null')"
                        .formatted(raw, raw);
            case "JSONHas" -> "(%s IS NOT NULL)".formatted(raw);
            default ->
                "CAST(CASE json_type(%s) WHEN 'ARRAY' THEN json_array_length(%s) WHEN 'OBJECT' THEN len(json_keys(%s)) ELSE 0 END AS BIGINT)"
                        .formatted(raw, raw, raw);
        };
    }

    /** The engine would also read ' 5' and '1_000'. */
    private static String number(String text) {
        return "CASE WHEN NOT regexp_matches(%s, '[\\s_]') THEN TRY_CAST(%s AS DOUBLE) END".formatted(text, text);
    }

    /** A pointer, put together here where all its steps are constants. */
    private String path(List<Checked> steps) {
        if (steps.stream().anyMatch(JsonForms::countsBack)) {
            return steps.stream().map(this::fromTheEnd).collect(Collectors.joining("", "('$'", ")"));
        }
        if (steps.stream().allMatch(step -> step instanceof Checked.Constant)) {
            return Quote.pointer(steps.stream()
                    .map(step -> step(((Checked.Constant) step).value()))
                    .toList());
        }
        return steps.stream()
                .map(step -> step.type().isNumber()
                        ? "'/' || CAST(%s - 1 AS BIGINT)".formatted(expressions.print(step))
                        : "'/' || replace(replace(CAST(%s AS VARCHAR), '~', '~0'), '/', '~1')"
                                .formatted(expressions.print(step)))
                .collect(Collectors.joining(" || ", "(", ")"));
    }

    private static boolean countsBack(Checked step) {
        return step instanceof Checked.Constant(Long index, var ignored) && index < 0;
    }

    /** A step of the other kind of path, the only one in which an index may count from the end; a key has no quote. */
    private String fromTheEnd(Checked step) {
        if (step instanceof Checked.Constant(Long index, var ignored)) {
            return " || '[%s]'".formatted(index < 0 ? "#" + index : Long.toString(index - 1));
        }
        return step.type().isNumber()
                ? " || '[' || CAST(%s - 1 AS BIGINT) || ']'".formatted(expressions.print(step))
                : " || '.\"' || replace(%s, '\"', '') || '\"'".formatted(expressions.print(step));
    }

    /** Arrays count from 1 here and from 0 in a pointer. */
    private static String step(@org.jspecify.annotations.Nullable Object step) {
        return step instanceof Long index ? Long.toString(index - 1) : String.valueOf(step);
    }
}
