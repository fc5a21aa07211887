package io.nightglass.server.capture;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** {@code /s}, where session recordings go: accepted so that no SDK retries, and not kept. */
public final class RecordingRoute implements Handler {

    @Override
    public void handle(Context ctx) {
        CaptureRoute.ok(ctx);
    }
}
