package io.nightglass.server.edge;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Lets a page of any origin send to us, as PostHog does: the origin and the headers it asks for are mirrored. */
public final class Cors {
    private static final String A_DAY = "86400";

    private Cors() {}

    /** {@code handler} with its answers readable from any origin. */
    public static Handler open(Handler handler) {
        return ctx -> {
            mirror(ctx);
            handler.handle(ctx);
        };
    }

    /** Answers the preflight of a browser. */
    public static void preflight(Context ctx) {
        mirror(ctx);
        ctx.status(200);
    }

    private static void mirror(Context ctx) {
        var origin = ctx.header("Origin");
        if (origin == null) {
            return;
        }
        ctx.header("Access-Control-Allow-Origin", origin);
        ctx.header("Access-Control-Allow-Credentials", "true");
        ctx.header("Access-Control-Allow-Methods", "GET, POST, OPTIONS");
        ctx.header("Access-Control-Max-Age", A_DAY);
        ctx.header("Vary", "Origin");
        var headers = ctx.header("Access-Control-Request-Headers");
        ctx.header("Access-Control-Allow-Headers", headers == null ? "*" : headers);
        if ("true".equals(ctx.header("Access-Control-Request-Private-Network"))) {
            ctx.header("Access-Control-Allow-Private-Network", "true");
        }
    }
}
