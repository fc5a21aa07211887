package io.nightglass.server.page.runs;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.runs.Run;
import io.nightglass.boards.runs.Runs;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /runs?project=}: every run, the latest first. */
public record RunListPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 100;

    public record Model(
            Frame frame,
            List<Run> runs,
            long total,
            int number,
            @Nullable String project,
            List<String> projects,
            Times times,
            List<String> problems) {

        public Links at(int page) {
            return Links.to("/runs").with("project", project).with("page", page);
        }

        public boolean hasNext() {
            return (long) number * SIZE < total;
        }
    }

    @Override
    public void handle(Context ctx) {
        var asked = new Asked(ctx);
        var project = asked.text("project");
        var page = asked.number("page", 1, 1_000_000);
        int number = page == null ? 1 : page;
        var runs = new Runs(asker);
        view.write(
                ctx,
                "runs/list.jte",
                new Model(
                        view.frame("Runs", Frame.Part.RUNS),
                        runs.page(project, number, SIZE),
                        runs.count(project),
                        number,
                        project,
                        new Rounds(asker).choices().projects(),
                        new Times(asker.zone()),
                        asked.problems()));
    }
}
