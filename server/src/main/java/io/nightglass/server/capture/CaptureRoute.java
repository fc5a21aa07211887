package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Budget;
import io.nightglass.server.edge.JsonDocument;
import io.nightglass.server.edge.Limit;
import io.nightglass.server.edge.Refusal;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code /batch}, {@code /e}, {@code /capture} and their kin: bytes in, {@code {"status":"Ok"}} out once every event is
 * on disk. One bad event among good ones and nothing of the request is kept.
 */
public record CaptureRoute(
        Limit limit, EventStore store, Intake intake, Tokens tokens, Budget budget, InstantSource clock)
        implements Handler {
    private static final byte[] OK = "{\"status\":\"Ok\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Override
    public void handle(Context ctx) {
        var now = clock.instant();
        try (var lease = budget.lease()) {
            var document = document(ctx, lease);
            var payload = Payload.of(document.root());
            long largest = payload.isSingle() ? document.size() : document.largestElement();
            if (largest > limit.event()) {
                throw Refusal.tooLarge("an event is larger than %d MiB".formatted(limit.event() >> 20));
            }
            tokens.check(ctx, payload);
            var rows = rows(payload, ClockSkew.of(now, payload.sentAt(), ctx));
            if (!rows.isEmpty()) {
                store.append(rows);
            }
        }
        ok(ctx);
    }

    /** The answer SDKs take for a yes: exactly 200 (posthog-wire.md 0.1). */
    static void ok(Context ctx) {
        ctx.contentType("application/json").result(OK);
    }

    private JsonDocument document(Context ctx, Budget.Lease lease) {
        boolean isPixel = ctx.req().getMethod().equals("GET");
        return isPixel ? Bodies.pixel(ctx, limit, lease) : Bodies.json(ctx, limit, lease);
    }

    private List<EventRow> rows(Payload payload, ClockSkew skew) {
        var rows = new ArrayList<EventRow>(payload.events().size());
        for (var event : payload.events()) {
            intake.row(event, skew).ifPresent(rows::add);
        }
        return rows;
    }
}
