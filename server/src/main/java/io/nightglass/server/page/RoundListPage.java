package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.RoundFunnel;
import io.nightglass.boards.rounds.Among;
import io.nightglass.boards.rounds.Incident;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.RoundPage;
import io.nightglass.boards.rounds.RoundSort;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /rounds}: the rounds behind a number; every filter is in the address. */
public record RoundListPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 100;
    private static final Set<String> FIELDS = Set.of("from", "to", "project", "client", "verdict", "q");
    private static final List<String> FILTERS = List.of(
            "night", "from", "to", "project", "client", "run", "verdict", "failure", "step", "lost", "with", "q",
            "sort", "order", "no", "by", "dim", "task", "model");

    /** A filter in words. @param link the list without it */
    public record Chip(String text, Links link) {}

    /**
     * @param here the address with every filter but the page
     * @param isEmpty whether the pane has no round at all
     */
    public record Model(
            Frame frame,
            RoundPage list,
            RoundFilter filter,
            RoundSort sort,
            Links here,
            Rounds.Choices choices,
            boolean isEmpty,
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

        /** The filters the form has no field for, as words; each leads to the list without it. */
        public List<Chip> chips() {
            var chips = new ArrayList<Chip>();
            chip(chips, "night", night == null ? null : "night " + night);
            chip(chips, "by", filter.clock() == RoundFilter.Clock.SCORED ? "by time of score" : null);
            chip(chips, "by", filter.clock() == RoundFilter.Clock.DECIDED ? "by time of verdict" : null);
            switch (filter.among()) {
                case Among.Dimension dimension -> chip(chips, "dim", dimension.words());
                case Among.Fit fit ->
                    chips.add(new Chip(fit.words(), here.with("task", null).with("model", null)));
                case null -> {}
            }
            chip(chips, "run", filter.run() == null ? null : "run " + filter.run());
            chip(chips, "no", RoundFilter.NONE.equals(filter.project()) ? "no project" : null);
            chip(chips, "no", RoundFilter.NONE.equals(filter.failureMode()) ? "failed by nothing named" : null);
            var failure = here.filters().get("failure");
            chip(chips, "failure", failure == null ? null : "failed by " + failure);
            chip(chips, "step", filter.step() == null ? null : "reached " + step(filter.step()));
            chip(chips, "lost", filter.lostAt() == null ? null : "lost at " + step(filter.lostAt()));
            chip(
                    chips,
                    "with",
                    filter.incident() == null
                            ? null
                            : "with " + filter.incident().words());
            return chips;
        }

        private void chip(List<Chip> chips, String name, @Nullable String text) {
            if (text != null) {
                chips.add(new Chip(text, here.with(name, null)));
            }
        }

        private static String step(int place) {
            return RoundFunnel.STEPS.get(place - 1);
        }

        /** The filters and the order the form sends along unseen. */
        public Map<String, String> hidden() {
            var hidden = new LinkedHashMap<>(here.filters());
            hidden.keySet().removeAll(FIELDS);
            return hidden;
        }

        public @Nullable String aria(RoundSort.By by) {
            return sort.by() != by ? null : sort.descending() ? "descending" : "ascending";
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var from = asked.date("from");
        var to = asked.date("to");
        var night = from == null && to == null ? asked.date("night") : null; // dates asked for lift the night
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
                        here(asked).with("night", night),
                        rounds.choices(),
                        rounds.latest() == null,
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
                clock(asked),
                named(asked, "project"),
                asked.text("client"),
                asked.text("run"),
                asked.word("verdict", Verdict.class),
                named(asked, "failure"),
                asked.number("step", 1, 5),
                asked.number("lost", 2, 5),
                asked.word("with", Incident.class),
                asked.text("q"),
                among(asked));
    }

    private static @Nullable Among among(Asked asked) {
        var dimension = asked.text("dim");
        var task = asked.text("task");
        var model = asked.text("model");
        if ((task == null) != (model == null)) {
            asked.problem("A task and a model only filter together.");
        }
        return dimension != null
                ? new Among.Dimension(dimension)
                : task != null && model != null ? new Among.Fit(task, model) : null;
    }

    private static RoundFilter.Clock clock(Asked asked) {
        return Objects.requireNonNullElse(asked.word("by", RoundFilter.Clock.class), RoundFilter.Clock.BEGAN);
    }

    /** A name, or that there is none. */
    private static @Nullable String named(Asked asked, String filter) {
        var name = asked.text(filter);
        return name == null && filter.equals(asked.text("no")) ? RoundFilter.NONE : name;
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
