package io.nightglass.server.page.evals;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.evals.EvalFilter;
import io.nightglass.boards.evals.Evals;
import io.nightglass.boards.evals.Flip;
import io.nightglass.boards.evals.JudgeCost;
import io.nightglass.boards.evals.Regressed;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Share;
import java.util.List;

/** {@code GET /evals?from=&to=&project=&client=&show=average}: suites over nights, and what fell back. */
public record EvalPage(Asker asker, View view) implements Handler {
    private static final int MOST_SUITES = 8;

    /** @param left suites that are not shown */
    public record Model(
            Frame frame,
            EvalAsked asked,
            boolean average,
            List<Heat> suites,
            long left,
            List<Regressed> regressions,
            List<Flip> flips,
            List<JudgeCost> costs,
            List<String> problems) {

        public Links here() {
            return asked.at("/evals").with("show", average ? "average" : null);
        }

        public long cases() {
            return suites.stream().mapToLong(Heat::cases).sum();
        }

        public long judged() {
            return suites.stream().mapToLong(Heat::judged).sum();
        }

        /** What the page says before anything else. */
        public String answer() {
            long fell = regressions.stream().mapToLong(Regressed::regressions).sum();
            long passed = suites.stream().mapToLong(Heat::passed).sum();
            var rate = judged() == 0
                    ? "Of %s nobody says whether it passed".formatted(Count.of(cases(), "case"))
                    : "%s of %s passed".formatted(Share.of(passed, judged()), Count.of(judged(), "case"));
            return (cases() == 0 ? "No case was judged" : rate) + "; "
                    + (fell == 0 ? "none fell back." : Count.of(fell, "regression") + ".");
        }

        public String money(double usd, long unknown) {
            return unknown == 0 ? Money.of(usd) : usd == 0 ? "not known" : "≥ " + Money.of(usd);
        }

        public String share(JudgeCost cost) {
            var share = cost.share();
            return share == null ? "—" : cost.bound() + Share.of(share);
        }

        /** The cases of one that wavers. */
        public Links cases(Flip flip) {
            return asked.of(flip.suite()).by(flip.version()).at("/evals/cases").with("case", flip.caseId());
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var found = EvalAsked.of(asked, asker);
        var filter = EvalFilter.of(found.filters().query());
        var all = new EvalAsked(found.filters(), filter);
        var evals = new Evals(asker);
        boolean average = "average".equals(asked.text("show"));
        var suites = Heat.of(evals.nights(filter), all, average);
        view.write(
                ctx,
                "evals/evals.jte",
                new Model(
                        view.frame("Evals", Frame.Part.EVALS),
                        all,
                        average,
                        suites.stream().limit(MOST_SUITES).toList(),
                        Math.max(0, suites.size() - MOST_SUITES),
                        evals.regressions(filter),
                        evals.flips(filter),
                        evals.judgeCosts(filter),
                        asked.problems()));
    }
}
