package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.CallerWatch;
import io.nightglass.server.edge.Limit;

/** {@code /api/projects/:id/query/}: a question in, its answer out, in the shape of posthog-wire.md 4. */
public final class QueryRoute {
    private final Access access;
    private final Budget budget;
    private final QueryDesk desk;

    private QueryRoute(Access access, Budget budget, QueryDesk desk) {
        this.access = access;
        this.budget = budget;
        this.desk = desk;
    }

    /** One for all paths that lead to it: what is asked under one may be fetched under another. */
    public static QueryRoute on(QueryDesk desk, Access access, Budget budget) {
        return new QueryRoute(access, budget, desk);
    }

    /** {@code POST}: 200 with the answer, 202 with its name when it is to be fetched. */
    public void ask(Context ctx) {
        answer(ctx, desk.ask(request(ctx), () -> CallerWatch.isGone(ctx)));
    }

    private QueryRequest request(Context ctx) {
        try (var lease = budget.lease()) {
            var body = Bodies.json(ctx, Limit.PLAIN, lease).root();
            access.check(ctx, body);
            return QueryRequest.of(body);
        }
    }

    /** {@code GET .../query/:query}: how it stands. */
    public void status(Context ctx) {
        answer(ctx, desk.status(ctx.pathParam("query")));
    }

    /** {@code DELETE .../query/:query}: ends it. */
    public void cancel(Context ctx) {
        desk.cancel(ctx.pathParam("query"));
        ctx.status(204);
    }

    private static void answer(Context ctx, QueryDesk.Reply reply) {
        ctx.status(reply.status()).contentType("application/json").result(reply.json());
    }
}
