package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Behind;
import io.nightglass.boards.Board;
import io.nightglass.boards.Boards;
import io.nightglass.boards.Row;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Times;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /boards/{board}/behind?what=&from=&to=}: exactly the events or ledger rows that a number on a board counts, where
 * they are not rounds.
 */
public record BehindPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 100;

    /** Stands in an address for events that say none. */
    private static final String NONE = "-";

    /** A filter in words. @param link the list without it; null when it must stay */
    public record Chip(String text, @Nullable Links link) {}

    /** @param here the address with every filter but the page */
    public record Model(
            Frame frame,
            Board board,
            Behind what,
            Behind.Page list,
            int number,
            Links here,
            List<Chip> chips,
            Times times,
            List<String> problems) {

        public String title() {
            var spent = list.spent();
            return Count.exact(list.total()) + " " + (list.total() == 1 ? what.one() : what.many())
                    + (spent == null ? "" : ", " + Money.inWords(spent));
        }

        public boolean isNumber(String column) {
            return column.endsWith("_usd") || column.endsWith("_tokens") || column.endsWith("_score");
        }

        public String cell(Row row, String column) {
            if (column.endsWith("_usd")) {
                var usd = row.number(column);
                return usd == null ? "not known" : Money.of(usd);
            }
            var text = row.text(column);
            return text == null ? "—" : text;
        }

        /** Where an event is seen among those of its round. */
        public @Nullable Links round(Row row) {
            var round = row.text("round_id");
            return round == null ? null : Links.toRound(round);
        }

        public boolean hasNext() {
            return (long) number * SIZE < list.total();
        }

        public Links page(int other) {
            return here.with("page", other == 1 ? null : other);
        }
    }

    @Override
    public void handle(Context ctx) {
        var board = Boards.named(ctx.pathParam("board"));
        if (board.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no board " + ctx.pathParam("board"), "/boards", "All boards");
            return;
        }
        var asked = new Asked(ctx);
        var what = asked.word("what", Behind.class);
        if (what == null) {
            new MissingPage(view)
                    .write(
                            ctx,
                            "What is behind a number needs what=, one of those its board links to",
                            "/boards/" + board.get().id(),
                            board.get().question());
            return;
        }
        var filters = Filters.byDay(asked, asker);
        var project = asked.text("project");
        var keys = new HashMap<String, @Nullable String>();
        for (var key : Behind.KEYS) {
            var value = asked.text(key);
            if (value != null) {
                keys.put(key, value.equals(NONE) ? null : value);
            }
        }
        var query = filters.query().of(NONE.equals(project) ? "" : project);
        var which = new Behind.Which(query, !filters.byDay(), keys);
        int number = Objects.requireNonNullElse(asked.number("page", 1, 1_000_000), 1);
        var here = here(asked, board.get(), filters);
        view.write(
                ctx,
                "board/behind.jte",
                new Model(
                        view.frame(board.get().question(), Frame.Part.BOARDS),
                        board.get(),
                        what,
                        what.page(asker, which, number, SIZE),
                        number,
                        here,
                        chips(here, filters),
                        new Times(asker.zone()),
                        asked.problems()));
    }

    private static Links here(Asked asked, Board board, Filters filters) {
        var here = filters.at("/boards/" + board.id() + "/behind")
                .with("what", asked.text("what"))
                .with("bucket", filters.byDay() ? null : "night");
        for (var key : Behind.KEYS) {
            here = here.with(key, asked.text(key));
        }
        return here;
    }

    private static List<Chip> chips(Links here, Filters filters) {
        var chips = new ArrayList<Chip>();
        var query = filters.query();
        var word = filters.byDay() ? "" : query.from().equals(query.to()) ? "night of " : "nights of ";
        chips.add(new Chip(
                word + (query.from().equals(query.to()) ? query.from().toString() : query.from() + " to " + query.to()),
                null));
        for (var name : List.of("project", "client", "reason", "from_model", "to_model", "task_type", "model")) {
            var value = here.filters().get(name);
            if (value != null) {
                chips.add(new Chip(
                        "%s %s".formatted(name, value.equals(NONE) ? "not said" : value), here.with(name, null)));
            }
        }
        return chips;
    }
}
