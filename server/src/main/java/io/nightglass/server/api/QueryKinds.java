package io.nightglass.server.api;

import io.nightglass.boards.insight.AskedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Refusal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What {@code query.kind} may be, and what each becomes. */
final class QueryKinds {
    private QueryKinds() {}

    /**
     * The question that {@code query} is; nothing has been run yet.
     *
     * @param scope without values: those of a HogQLQuery are its own
     * @throws Refusal 400 when it is no question of a known kind
     * @throws io.nightglass.hogql.QueryException when its HogQL is wrong
     */
    static AskedQuery of(JsonNode query, Scope scope) {
        if (!query.isObject()) {
            throw Refusal.badField(
                    "query", "required", "send {\"query\": {\"kind\": \"HogQLQuery\", \"query\": \"SELECT ...\"}}");
        }
        var kind = query.path("kind").asString("");
        if (!kind.equals("HogQLQuery")) {
            throw Refusal.badField(
                    "query",
                    "invalid_input",
                    "query kind '%s' is not known here; use HogQLQuery".formatted(Refusal.quoted(kind)));
        }
        return hogql(query, scope);
    }

    private static AskedQuery hogql(JsonNode query, Scope scope) {
        if (!query.path("query").isString()) {
            throw Refusal.badField("query", "required", "the query has no text; put HogQL into query.query");
        }
        Map<String, Object> values = Placeholders.of(query.path("values"));
        var compiled = HogQl.compile(
                query.path("query").stringValue(), new Scope(scope.tables(), values, scope.zone(), scope.now()));
        return new AskedQuery(List.of(compiled), tables -> QueryAnswer.of(compiled, tables.getFirst()));
    }
}
