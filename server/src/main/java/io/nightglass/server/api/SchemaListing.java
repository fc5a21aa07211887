package io.nightglass.server.api;

import io.nightglass.hogql.Tables;
import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.PropertyShape;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a question may name: for people who look, editors that complete, and agents that write queries.
 *
 * @param properties of events, {@code properties.name}; the catalog's first
 */
public record SchemaListing(List<TableShape> tables, List<PropertyShape> properties, List<Function> functions) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What {@code tables} hold now. */
    public static SchemaListing of(Tables tables) {
        return new SchemaListing(tables.all(), tables.properties(), Functions.all());
    }

    /**
     * {@code {"tables":[{"name","doc","columns":[{"name","type","nullable","doc"}],"further":[...]}], "properties":[{"name",
     * "type","origin","events","doc"}], "functions":[{"name","aliases","group","signature","aggregate","doc","example",
     * "value"}]}}; what is {@code further} is asked for by name and not part of {@code *}.
     */
    public ObjectNode toJson() {
        var json = JSON.createObjectNode();
        var listed = json.putArray("tables");
        tables.forEach(table -> write(listed.addObject(), table));
        var known = json.putArray("properties");
        properties.forEach(property -> write(known.addObject(), property));
        var callable = json.putArray("functions");
        functions.forEach(function -> write(callable.addObject(), function));
        return json;
    }

    private static void write(ObjectNode json, TableShape table) {
        json.put("name", table.name()).put("doc", table.doc());
        columns(json.putArray("columns"), table.columns());
        columns(json.putArray("further"), table.further());
    }

    private static void columns(ArrayNode json, List<ColumnShape> columns) {
        for (var column : columns) {
            json.addObject()
                    .put("name", column.name())
                    .put("type", wire(column.type(), column.nullable()))
                    .put("nullable", column.nullable())
                    .put("doc", column.doc());
        }
    }

    private static void write(ObjectNode json, PropertyShape property) {
        json.put("name", property.name())
                .put("type", wire(property.type(), true))
                .put("nullable", true)
                .put("origin", property.isCatalogs() ? "catalog" : "arrived");
        names(json.putArray("events"), property.events());
        json.put("doc", property.doc());
    }

    private static void write(ObjectNode json, Function function) {
        json.put("name", function.name());
        names(json.putArray("aliases"), function.aliases());
        json.put("group", function.group().title())
                .put("signature", function.usage())
                .put("aggregate", function.isAggregate())
                .put("doc", function.meaning())
                .put("example", function.example())
                .put("value", function.value());
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    private static String wire(ValueType type, boolean nullable) {
        return Type.of(type).withNull(nullable).wire();
    }
}
