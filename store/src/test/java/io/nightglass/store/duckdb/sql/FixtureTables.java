package io.nightglass.store.duckdb.sql;

import static io.nightglass.hogql.ValueType.DATETIME;
import static io.nightglass.hogql.ValueType.FLOAT;
import static io.nightglass.hogql.ValueType.INTEGER;
import static io.nightglass.hogql.ValueType.JSON;
import static io.nightglass.hogql.ValueType.STRING;
import static io.nightglass.hogql.ValueType.UUID;

import io.nightglass.catalog.Kind;
import io.nightglass.hogql.Tables;
import io.nightglass.hogql.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of {@link Fixture}, and two promoted numbers. */
record FixtureTables() implements Tables {
    static final Map<String, String> PROMOTED = Map.of("dim_depth", "n_1", "dim_DEPTH", "n_2");

    static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("project", Kind.TEXT),
            Map.entry("metric", Kind.TEXT),
            Map.entry("score", Kind.NUMBER),
            Map.entry("$ai_model", Kind.TEXT),
            Map.entry("$ai_is_error", Kind.BOOLEAN),
            Map.entry("$ai_latency", Kind.NUMBER),
            Map.entry("$ai_input_tokens", Kind.INTEGER),
            Map.entry("tags", Kind.JSON),
            Map.entry("$ai_input", Kind.LONG_TEXT));

    private static final List<TableShape> ALL = List.of(
            new TableShape(
                    "events",
                    "",
                    List.of(
                            column("uuid", UUID),
                            column("event", STRING),
                            column("timestamp", DATETIME),
                            column("distinct_id", STRING),
                            column("properties", JSON),
                            nullable("project", STRING),
                            nullable("round_id", STRING))),
            new TableShape(
                    "rounds",
                    "",
                    List.of(
                            column("round_id", STRING),
                            column("project", STRING),
                            column("started_at", DATETIME),
                            column("verdict", STRING),
                            nullable("score", FLOAT),
                            column("generations", INTEGER))));

    private static ColumnShape column(String name, ValueType type) {
        return new ColumnShape(name, type, false, "");
    }

    private static ColumnShape nullable(String name, ValueType type) {
        return new ColumnShape(name, type, true, "");
    }

    @Override
    public Optional<TableShape> table(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    @Override
    public List<TableShape> all() {
        return ALL;
    }

    @Override
    public ValueType property(String name) {
        if (PROMOTED.containsKey(name)) {
            return FLOAT;
        }
        return switch (KINDS.get(name)) {
            case TEXT, LONG_TEXT -> STRING;
            case NUMBER -> FLOAT;
            case INTEGER -> INTEGER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case JSON -> JSON;
            case null -> STRING;
        };
    }

    @Override
    public List<PropertyShape> properties() {
        return KINDS.keySet().stream()
                .sorted()
                .map(name -> new PropertyShape(name, property(name), true, List.of(), ""))
                .toList();
    }
}
