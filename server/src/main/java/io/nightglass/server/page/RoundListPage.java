package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.rounds.Incident;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.RoundPage;
import io.nightglass.boards.rounds.RoundSort;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /rounds}: the rounds behind a number; every filter is in the address. */
public record RoundListPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 100;
    private static final List<String> FILTERS = List.of(
            "night", "from", "to", "project", "client", "run", "verdict", "failure", "step", "lost", "with", "q",
            "sort", "order");

    /** @param here the address with every filter but the page */
    public record Model(
            Frame frame,
            RoundPage list,
            RoundFilter filter,
            RoundSort sort,
            Links here,
            Rounds.Choices choices,
            Times times,
            @Nullable LocalDate night,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> problems) {

        /** The same list ordered by a column: a second click turns it round. */
        public Links sorted(RoundSort.By by) {
            boolean turn = sort.by() == by && sort.descending();
            return here.with("sort", by.wire()).with("order", turn ? "asc" : null);
        }

        public @Nullable String aria(RoundSort.By by) {
            return sort.by() != by ? null : sort.descending() ? "descending" : "ascending";
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var night = asked.date("night");
        var from = asked.date("from");
        var to = asked.date("to");
        var filter = filter(asked, night, from, to);
        var by = asked.word("sort", RoundSort.By.class);
        var sort = new RoundSort(by == null ? RoundSort.By.TIME : by, !"asc".equals(asked.text("order")));
        var number = asked.number("page", 1, 1_000_000);
        var rounds = new Rounds(asker);
        view.write(
                ctx,
                "rounds.jte",
                new Model(
                        view.frame("Rounds", Frame.Part.ROUNDS),
                        rounds.page(filter, sort, number == null ? 1 : number, SIZE),
                        filter,
                        sort,
                        here(asked),
                        rounds.choices(),
                        new Times(asker.zone()),
                        night,
                        from,
                        to,
                        asked.problems()));
    }

    private RoundFilter filter(
            Asked asked, @Nullable LocalDate night, @Nullable LocalDate from, @Nullable LocalDate to) {
        var begin = night != null ? new Night(night, asker.zone()).start() : midnight(from);
        var end = night != null ? new Night(night, asker.zone()).end() : midnight(to == null ? null : to.plusDays(1));
        return new RoundFilter(
                begin,
                end,
                asked.text("project"),
                asked.text("client"),
                asked.text("run"),
                asked.word("verdict", Verdict.class),
                asked.text("failure"),
                asked.number("step", 1, 5),
                asked.number("lost", 2, 5),
                asked.word("with", Incident.class),
                asked.text("q"));
    }

    private @Nullable Instant midnight(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(asker.zone()).toInstant();
    }

    private static Links here(Asked asked) {
        var here = Links.to("/rounds");
        for (var name : FILTERS) {
            here = here.with(name, asked.text(name));
        }
        return here;
    }
}
