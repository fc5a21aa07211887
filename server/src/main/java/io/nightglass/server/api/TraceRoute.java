package io.nightglass.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.trace.TraceJson;
import io.nightglass.boards.trace.TraceReader;
import io.nightglass.boards.trace.TraceText;
import io.nightglass.server.edge.Refusal;

/** {@code GET .../trace/?round_id=ID&format=json|text}: what {@code nightglass trace} prints. An id may hold any character. */
public record TraceRoute(Asker asker) implements Handler {

    @Override
    public void handle(Context ctx) {
        var round = ctx.queryParam("round_id");
        if (round == null || round.isEmpty()) {
            throw Refusal.badRequest("say which round: ?round_id=...");
        }
        var trace = new TraceReader(asker)
                .read(round)
                .orElseThrow(() -> Refusal.notFound(
                        "There is no round '%s'; the rounds page lists them.".formatted(Refusal.quoted(round))));
        if ("text".equals(ctx.queryParam("format"))) {
            ctx.contentType("text/plain; charset=utf-8").result(TraceText.of(trace));
        } else {
            ctx.contentType("application/json").result(TraceJson.of(trace).toString());
        }
    }
}
