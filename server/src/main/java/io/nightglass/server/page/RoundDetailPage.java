package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.RoundEvent;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /rounds/{id}}: the facts of a round and its events in the order they happened. */
public record RoundDetailPage(Asker asker, View view) implements Handler {
    private static final JsonMapper JSON = JsonMapper.shared();

    public record Model(Frame frame, Round round, List<RoundEvent> events, Times times, Score score) {

        /** The properties of an event, one to a line. */
        public String pretty(RoundEvent event) {
            try {
                return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(event.properties()));
            } catch (JacksonException e) {
                return event.properties(); // damaged text is shown as it is
            }
        }
    }

    @Override
    public void handle(Context ctx) {
        var id = ctx.pathParam("id");
        var rounds = new Rounds(asker);
        var found = rounds.named(id);
        if (found.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no round " + id, "/rounds", "All rounds");
            return;
        }
        var round = found.get();
        view.write(
                ctx,
                "round.jte",
                new Model(
                        view.frame("Round " + id, Frame.Part.ROUNDS),
                        round,
                        rounds.events(round),
                        new Times(asker.zone()),
                        new Score(round.outcome().metric())));
    }
}
