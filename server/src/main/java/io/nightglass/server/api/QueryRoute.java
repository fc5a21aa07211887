package io.nightglass.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import java.time.InstantSource;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/projects/:id/query/}: HogQL in, rows out, in the shape of posthog-wire.md 4. */
public record QueryRoute(Access access, EventStore store, Budget budget, ZoneId zone, InstantSource clock)
        implements Handler {

    @Override
    public void handle(Context ctx) {
        try (var lease = budget.lease()) {
            var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
            access.check(ctx, body);
            long start = System.nanoTime();
            var query = compiled(hogql(body.path("query")), body.path("query").path("values"));
            var table = store.query(query, Limits.API);
            double seconds = (System.nanoTime() - start) / 1e9;
            var answer = new QueryAnswer(query, table, seconds, zone, clock.instant());
            ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(answer.toJson()));
        }
    }

    private CheckedQuery compiled(String text, JsonNode values) {
        return HogQl.compile(text, new Scope(store.tables(), Placeholders.of(values), zone, clock.instant()));
    }

    private static String hogql(JsonNode query) {
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
        if (!query.path("query").isString()) {
            throw Refusal.badField("query", "required", "the query has no text; put HogQL into query.query");
        }
        return query.path("query").stringValue();
    }
}
