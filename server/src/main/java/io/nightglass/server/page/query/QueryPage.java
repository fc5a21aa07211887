package io.nightglass.server.page.query;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.parse.HogQlFormat;
import io.nightglass.server.api.QueryDesk;
import io.nightglass.server.edge.CallerWatch;
import io.nightglass.server.edge.Refusal;
import io.nightglass.server.edge.Refusals;
import io.nightglass.server.page.Frame;
import io.nightglass.server.page.View;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /query}: a question in the address, its answer on the page; also {@code ?format=csv|json},
 * {@code ?view=explain} and {@code ?view=format}. A script on the page replaces the answer without loading the rest again; none of it needs one.
 */
public record QueryPage(Asker asker, QueryDesk desk, View view, RowCounts counts) implements Handler {

    private static final Mistake UNCHANGED = new Mistake(
            "This query cannot be laid out without changing what it says or losing a comment, so it stays as it is.",
            null);

    /** What is beside the editor. @param rows of each table by its name, as they are said; "" where not known */
    public record Tree(List<TableShape> tables, Map<String, String> rows) {

        public String said(TableShape table) {
            var said = rows.getOrDefault(table.name(), "");
            return said.isEmpty() ? "%d columns".formatted(table.columns().size()) : said;
        }
    }

    /** @param ran when the answer was made, in the pane's zone */
    public record Model(Frame frame, Question question, Outcome outcome, Tree tree, Times times, Instant ran) {

        public String title() {
            return question.isEmpty()
                    ? "Ask your own question"
                    : question.title().isEmpty() ? "Query" : question.title();
        }

        public List<ReadyQuestion> ready() {
            return ReadyQuestion.ALL;
        }
    }

    @Override
    public void handle(Context ctx) {
        refuseOtherSites(ctx);
        switch (Objects.requireNonNullElse(ctx.queryParam("format"), "page")) {
            case "csv" -> file(ctx, "csv", "text/csv; charset=utf-8");
            case "json" -> file(ctx, "json", "application/json");
            default -> page(ctx);
        }
    }

    /**
     * A page of another site may link here, but not make a reader's browser compute unseen (an image, a frame, a script):
     * it could not read the answer, yet it would cost this machine.
     */
    private static void refuseOtherSites(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreign && !"document".equals(ctx.header("Sec-Fetch-Dest"))) {
            throw Refusal.forbidden("a page of another site cannot ask this pane; open the address itself");
        }
    }

    private void page(Context ctx) {
        var question = new Question("");
        Outcome outcome;
        try {
            question = Question.of(ctx);
            if ("format".equals(ctx.queryParam("view")) && !question.isEmpty()) {
                var laidOut = HogQlFormat.of(question.text());
                outcome = laidOut.isPresent() ? new Outcome.Formatted() : new Outcome.Refused(UNCHANGED);
                question = question.with(laidOut.orElse(question.text()));
            } else {
                outcome = outcome(ctx, question);
            }
        } catch (QueryException e) {
            ctx.status(400);
            outcome = new Outcome.Refused(Mistake.of(e, Refusals.of(e, () -> "a layout"), question.text()));
        } catch (Question.BrokenAddress e) {
            ctx.status(400);
            outcome = new Outcome.Refused(new Mistake(String.valueOf(e.getMessage()), null));
        }
        var frame = view.frame(question.title().isEmpty() ? "Query" : question.title(), Frame.Part.QUERY);
        var tree = new Tree(asker.store().tables().all(), counts.said());
        var now = asker.clock().instant();
        view.write(ctx, "query.jte", new Model(frame, question, outcome, tree, new Times(asker.zone()), now));
    }

    private Outcome outcome(Context ctx, Question question) {
        if (question.isEmpty()) {
            return new Outcome.Nothing();
        }
        try {
            long start = System.nanoTime();
            var query = desk.understood(question.query());
            if ("explain".equals(ctx.queryParam("view"))) {
                return new Outcome.Explained(Plan.of(query, asker.store()));
            }
            long understood = System.nanoTime();
            var table = desk.rows(query, () -> CallerWatch.isGone(ctx));
            var took = new Answer.Took(
                    Duration.ofNanos(understood - start), Duration.ofNanos(System.nanoTime() - understood));
            return new Outcome.Rows(Answer.of(query, table, took, new Times(asker.zone())));
        } catch (QueryException | StoreException | Refusal e) {
            var refusal = Refusals.of(e, () -> "a query of a page");
            ctx.status(refusal.status());
            return new Outcome.Refused(Mistake.of(e, refusal, question.text()));
        }
    }

    private void file(Context ctx, String ending, String type) {
        try {
            var answer = desk.ask(Question.of(ctx).query(), () -> CallerWatch.isGone(ctx));
            ctx.header("Content-Disposition", "attachment; filename=\"query.%s\"".formatted(ending))
                    .contentType(type);
            if (ending.equals("csv")) {
                ctx.result(Export.csv(JsonMapper.shared().readTree(answer)));
            } else {
                ctx.result(answer);
            }
        } catch (Question.BrokenAddress e) {
            throw Refusal.badRequest(String.valueOf(e.getMessage()));
        }
    }
}
