package io.nightglass.server.page;

import io.javalin.http.Context;
import io.nightglass.server.edge.Refusal;
import io.nightglass.server.edge.Refusals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page that could not be made, and why. It comes again by itself when trying again helps. Asks nothing of the store. */
public record RefusedPage(View view) {

    /**
     * @param title what went wrong in two or three words
     * @param after seconds until the page comes again by itself; null when that would not help
     * @param address of the page itself
     */
    public record Model(
            Frame frame,
            String title,
            String detail,
            @Nullable Long after,
            String address) {}

    void write(Context ctx, Refusal refusal) {
        var wait = refusal.retryAfter();
        var after = wait == null ? null : Long.valueOf(Math.max(1, wait.toSeconds()));
        var query = ctx.queryString();
        var model = new Model(
                view.frameAlone(title(refusal)),
                title(refusal),
                refusal.detail(),
                after,
                ctx.path() + (query == null ? "" : "?" + query));
        ctx.header("Cache-Control", "no-store");
        Refusals.write(ctx, refusal, View.HTML, view.html("refused.jte", Map.of("page", model)));
    }

    private static String title(Refusal refusal) {
        return switch (refusal.status()) {
            case 404 -> "Not found";
            case 429, 503 -> "Not just now";
            default -> "This can't be shown";
        };
    }
}
