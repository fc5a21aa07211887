package io.nightglass.server.page.query;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.catalog.Catalog;
import io.nightglass.server.api.SchemaListing;
import io.nightglass.store.StoreException;
import java.util.LinkedHashSet;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /query/words}: what the editor completes; the schema, and the names of events with it. */
public record WordsRoute(Asker asker) implements Handler {
    private static final String ARRIVED =
            "SELECT event FROM events GROUP BY event ORDER BY count() DESC, event LIMIT 500";

    @Override
    public void handle(Context ctx) {
        var words = SchemaListing.of(asker.store().tables()).toJson();
        var events = new LinkedHashSet<String>();
        try {
            asker.ask(ARRIVED, Map.of()).rows().forEach(row -> events.add(String.valueOf(row.getFirst())));
        } catch (StoreException e) {
            events.clear(); // an editor completes what it can; the page itself says what is wrong
        }
        Catalog.schemas().forEach(schema -> events.add(schema.event()));
        var named = words.putArray("events");
        events.forEach(named::add);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json").result(JsonMapper.shared().writeValueAsBytes(words));
    }
}
