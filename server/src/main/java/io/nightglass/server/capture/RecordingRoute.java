package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.server.edge.Bodies;
import io.nightglass.server.edge.Limit;

/** {@code /s}, where session recordings go: accepted so that no SDK retries, and not kept. */
public final class RecordingRoute implements Handler {

    @Override
    public void handle(Context ctx) {
        Bodies.discard(ctx, Limit.PLAIN);
        CaptureRoute.ok(ctx);
    }
}
