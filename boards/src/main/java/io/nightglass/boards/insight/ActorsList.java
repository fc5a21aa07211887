package io.nightglass.boards.insight;

import io.nightglass.boards.insight.ListColumns.ListColumn;
import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An ActorsQuery: a table of persons, all of them or those behind one number of an insight. */
final class ActorsList {
    private static final int MOST_COLUMNS = 100;
    private static final List<String> USUAL = List.of("person", "id", "person.$delete");
    private static final List<String> PERSON =
            List.of("id", "created_at", "properties", "is_identified", "distinct_ids");
    private static final String IDS = "$distinct_ids";
    private static final String ID = "$id_of_ids";

    private final Fields query;
    private final Scope scope;
    private final ListColumns columns;
    private final Query.@Nullable Select source;
    private final int limit;
    private final int offset;

    private ActorsList(Fields query, Scope scope) {
        this.query = query;
        this.scope = scope;
        var select = new ArrayList<String>();
        for (var text : query.texts("select")) {
            select.addAll(text.strip().equals("*") ? USUAL : List.of(text));
        }
        if (select.size() > MOST_COLUMNS) {
            throw query.bad("select", "has more than %d columns".formatted(MOST_COLUMNS));
        }
        this.columns = ListColumns.of(select.isEmpty() ? USUAL : select, query, ActorsList::whole);
        var behind = query.object("source");
        this.source = behind == null ? null : Actors.of(behind, scope);
        this.limit = query.whole("limit", HogQl.LIMIT, 1, Integer.MAX_VALUE);
        this.offset = query.whole("offset", 0, 0, Integer.MAX_VALUE);
    }

    /** @param cells how a cell is written */
    static AskedQuery of(Fields query, Scope scope, Function<@Nullable Object, JsonNode> cells) {
        query.passing("kind", "modifiers", "response", "tags", "version");
        query.refuse("cohort", "is not supported, there are no cohorts here; use properties");
        var list = new ActorsList(query, scope);
        var compiled = query.writings().compiled(list.tree(), scope, HogQl.LIMIT);
        query.end();
        return new AskedQuery(List.of(compiled), tables -> list.answer(compiled, tables.getFirst(), cells));
    }

    private static @Nullable ListColumn whole(String bare, String text) {
        return switch (bare) {
            case "person", "actor" ->
                new ListColumn(
                        text,
                        null,
                        PERSON,
                        List.of(
                                Trees.name("id"),
                                Trees.name("created_at"),
                                Trees.name("properties"),
                                Trees.name("is_identified"),
                                Trees.name(IDS)));
            case "person.$delete" -> new ListColumn(text, null, List.of(), List.of(Trees.literal(1L)));
            default -> null;
        };
    }

    private Query.Select tree() {
        var selection = Selection.from(from());
        conditions().forEach(selection::where);
        columns.put(selection);
        var orders = query.texts("orderBy");
        for (int i = 0; i < orders.size(); i++) {
            selection.order(query.writings().order(orders.get(i), query.at("orderBy", i)));
        }
        if (orders.isEmpty()) {
            boolean counted = source != null && Actors.isCounted(source);
            selection.descending(Trees.name(counted ? Actors.COUNT : "created_at"));
        }
        return selection.ascending(Trees.name("id")).limit(limit, offset).tree();
    }

    private Query.Source from() {
        Query.Source from = new Query.Source.Named(0, "persons", null);
        if (columns.columns().stream().anyMatch(column -> column.parts().equals(PERSON))) {
            var ids = Selection.from(new Query.Source.Named(0, "person_distinct_ids", null))
                    .column(ID, Trees.name("person_id"))
                    .groupBy("person_id")
                    .column(IDS, Trees.call("arraySort", Trees.call("groupArray", Trees.name("distinct_id"))));
            from = joined(from, Query.JoinKind.LEFT, ids.tree(), ID);
        }
        return source == null ? from : joined(from, Query.JoinKind.INNER, source, Actors.ID);
    }

    private static Query.Source joined(Query.Source from, Query.JoinKind kind, Query.Select with, String id) {
        return new Query.Source.Join(
                0,
                from,
                kind,
                new Query.Source.Sub(0, with, "of" + id),
                Trees.call("equals", Trees.name("persons", "id"), Trees.name(id)));
    }

    private List<Expr> conditions() {
        var filters = new Filters(Trees::property, scope.now().atZone(scope.zone()));
        var conditions = new ArrayList<Expr>();
        conditions.add(filters.of(query, Asking.FILTERS));
        conditions.add(filters.of(query, "fixedProperties"));
        if (query.text("search") instanceof String search && !search.isBlank()) {
            conditions.add(found(search.strip()));
        }
        if (query.text("distinctId") instanceof String id) {
            conditions.add(known(Trees.call("equals", Trees.name("distinct_id"), Trees.literal(id))));
        }
        return conditions;
    }

    /** Who is called so: by e-mail, by name, by an id. */
    private static Expr found(String search) {
        return Trees.any(List.of(
                Comparison.contains(Trees.property("email"), search),
                Comparison.contains(Trees.property("name"), search),
                Comparison.contains(Trees.name("id"), search),
                known(Comparison.contains(Trees.name("distinct_id"), search))));
    }

    /** Who has a distinct id that is so. */
    private static Expr known(Expr condition) {
        var ids = Selection.from(new Query.Source.Named(0, "person_distinct_ids", null))
                .where(condition)
                .column("person_id");
        return new Expr.InQuery(0, Trees.name("id"), ids.tree());
    }

    private ObjectNode answer(CheckedQuery compiled, Table table, Function<@Nullable Object, JsonNode> cells) {
        var json = columns.answer(compiled, table, cells);
        json.put("hasMore", table.hasMore());
        json.put("limit", compiled.limit());
        json.put("offset", offset);
        json.put("missing_actors_count", 0);
        json.put("hogql", compiled.hogql());
        return json;
    }
}
