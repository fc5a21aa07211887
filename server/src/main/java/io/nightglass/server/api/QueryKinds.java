package io.nightglass.server.api;

import io.nightglass.boards.insight.AskedQuery;
import io.nightglass.boards.insight.Insights;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Refusal;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What {@code query.kind} may be, and what each becomes. */
final class QueryKinds {
    /** How the page of PostHog asks; what they answer is what they wrap, whatever else they say is for a screen. */
    private static final Set<String> WRAPPERS = Set.of("InsightVizNode", "DataVisualizationNode", "DataTableNode");

    private static final int MOST_WRAPPED = 3;

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
        return of(query, scope, 0);
    }

    private static AskedQuery of(JsonNode query, Scope scope, int wrapped) {
        var kind = query.path("kind").asString("");
        if (kind.equals("HogQLQuery")) {
            return HogQlQuestion.of(query, scope);
        }
        if (Insights.kinds().contains(kind)) {
            return Insights.of(query, scope, Cells::json);
        }
        if (WRAPPERS.contains(kind) && query.path("source").isObject() && wrapped < MOST_WRAPPED) {
            return of(query.path("source"), scope, wrapped + 1);
        }
        throw refused(kind);
    }

    private static Refusal refused(String kind) {
        if (WRAPPERS.contains(kind)) {
            return Refusal.badField("query.source", "required", kind + " wraps a query: put one into source");
        }
        if (kind.equals("SavedInsightNode")) {
            return Refusal.badField(
                    "query.kind",
                    "invalid_input",
                    "SavedInsightNode: no insights are saved here; send the query itself");
        }
        var known = new TreeSet<>(WRAPPERS);
        known.add("HogQLQuery");
        known.addAll(Insights.kinds());
        return Refusal.badField(
                "query",
                "invalid_input",
                "query kind '%s' is not known here; there are %s"
                        .formatted(Refusal.quoted(kind), String.join(", ", known)));
    }
}
