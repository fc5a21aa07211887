package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.health.Health;
import io.nightglass.boards.health.HealthReader;
import io.nightglass.server.page.format.Times;

/** {@code GET /health}: what arrived, what was odd about it and what to do, who has gone quiet. */
public record HealthPage(Asker asker, View view) implements Handler {

    public record Model(Frame frame, Health health, Times times) {

        public String lastReceived() {
            var last = health.lastReceived();
            return last == null ? "—" : times.moment(last);
        }

        /** What a reader can do about a kind of warning. */
        public String advice(String kind) {
            return switch (kind) {
                case "missing_property" -> "Send it with the event; boards leave the event out where they need it.";
                case "mistyped_property" -> "Send a number as a number; text that is no number counts as missing.";
                case "missing_envelope" ->
                    "Send project, client and agent, or a distinct_id of project:client:agent; until then filters miss it.";
                case "too_many_promoted" -> "Kept in the event; only the first 200 dim_* names have columns.";
                case "truncated_distinct_id" -> "Use an id of at most 200 characters.";
                case "unreadable_timestamp" -> "Send ISO 8601; the time of receipt was taken instead.";
                case "refused_merge" -> "Identify with an id of one person, not a placeholder.";
                default -> "See the example.";
            };
        }
    }

    @Override
    public void handle(Context ctx) {
        var model = new Model(
                view.frame("Health", Frame.Part.HEALTH), new HealthReader(asker).read(), new Times(asker.zone()));
        view.write(ctx, "health.jte", model);
    }
}
