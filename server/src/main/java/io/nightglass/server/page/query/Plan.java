package io.nightglass.server.page.query;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import java.util.List;
import java.util.TreeSet;

/**
 * How a question was understood and would be answered.
 *
 * @param hogql the question again, placeholders filled, as it was understood
 * @param tables that would be read
 * @param lines of the engine's own plan
 */
public record Plan(String hogql, List<Column> columns, List<String> tables, List<String> lines) {

    public record Column(String name, String type) {}

    static Plan of(CheckedQuery query, EventStore store) {
        return new Plan(
                query.hogql(),
                query.columns().stream()
                        .map(column -> new Column(column.name(), column.shape().wire()))
                        .toList(),
                List.copyOf(new TreeSet<>(query.tables())),
                store.explain(query, Limits.API));
    }
}
