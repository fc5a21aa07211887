package io.nightglass.server.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.store.EventStore;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/projects/:id/schema/}: everything a question may name. */
public record SchemaRoute(EventStore store) implements Handler {

    @Override
    public void handle(Context ctx) {
        var listing = SchemaListing.of(store.tables());
        ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(listing.toJson()));
    }
}
