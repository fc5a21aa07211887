package io.nightglass.server.page.runs;

import io.nightglass.boards.runs.Run;
import io.nightglass.boards.runs.RunCourse;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Span;
import io.nightglass.server.page.format.Times;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A run's figures, to be laid beside another's. */
record RunFigureText(Run run, RunCourse course, Times times) {
    static final List<String> NAMES = List.of(
            "Loop",
            "Best score",
            "Baseline",
            "Rounds",
            "Kept",
            "Reverted",
            "Crashed",
            "Open",
            "Took",
            "Spent",
            "Per kept",
            "Wasted",
            "Escalations",
            "Eval regressions",
            "Stopped",
            "Code");

    List<String> values() {
        var tally = run.tally();
        var score = new Score(run.goal().metric());
        return List.of(
                Objects.requireNonNullElse(run.project(), "no project"),
                score.of(run.goal().best()),
                score.cell(course.baseline()),
                Count.of(tally.rounds()),
                Count.of(tally.kept()),
                Count.of(tally.reverted()),
                Count.of(tally.crashed()),
                Count.of(tally.open()),
                Span.of(Duration.between(run.times().started(), run.times().end())),
                Money.sum(run.spent()),
                NightFigureText.perKept(run.spent(), tally.kept()),
                Money.sum(course.wasted()),
                Count.of(tally.escalations()),
                Count.of(tally.regressions()),
                run.times().ended() == null ? "—" : Objects.requireNonNullElse(run.stopReason(), "no reason given"),
                Objects.requireNonNullElse(run.goal().lastGitSha(), "—"));
    }
}
