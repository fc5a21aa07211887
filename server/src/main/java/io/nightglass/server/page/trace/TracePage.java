package io.nightglass.server.page.trace;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Neighbours;
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

/**
 * {@code GET /rounds/{id}?node=ID&view=said|properties|raw&fold=IDS&all=1}: a round as a tree, and one node of it opened.
 */
public record TracePage(Asker asker, View view, KeptTexts texts) implements Handler {
    private static final List<String> VIEWS = List.of("said", "properties", "raw");

    /**
     * @param open null when the round has no node
     * @param gone that the open node's text is not kept any more, if so
     * @param opens whether rows are open when nobody closed them
     * @param fold the rows that are not open or closed like the others, as the address says it
     */
    public record Model(
            Frame frame,
            Round round,
            Trace trace,
            Waterfall fall,
            Rows rows,
            Neighbours beside,
            @Nullable OpenNode open,
            String tab,
            @Nullable String fold,
            boolean opens,
            Course course,
            Times times,
            @Nullable String gone) {

        public Score score() {
            return new Score(round.outcome().metric());
        }

        public Links at(String node, String tab) {
            return Links.toRound(round.id())
                    .with("node", node)
                    .with("view", tab.equals("said") ? null : tab)
                    .with("fold", fold);
        }

        public boolean isOpen(Row row) {
            return open != null && row instanceof Line line && open.line().id().equals(line.id());
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
        var lines = fall.lines().toList();
        var line = line(lines, ctx.queryParam("node"));
        var open = line == null ? null : OpenNode.of(line, asker);
        var asked = Objects.requireNonNullElse(ctx.queryParam("view"), "said");
        var tab = VIEWS.contains(asked) ? asked : "said";
        var shown = tab.equals("said") && open != null && open.said().isEmpty() ? "properties" : tab;
        var fold = ctx.queryParam("fold");
        var folds = Folds.of(fold, lines.size());
        view.write(
                ctx,
                ctx.header("HX-Request") != null ? "trace/node.jte" : "trace/page.jte",
                new Model(
                        view.frame("Round " + id, Frame.Part.ROUNDS),
                        round.get(),
                        trace,
                        fall,
                        Rows.of(fall, folds, line, ctx.queryParam("all") != null),
                        Neighbours.of(round.get(), asker),
                        open,
                        shown,
                        folds.turned().isEmpty() ? null : fold,
                        folds.open(),
                        Course.of(round.get(), lines, asker),
                        new Times(asker.zone()),
                        open == null ? null : texts.gone(open)));
    }

    /** The node asked for, by its id or by any event of it, else the first that failed, else the first call, else the first. */
    private static @Nullable Line line(List<Line> lines, @Nullable String id) {
        return lines.stream()
                .filter(one -> one.item().uuids().stream()
                        .anyMatch(uuid -> uuid.toString().equals(id)))
                .findFirst()
                .or(() -> lines.stream().filter(Line::isBad).findFirst())
                .or(() ->
                        lines.stream().filter(one -> one.mark().equals("call")).findFirst())
                .or(() -> lines.stream().findFirst())
                .orElse(null);
    }
}
