package io.nightglass.server.report;

import io.nightglass.boards.morning.Change;
import io.nightglass.boards.morning.FailureMode;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.morning.ReportJson;
import io.nightglass.boards.morning.Stop;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One loop's lines of the report.
 *
 * @param said makes what an event said fit to be printed
 */
record ReportFacts(LoopNight loop, Morning morning, UnaryOperator<String> said) {
    private static final int MOST_MODES = 8;

    /** A line: what it is about, and what there is to say. */
    record Fact(String name, String value) {}

    List<Fact> all() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("rounds", rounds()));
        facts.add(new Fact("best score", best()));
        facts.add(new Fact("spent", spent()));
        add(facts, "leak", leak());
        add(facts, "failures", failures());
        facts.add(new Fact("escalations", Count.of(loop.counts().escalations())));
        add(facts, "stopped", stops());
        add(facts, "regressions", regressions());
        facts.add(new Fact("anomalies", Count.of(loop.counts().anomalies())));
        facts.add(new Fact(
                "failed calls",
                "%s of %s"
                        .formatted(
                                Count.of(loop.counts().failedCalls()),
                                Count.of(loop.counts().calls()))));
        morning.changes().stream()
                .filter(change -> ReportJson.concerns(change, loop))
                .forEach(change -> facts.add(new Fact("changed", change(change))));
        return facts;
    }

    /** A line is left out when it has nothing to say. */
    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(name, value));
        }
    }

    private String rounds() {
        return "%s: %s kept, %s reverted, %s crashed, %s open"
                .formatted(
                        Count.of(loop.rounds().size()),
                        Count.of(loop.count(Verdict.KEPT)),
                        Count.of(loop.count(Verdict.REVERTED)),
                        Count.of(loop.count(Verdict.CRASHED)),
                        Count.of(loop.count(Verdict.OPEN)));
    }

    private String best() {
        var best = loop.best();
        var score = new Score(best.metric() == null ? null : said.apply(best.metric()));
        if (best.after() == null) {
            return "not scored";
        }
        var what = score.named(best.direction() == Direction.MINIMIZE);
        var delta = best.delta();
        return best.before() == null || delta == null
                ? "%s, the first; %s".formatted(score.of(best.after()), what)
                : "%s → %s, %s; %s"
                        .formatted(
                                score.of(best.before()),
                                score.of(best.after()),
                                delta > 0 ? score.delta(delta) + " better" : "no change",
                                what);
    }

    private String spent() {
        var all = loop.money().all();
        if (!all.isKnown()) {
            return all.isAtLeast()
                    ? "not known: %s without a price".formatted(Count.of(all.unpriced(), "call"))
                    : "nothing reported";
        }
        var perKept = loop.costPerKept();
        return "%s, %s, %s wasted%s"
                .formatted(
                        Money.inWords(all),
                        perKept == null
                                ? "none kept"
                                : (all.isAtLeast() ? "at least " : "") + Money.of(perKept.doubleValue()) + " per kept",
                        Money.inWords(loop.money().wasted()),
                        all.isAtLeast() ? "; %s without a price".formatted(Count.of(all.unpriced(), "call")) : "");
    }

    private String leak() {
        return loop.funnel()
                .worst()
                .map(lost -> "%s lost at %s".formatted(Count.of(lost.lost(), "round"), lost.step()))
                .orElse("");
    }

    private String failures() {
        var modes = loop.failureModes();
        var text = modes.stream().limit(MOST_MODES).map(this::failure).collect(Collectors.joining("; "));
        return modes.size() <= MOST_MODES ? text : text + "; and %d more".formatted(modes.size() - MOST_MODES);
    }

    private String failure(FailureMode mode) {
        return "%s in %s, %s"
                .formatted(
                        mode.name() == null ? "none sent" : said.apply(mode.name()),
                        Count.of(mode.rounds(), "round"),
                        mode.spent().isKnown() ? Money.inWords(mode.spent()) : "cost not known");
    }

    private String stops() {
        return Stop.byReason(loop.stops()).stream()
                .map(reason -> (reason.reason() == null ? "no reason given" : said.apply(reason.reason()))
                        + (reason.stops() == 1 ? "" : " ×" + reason.stops()))
                .collect(Collectors.joining(", "));
    }

    private String regressions() {
        return loop.regressions().stream()
                .map(one -> "%s ×%d"
                        .formatted(
                                one.dim() == null ? "without a dimension" : said.apply(one.dim()), one.regressions()))
                .collect(Collectors.joining(", "));
    }

    private String change(Change change) {
        var at = new Times(morning.night().zone()).clock(change.at());
        return switch (change) {
            case Change.Annotated note ->
                "%s %s%s"
                        .formatted(
                                at,
                                said.apply(note.content()),
                                note.author() == null
                                        ? ""
                                        : " (" + said.apply(Objects.requireNonNull(note.author())) + ")");
            case Change.Code code ->
                "%s other code, %s → %s".formatted(at, said.apply(code.from()), said.apply(code.to()));
        };
    }
}
