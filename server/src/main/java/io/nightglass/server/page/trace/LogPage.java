package io.nightglass.server.page.trace;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.trace.Step;
import io.nightglass.boards.trace.StepLog;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.MissingPage;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Span;
import io.nightglass.server.page.format.Times;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** {@code GET /rounds/{id}/log?agent=&tool=&failed=1&page=2}, also {@code &format=text}: a round step by step. */
public record LogPage(Asker asker, View view) implements Handler {
    private static final int SIZE = 500;

    /**
     * @param total lines the filter lets through
     * @param number the page, from 1
     */
    public record Model(
            Frame frame,
            StepLog.Filter filter,
            StepLog.Choices choices,
            List<Step> lines,
            long total,
            int number,
            Times times,
            List<String> problems) {

        public Links here() {
            return Links.toRound(filter.round().id())
                    .below("log")
                    .with("agent", filter.agent())
                    .with("tool", filter.tool())
                    .with("failed", filter.failed() ? "1" : null);
        }

        /** How many lines come before these. */
        public long before() {
            return (long) (number - 1) * SIZE;
        }

        public long left() {
            return Math.max(0, total - before() - lines.size());
        }

        public Links node(Step step) {
            return Links.toRound(filter.round().id()).with("node", step.uuid());
        }

        public String offset(Step step) {
            return Span.offset(Duration.between(filter.round().at(), step.at()));
        }
    }

    @Override
    public void handle(Context ctx) {
        var id = ctx.pathParam("id");
        var found = new Rounds(asker).named(id);
        if (found.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no round " + id, "/rounds", "All rounds");
            return;
        }
        var asked = new Asked(ctx);
        var filter =
                new StepLog.Filter(found.get(), asked.text("agent"), asked.text("tool"), asked.text("failed") != null);
        if ("text".equals(asked.text("format"))) {
            var text = new LogText(new StepLog(asker), new Times(asker.zone())).of(filter);
            ctx.header("Content-Disposition", "attachment; filename=\"%s.log\"".formatted(fileName(id)))
                    .contentType("text/plain; charset=utf-8")
                    .result(text);
            return;
        }
        page(ctx, asked, filter);
    }

    private void page(Context ctx, Asked asked, StepLog.Filter filter) {
        int number = Objects.requireNonNullElse(asked.number("page", 1, 1_000_000), 1);
        var log = new StepLog(asker);
        Round round = filter.round();
        view.write(
                ctx,
                "trace/log.jte",
                new Model(
                        view.frame("Log of round " + round.id(), Frame.Part.ROUNDS),
                        filter,
                        log.choices(round),
                        log.lines(filter, (long) (number - 1) * SIZE, SIZE),
                        log.count(filter),
                        number,
                        new Times(asker.zone()),
                        asked.problems()));
    }

    /** Ids are anybody's; a header takes few characters. */
    private static String fileName(String id) {
        var name = id.replaceAll("[^A-Za-z0-9._-]+", "-");
        return name.substring(0, Math.min(name.length(), 80));
    }
}
