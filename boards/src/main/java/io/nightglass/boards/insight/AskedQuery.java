package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.store.Table;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question that has been understood and not yet been run.
 *
 * @param queries what to ask the store, one after the other; none when it knows the answer anyway
 * @param shape makes the answer of their tables
 */
public record AskedQuery(List<CheckedQuery> queries, Shape shape) {

    /** From rows to the answer's own fields; what every answer carries ({@code timings} and so on) is added by the API. */
    @FunctionalInterface
    public interface Shape {
        /** @param tables one per query, in their order */
        ObjectNode of(List<Table> tables);
    }
}
