package io.nightglass.server.api;

import io.javalin.http.Context;
import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.server.edge.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET .../boards/} and {@code .../boards/{board}/?from&to&project&client}: what the command line prints. */
public record BoardRoutes(Asker asker) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@code {"count","results":[{"board","question"}]}}. */
    public void list(Context ctx) {
        var json = JSON.createObjectNode();
        json.put("count", Boards.ALL.size()).putNull("next").putNull("previous");
        var results = json.putArray("results");
        Boards.ALL.forEach(board -> results.addObject().put("board", board.id()).put("question", board.question()));
        ctx.contentType("application/json").result(json.toString());
    }

    /** {@code {"board","question","from","to","columns","rows","hogql"}}. */
    public void one(Context ctx) {
        var board = Boards.named(ctx.pathParam("board"))
                .orElseThrow(() -> Refusal.notFound("There is no board '%s'; the boards are %s."
                        .formatted(Refusal.quoted(ctx.pathParam("board")), ids())));
        var answer = new BoardRunner(asker).run(board, query(ctx, asker.today()));
        ctx.contentType("application/json").result(answer.toJson().toString());
    }

    /** {@code from}, {@code to}, {@code project} and {@code client} of the address; the last 30 days unless said. */
    static BoardQuery query(Context ctx, LocalDate today) {
        var usual = BoardQuery.lastDays(today);
        var to = day(ctx, "to");
        var from = day(ctx, "from");
        var last = to != null ? to : from != null && from.isAfter(usual.to()) ? from : usual.to();
        var first = from != null ? from : BoardQuery.lastDays(last).from();
        if (last.isBefore(first)) {
            throw Refusal.badRequest("from %s is after to %s; exchange them".formatted(first, last));
        }
        return new BoardQuery(first, last, text(ctx, "project"), text(ctx, "client"));
    }

    private static @Nullable LocalDate day(Context ctx, String name) {
        var text = text(ctx, name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.badRequest("'%s' of %s is no date; write YYYY-MM-DD".formatted(Refusal.quoted(text), name));
        }
    }

    private static @Nullable String text(Context ctx, String name) {
        var text = ctx.queryParam(name);
        return text == null || text.isEmpty() ? null : text;
    }

    private static String ids() {
        return Boards.ALL.stream().map(board -> board.id()).collect(Collectors.joining(", "));
    }
}
