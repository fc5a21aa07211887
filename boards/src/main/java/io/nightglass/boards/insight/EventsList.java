package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An EventsQuery: a table of events, its columns in HogQL. */
final class EventsList {
    private static final int MOST_COLUMNS = 100;
    private static final List<String> USUAL =
            List.of("*", "event", "person", "coalesce(properties.$current_url, properties.$screen_name)", "timestamp");

    private final Fields query;
    private final Scope scope;
    private final ListColumns columns;
    private final Persons persons = new Persons();
    private final int limit;
    private final int offset;

    private EventsList(Fields query, Scope scope) {
        this.query = query;
        this.scope = scope;
        var select = query.texts("select");
        if (select.size() > MOST_COLUMNS) {
            throw query.bad("select", "has more than %d columns".formatted(MOST_COLUMNS));
        }
        this.columns = ListColumns.of(select.isEmpty() ? USUAL : select, query, persons);
        this.limit = query.whole("limit", HogQl.LIMIT, 0, Integer.MAX_VALUE);
        this.offset = query.whole("offset", 0, 0, Integer.MAX_VALUE);
    }

    /** @param cells how a cell is written */
    static AskedQuery of(Fields query, Scope scope, Function<@Nullable Object, JsonNode> cells) {
        query.passing("kind", "modifiers", "response", "tags", "version", "filterTestAccounts");
        query.refuse("actionId", "is not supported, there are no actions here; use event");
        query.refuse("actionSteps", "is not supported, there are no actions here; use event");
        query.refuse("source", "is not supported; say where, properties, after and before");
        var list = new EventsList(query, scope);
        var compiled = query.writings().compiled(list.tree(), scope, HogQl.LIMIT);
        query.end();
        return new AskedQuery(List.of(compiled), tables -> list.answer(compiled, tables.getFirst(), cells));
    }

    private Query.Select tree() {
        var conditions = conditions();
        var orders = orders();
        var selection = Selection.from(persons.source()).where(Series.all(conditions));
        columns.put(selection);
        boolean aggregates = columns.expressions().stream().anyMatch(this::aggregates);
        if (aggregates) {
            columns.expressions().stream()
                    .filter(expression -> !aggregates(expression))
                    .forEach(selection::groupBy);
        }
        if (!orders.isEmpty()) {
            orders.forEach(selection::order);
        } else if (aggregates) {
            selection.descending(columns.expressions().stream()
                    .filter(this::aggregates)
                    .findFirst()
                    .orElseThrow());
        } else if (columns.hasTime()) {
            selection.descending(Trees.name("timestamp"));
        } else {
            selection.ascending(columns.expressions().getFirst());
        }
        return selection.limit(limit, offset).tree();
    }

    /** The compiler knows what aggregates: it groups a query of which a column does. */
    private boolean aggregates(Expr expression) {
        var probe = Selection.from(persons.source()).column("probe", expression).tree();
        return query.writings().compiled(probe, scope, 1).body() instanceof Body.Select select && select.grouped();
    }

    private List<Query.Order> orders() {
        var orders = new ArrayList<Query.Order>();
        for (var text : query.texts("orderBy")) {
            orders.add(query.writings().order(text, query.at("orderBy", orders.size())));
        }
        return orders;
    }

    private List<Expr> conditions() {
        var now = scope.now().atZone(scope.zone());
        var conditions = new ArrayList<Expr>();
        var names = new ArrayList<>(query.texts("events"));
        if (query.text("event") instanceof String one) {
            names.add(one);
        }
        if (!names.isEmpty()) {
            conditions.add(
                    names.size() == 1
                            ? Trees.call("equals", Trees.name("event"), Trees.literal(names.getFirst()))
                            : Trees.in(Trees.name("event"), names));
        }
        var where = query.texts("where");
        for (int i = 0; i < where.size(); i++) {
            conditions.add(query.writings().expression(where.get(i), query.at("where", i)));
        }
        var filters = new Filters(persons::property, now);
        conditions.add(filters.of(query, Asking.FILTERS));
        conditions.add(filters.of(query, "fixedProperties"));
        if (query.text("personId") instanceof String person) {
            conditions.add(Trees.call("equals", Trees.name("person_id"), Trees.literal(id(person))));
        }
        times(conditions, now);
        return conditions;
    }

    private String id(String person) {
        try {
            return UUID.fromString(person).toString();
        } catch (IllegalArgumentException e) {
            throw query.bad("personId", "is no id of a person; persons.id has them");
        }
    }

    /** The last day, unless it says otherwise; never what is dated in the future. */
    private void times(List<Expr> conditions, ZonedDateTime now) {
        var before = query.text("before");
        var last = before == null
                ? now.plusSeconds(5)
                : RelativeDate.parse(before, now, query.at("before")).time();
        conditions.add(Trees.call("less", Trees.name("timestamp"), Trees.literal(last.toInstant())));
        var after = query.text("after", "-24h");
        if (!after.equals("all")) {
            var first = RelativeDate.parse(after, now, query.at("after")).time();
            conditions.add(Trees.call("greater", Trees.name("timestamp"), Trees.literal(first.toInstant())));
        }
    }

    private ObjectNode answer(CheckedQuery compiled, Table table, Function<@Nullable Object, JsonNode> cells) {
        var json = columns.answer(compiled, table, cells);
        json.put("hasMore", table.hasMore());
        json.put("limit", compiled.limit());
        json.put("offset", offset);
        json.put("hogql", compiled.hogql());
        return json;
    }
}
