package io.nightglass.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.hogql.Scope;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.Limit;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/projects/:id/query/}: a question in, its answer out, in the shape of posthog-wire.md 4. */
public record QueryRoute(Access access, EventStore store, Budget budget, ZoneId zone, InstantSource clock)
        implements Handler {

    @Override
    public void handle(Context ctx) {
        try (var lease = budget.lease()) {
            var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
            access.check(ctx, body);
            long start = System.nanoTime();
            var asked = QueryKinds.of(body.path("query"), new Scope(store.tables(), Map.of(), zone, clock.instant()));
            var tables = asked.queries().stream()
                    .map(query -> store.query(query, Limits.API))
                    .toList();
            double seconds = (System.nanoTime() - start) / 1e9;
            var answer = QueryAnswer.framed(asked.shape().of(tables), seconds, zone, clock.instant());
            ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(answer));
        }
    }
}
