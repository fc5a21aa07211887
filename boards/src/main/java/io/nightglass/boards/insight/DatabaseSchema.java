package io.nightglass.boards.insight;

import io.nightglass.hogql.Scope;
import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.ValueType;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A DatabaseSchemaQuery: tables and their fields, as PostHog lists them. */
final class DatabaseSchema {
    private DatabaseSchema() {}

    static AskedQuery of(Fields query, Scope scope) {
        query.passing("kind", "modifiers", "response", "tags", "version", "connectionId");
        query.end();
        return new AskedQuery(List.of(), ignored -> of(scope.tables().all()));
    }

    private static ObjectNode of(List<TableShape> tables) {
        var json = JsonMapper.shared().createObjectNode();
        var listed = json.putObject("tables");
        for (var table : tables) {
            var fields = listed.putObject(table.name())
                    .put("type", "posthog")
                    .put("id", table.name())
                    .put("name", table.name())
                    .putObject("fields");
            table.columns().forEach(column -> field(fields, column));
            table.further().stream()
                    .filter(column -> !column.name().contains("."))
                    .forEach(column -> field(fields, column));
        }
        json.putArray("joins");
        return json;
    }

    private static void field(ObjectNode fields, ColumnShape column) {
        boolean isPlain = column.name().matches("[A-Za-z_][A-Za-z0-9_]*");
        fields.putObject(column.name())
                .put("name", column.name())
                .put("hogql_value", isPlain ? column.name() : "`" + column.name() + "`")
                .put("type", type(column.type()))
                .put("schema_valid", true);
    }

    private static String type(ValueType type) {
        return switch (type) {
            case STRING, UUID -> "string";
            case FLOAT -> "float";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case DATETIME -> "datetime";
            case JSON, MAP -> "json";
            case ARRAY, TUPLE -> "array";
            case INTERVAL, NULL -> "unknown";
        };
    }
}
