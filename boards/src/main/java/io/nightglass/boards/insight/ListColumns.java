package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a list of events. {@code *} and {@code person} are several for the store and one for the asker: an
 * object.
 */
record ListColumns(List<ListColumn> columns) {
    static final List<String> EVENT =
            List.of("uuid", "event", "properties", "timestamp", "distinct_id", "person_id", "created_at");
    private static final List<String> PERSON = List.of("uuid", "created_at", "properties", "distinct_id");

    /**
     * @param text as it was asked for, which is what the answer calls it
     * @param alias the asker's own, to order by
     * @param parts the fields of the object; empty when it is a plain value
     */
    record ListColumn(String text, @Nullable String alias, List<String> parts, List<Expr> expressions) {}

    /** What {@code bare} means as a whole, written as {@code text}; null when it is an expression. */
    interface Wholes {
        @Nullable
        ListColumn of(String bare, String text);
    }

    static ListColumns of(List<String> select, Fields query, Persons persons) {
        return of(select, query, (bare, text) -> ofEvents(bare, text, persons));
    }

    static ListColumns of(List<String> select, Fields query, Wholes wholes) {
        var columns = new ArrayList<ListColumn>();
        for (var text : select) {
            columns.add(column(text, () -> query.writings().column(text, query.at("select", columns.size())), wholes));
        }
        return new ListColumns(List.copyOf(columns));
    }

    private static ListColumn column(String text, Supplier<Query.Item> written, Wholes wholes) {
        int comment = text.indexOf("--");
        var bare = (comment < 0 ? text : text.substring(0, comment)).strip();
        var whole = wholes.of(bare, text);
        if (whole != null) {
            return whole;
        }
        var item = written.get();
        return new ListColumn(text, item.alias(), List.of(), List.of(item.expression()));
    }

    private static @Nullable ListColumn ofEvents(String bare, String text, Persons persons) {
        if (bare.equals("*")) {
            return new ListColumn(
                    text,
                    null,
                    EVENT,
                    EVENT.stream().map(name -> Trees.name(name)).toList());
        }
        if (bare.equals("person")) {
            var expressions = List.of(
                    Trees.name("person_id"), persons.createdAt(), persons.properties(), Trees.name("distinct_id"));
            return new ListColumn(text, null, PERSON, expressions);
        }
        return null;
    }

    List<Expr> expressions() {
        return columns.stream().flatMap(column -> column.expressions().stream()).toList();
    }

    /** Whether the time of the events is shown, to order by it. */
    boolean hasTime() {
        return expressions().stream()
                .anyMatch(expression ->
                        expression instanceof Expr.Name(var at, var parts) && parts.equals(List.of("timestamp")));
    }

    void put(Selection selection) {
        int place = 0;
        for (var column : columns) {
            for (var expression : column.expressions()) {
                selection.column(column.alias() == null ? "column_" + place : column.alias(), expression);
                place++;
            }
        }
    }

    /** {@code columns}, {@code types} and {@code results}. */
    ObjectNode answer(CheckedQuery compiled, Table table, Function<@Nullable Object, JsonNode> cells) {
        var json = JsonMapper.shared().createObjectNode();
        var names = json.putArray("columns");
        var types = json.putArray("types");
        int place = 0;
        for (var column : columns) {
            names.add(column.text());
            types.add(
                    column.parts().isEmpty()
                            ? compiled.columns().get(place).shape().wire()
                            : "Tuple");
            place += column.expressions().size();
        }
        var results = json.putArray("results");
        for (var row : table.rows()) {
            var shown = results.addArray();
            int cell = 0;
            for (var column : columns) {
                var written = row.subList(cell, cell + column.expressions().size()).stream()
                        .map(cells)
                        .toList();
                shown.add(column.parts().isEmpty() ? written.getFirst() : whole(column.parts(), written));
                cell += written.size();
            }
        }
        return json;
    }

    private static ObjectNode whole(List<String> parts, List<JsonNode> cells) {
        var json = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < parts.size(); i++) {
            json.set(parts.get(i), parts.get(i).equals("properties") ? parsed(cells.get(i)) : cells.get(i));
        }
        return json;
    }

    /** Properties are kept as the text of an object. */
    private static JsonNode parsed(JsonNode text) {
        try {
            return text.isString()
                    ? JsonMapper.shared().readTree(text.stringValue())
                    : JsonMapper.shared().createObjectNode();
        } catch (JacksonException e) {
            return text;
        }
    }
}
