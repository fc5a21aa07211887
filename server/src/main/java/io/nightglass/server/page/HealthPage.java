package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.doctor.Doctor;
import io.nightglass.boards.doctor.Finding;
import io.nightglass.boards.health.Health;
import io.nightglass.boards.health.HealthReader;
import io.nightglass.catalog.Warning;
import io.nightglass.server.page.format.Times;
import java.util.List;
import java.util.Objects;

/** {@code GET /health}: what arrived, what was odd about it and what to do, who has gone quiet. */
public record HealthPage(Asker asker, View view) implements Handler {

    public record Model(Frame frame, Health health, List<Finding> findings, Times times) {

        public String lastReceived() {
            var last = health.lastReceived();
            return last == null ? "—" : times.moment(last);
        }

        /** What a reader can do about a kind of warning. */
        public String advice(Health.Oddity oddity) {
            for (var kind : Warning.Kind.values()) {
                if (kind.wire().equals(oddity.kind())) {
                    return advice(kind, Objects.requireNonNullElse(oddity.property(), ""));
                }
            }
            return "See the example."; // kept by another version
        }

        private static String advice(Warning.Kind kind, String property) {
            return switch (kind) {
                case MISSING_PROPERTY -> "Send it with the event; boards leave the event out where they need it.";
                case MISTYPED_PROPERTY -> "Send a number as a number; text that is no number counts as missing.";
                case MISSING_ENVELOPE ->
                    switch (property) {
                        case "round_id" ->
                            "Send the round_id of the round with every event of it; until then the round lacks this one.";
                        case "run_id" ->
                            "Send the run_id of the run, not a blank one; until then the run lacks this round.";
                        default ->
                            "Send project, client and agent, or a distinct_id of project:client:agent; until then filters miss it.";
                    };
                case TOO_MANY_PROMOTED -> "Kept in the event; only the first 200 dim_* names have columns.";
                case TRUNCATED_DISTINCT_ID -> "Use an id of at most 200 characters.";
                case UNREADABLE_TIMESTAMP -> "Send ISO 8601; the time of receipt was taken instead.";
                case REFUSED_MERGE -> "Identify with an id of one person, not a placeholder.";
            };
        }
    }

    @Override
    public void handle(Context ctx) {
        var model = new Model(
                view.frame("Health", Frame.Part.HEALTH),
                new HealthReader(asker).read(),
                new Doctor(asker).findings(),
                new Times(asker.zone()));
        view.write(ctx, "health.jte", model);
    }
}
