package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of one SELECT, with what was asked for of the person beside each. Who is asked for nothing is not joined.
 * Used by one thread.
 */
final class Persons {
    /** No column of events is called so, and no property is reached by it. */
    private static final String PREFIX = "$person_";

    private final Map<Expr, String> columns = new LinkedHashMap<>();

    /** A property of the event's person; NULL where nothing is kept of the person. */
    Expr property(String key) {
        return column(Trees.property(key));
    }

    /** When the person was first seen. */
    Expr createdAt() {
        return column(Trees.name("created_at"));
    }

    Expr properties() {
        return column(Trees.name("properties"));
    }

    private Expr column(Expr ofPersons) {
        return Trees.name(columns.computeIfAbsent(ofPersons, ignored -> PREFIX + columns.size()));
    }

    /** What to select from; to be asked for last. */
    Query.Source source() {
        var events = new Query.Source.Named(0, "events", null);
        if (columns.isEmpty()) {
            return events;
        }
        var persons =
                Selection.from(new Query.Source.Named(0, "persons", null)).column(PREFIX + "id", Trees.name("id"));
        columns.forEach((expression, alias) -> persons.column(alias, expression));
        return new Query.Source.Join(
                0,
                events,
                Query.JoinKind.LEFT,
                new Query.Source.Sub(0, persons.tree(), "$person"),
                Trees.call("equals", Trees.name("person_id"), Trees.name(PREFIX + "id")));
    }

    /** Columns of events that a question may name by {@code event_metadata}. */
    static final List<String> COLUMNS = List.of("uuid", "event", "timestamp", "distinct_id", "person_id", "created_at");
}
