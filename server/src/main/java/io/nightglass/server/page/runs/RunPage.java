package io.nightglass.server.page.runs;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.runs.Escalation;
import io.nightglass.boards.runs.Run;
import io.nightglass.boards.runs.RunCourse;
import io.nightglass.boards.runs.Runs;
import io.nightglass.catalog.Direction;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.MissingPage;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Span;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /runs/{run}}: how one run went, round by round. */
public record RunPage(Asker asker, MetadataStore metadata, View view) implements Handler {
    private static final int MOST_ROWS = 200;

    /**
     * @param before the run of the same loop before this one; null for the first
     * @param after the one after it; null for the latest
     * @param notes annotations while it ran
     */
    public record Model(
            Frame frame,
            Run run,
            RunCourse course,
            RunChart chart,
            List<Escalation> escalations,
            List<MetadataStore.Annotation> notes,
            @Nullable Run before,
            @Nullable Run after,
            Times times) {

        public Score score() {
            return new Score(run.goal().metric());
        }

        public boolean minimize() {
            return run.goal().direction() == Direction.MINIMIZE;
        }

        public String took() {
            return Span.of(Duration.between(run.times().started(), run.times().end()));
        }

        /** The rounds to list, the newest first. */
        public List<RunCourse.Stage> rows() {
            var newest = course.stages().reversed();
            return newest.subList(0, Math.min(MOST_ROWS, newest.size()));
        }

        public Links rounds() {
            return Links.to("/rounds").with("run", run.id());
        }

        public Links compare() {
            return Links.to("/compare").with("run", run.id());
        }
    }

    @Override
    public void handle(Context ctx) {
        var id = ctx.pathParam("run");
        var runs = new Runs(asker);
        var found = runs.named(id);
        if (found.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no run " + id, "/runs", "All runs");
            return;
        }
        var run = found.get();
        var times = new Times(asker.zone());
        var course = RunCourse.of(
                new Rounds(asker).all(RoundFilter.ALL.inRun(id)), run.goal().direction());
        var escalations = runs.escalations(run);
        var notes =
                metadata.annotations(run.times().started(), run.times().last().plusMillis(1));
        view.write(
                ctx,
                "runs/run.jte",
                new Model(
                        view.frame("Run of " + times.moment(run.times().started()), Frame.Part.RUNS),
                        run,
                        course,
                        RunChart.of(course, run, escalations, notes),
                        escalations,
                        notes,
                        runs.before(run).orElse(null),
                        runs.after(run).orElse(null),
                        times));
    }
}
