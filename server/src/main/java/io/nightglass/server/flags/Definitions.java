package io.nightglass.server.flags;

import io.javalin.http.Context;

/** What local evaluation polls: every flag's rules. Guarded by the personal key where it is registered. */
public final class Definitions {
    private static final String NONE = """
            {"flags":[],"group_type_mapping":{},"cohorts":{},"minimal_flag_called_events":false}""";

    private static final String ETAG = "\"none\"";

    private Definitions() {}

    /** {@code GET /flags/definitions} and {@code /api/feature_flag/local_evaluation}; 304 to who has them already. */
    public static void handle(Context ctx) {
        ctx.header("ETag", ETAG);
        if (ETAG.equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
        } else {
            ctx.contentType("application/json").result(NONE);
        }
    }
}
