package io.nightglass.server.page.trace;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.trace.Trace;
import io.nightglass.boards.trace.TraceReader;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.MissingPage;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code GET /rounds/{id}?node=ID&view=said|properties|raw}: a round as a tree, and one node of it opened. */
public record TracePage(Asker asker, View view) implements Handler {
    private static final List<String> VIEWS = List.of("said", "properties", "raw");

    /** @param open null when the round has no node */
    public record Model(
            Frame frame,
            Round round,
            Trace trace,
            Waterfall fall,
            @Nullable OpenNode open,
            String tab,
            Times times) {

        public Score score() {
            return new Score(round.outcome().metric());
        }

        public Links at(String node, String tab) {
            return Links.toRound(round.id()).with("node", node).with("view", tab.equals("said") ? null : tab);
        }

        public boolean isOpen(Line line) {
            return open != null && open.line().id().equals(line.id());
        }
    }

    @Override
    public void handle(Context ctx) {
        var id = ctx.pathParam("id");
        var round = new Rounds(asker).named(id);
        var trace = round.isEmpty() ? null : new TraceReader(asker).read(id).orElse(null);
        if (trace == null) {
            new MissingPage(view).write(ctx, "There is no round " + id, "/rounds", "All rounds");
            return;
        }
        var fall = Waterfall.of(trace);
        var open = open(fall, ctx.queryParam("node"));
        var asked = Objects.requireNonNullElse(ctx.queryParam("view"), "said");
        var tab = VIEWS.contains(asked) ? asked : "said";
        var shown = tab.equals("said") && open != null && open.said().isEmpty() ? "properties" : tab;
        var frame = view.frame("Round " + id, Frame.Part.ROUNDS);
        view.write(
                ctx,
                ctx.header("HX-Request") != null ? "trace/node.jte" : "trace/page.jte",
                new Model(frame, round.get(), trace, fall, open, shown, new Times(asker.zone())));
    }

    /** The node asked for, else the first that failed, else the first call, else the first. */
    private @Nullable OpenNode open(Waterfall fall, @Nullable String id) {
        var lines = fall.lines();
        var line = lines.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> lines.stream().filter(Line::isBad).findFirst())
                .or(() ->
                        lines.stream().filter(one -> one.mark().equals("call")).findFirst())
                .or(() -> lines.stream().findFirst());
        return line.map(one -> OpenNode.of(one, asker)).orElse(null);
    }
}
