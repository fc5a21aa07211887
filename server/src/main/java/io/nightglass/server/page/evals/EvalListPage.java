package io.nightglass.server.page.evals;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.evals.EvalFilter;
import io.nightglass.boards.evals.Evals;
import io.nightglass.boards.evals.Judged;
import io.nightglass.boards.evals.SuiteRun;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /evals/cases} and {@code GET /evals/runs}: the cases and the runs of suites behind every number, a hundred at a
 * time; every filter is in the address.
 *
 * @param ofRuns whether it lists runs, not cases
 */
public record EvalListPage(Asker asker, View view, boolean ofRuns) implements Handler {
    private static final int SIZE = 100;

    /** A filter in words. @param link the list without it */
    public record Chip(String text, Links link) {}

    /** @param number the page, from 1 */
    public record Model(
            Frame frame,
            EvalAsked asked,
            String path,
            List<Judged> cases,
            List<SuiteRun> runs,
            int number,
            boolean hasNext,
            Times times,
            List<String> problems) {

        public Links here() {
            return asked.at(path);
        }

        public List<Chip> chips() {
            var filter = asked.filter();
            var chips = new ArrayList<Chip>();
            chip(chips, "suite", filter.suite());
            chip(chips, "dim", filter.dim());
            chip(chips, "version", filter.version());
            chip(chips, "case", filter.caseId());
            return chips;
        }

        private void chip(List<Chip> chips, String name, @Nullable String value) {
            if (value != null) {
                var without = here().with(name, null);
                var none = without.filters().get("none");
                var others = none == null
                        ? null
                        : String.join(
                                ",",
                                List.of(none.split(",", -1)).stream()
                                        .filter(other -> !other.equals(name))
                                        .toList());
                var words = value.equals(EvalFilter.NONE) ? "no " + name : name + " " + value;
                chips.add(new Chip(words, without.with("none", others)));
            }
        }

        /** The filters that have no field in the form. */
        public Map<String, String> hidden() {
            var hidden = new LinkedHashMap<>(here().filters());
            List.of("from", "to", "project", "client", "outcome", "q").forEach(hidden::remove);
            return hidden;
        }

        /** Its node in the trace of its round; null when it names none. */
        public @Nullable Links node(@Nullable String round, String uuid) {
            return round == null ? null : Links.toRound(round).with("node", uuid);
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var found = EvalAsked.of(asked, asker);
        int number = Objects.requireNonNullElse(asked.number("page", 1, 10_000), 1);
        var evals = new Evals(asker);
        List<Judged> cases = ofRuns ? List.of() : evals.cases(found.filter(), number, SIZE);
        List<SuiteRun> runs = ofRuns ? evals.runs(found.filter(), number, SIZE) : List.of();
        view.write(
                ctx,
                ofRuns ? "evals/runs.jte" : "evals/cases.jte",
                new Model(
                        view.frame(ofRuns ? "Runs of suites" : "Cases", Frame.Part.EVALS),
                        found,
                        ofRuns ? "/evals/runs" : "/evals/cases",
                        cases.stream().limit(SIZE).toList(),
                        runs.stream().limit(SIZE).toList(),
                        number,
                        Math.max(cases.size(), runs.size()) > SIZE,
                        new Times(asker.zone()),
                        asked.problems()));
    }
}
