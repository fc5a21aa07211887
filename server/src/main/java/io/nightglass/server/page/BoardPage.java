package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Board;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.boards.morning.Best;
import io.nightglass.boards.morning.BestScores;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.rounds.Scorers;
import io.nightglass.catalog.Direction;
import io.nightglass.server.page.query.BoardQuestion;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.MetadataStore.Annotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code GET /boards/{board}}, also {@code ?format=csv|json}: one question with its filters. */
public record BoardPage(Asker asker, MetadataStore metadata, View view) implements Handler {

    /**
     * What the templates of a board write.
     *
     * @param latest the day of the pane's last round, when the board has no row; null when the pane has no round
     */
    public record Model(
            Frame frame,
            Board board,
            BoardAnswer answer,
            Filters filters,
            Links here,
            boolean table,
            boolean query,
            @Nullable LocalDate latest,
            List<String> problems) {

        /** Its question on the query page, with the filters written in. */
        public Links asQuestion() {
            return BoardQuestion.of(board, filters.query()).link();
        }
    }

    public record TableModel(Model model, PlainTable table) {}

    public record FunnelModel(Model model, List<Funnel> funnels) {}

    public record TrendModel(
            Model model, List<Trend> trends, List<Annotation> annotations, String chart, String spoken) {}

    @Override
    public void handle(Context ctx) {
        var found = Boards.named(ctx.pathParam("board"));
        if (found.isEmpty()) {
            new MissingPage(view).write(ctx, "There is no board " + ctx.pathParam("board"), "/boards", "All boards");
            return;
        }
        var asked = new Asked(ctx);
        var filters = Filters.of(asked, asker);
        var board = found.get();
        var answer = new BoardRunner(asker).run(board, filters.query());
        switch (Objects.requireNonNullElse(asked.text("format"), "page")) {
            case "csv" ->
                ctx.header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(board.id()))
                        .contentType("text/csv; charset=utf-8")
                        .result(answer.toCsv());
            case "json" ->
                ctx.contentType("application/json").result(answer.toJson().toString());
            default -> page(ctx, asked, filters, answer);
        }
    }

    private void page(Context ctx, Asked asked, Filters filters, BoardAnswer answer) {
        var board = answer.board();
        var here = filters.at("/boards/" + board.id());
        var model = new Model(
                view.frame(board.question(), Frame.Part.BOARDS),
                board,
                answer,
                filters,
                here,
                "table".equals(asked.text("view")),
                "query".equals(asked.text("view")),
                answer.rows().isEmpty() ? latest() : null,
                asked.problems());
        switch (board.table().mark()) {
            case FUNNEL -> view.write(ctx, "board/funnel.jte", new FunnelModel(model, Funnel.of(answer)));
            case TREND -> view.write(ctx, "board/trend.jte", trend(model, filters));
            case TABLE ->
                view.write(ctx, "board/table.jte", new TableModel(model, PlainTable.of(answer, asker.zone())));
        }
    }

    private @Nullable LocalDate latest() {
        var latest = new Rounds(asker).latest();
        return latest == null ? null : LocalDate.ofInstant(latest, asker.zone());
    }

    private TrendModel trend(Model model, Filters filters) {
        var calendar = Trend.Calendar.of(filters, asker.zone());
        var begin = calendar.begin(filters.query());
        var end = calendar.end(filters.query());
        var filter = RoundFilter.scored(begin, end)
                .of(filters.query().project(), filters.query().client());
        var byProject = new TreeMap<String, List<Round>>();
        for (var round : new Rounds(asker).all(filter)) {
            byProject
                    .computeIfAbsent(Objects.requireNonNullElse(round.who().project(), ""), p -> new ArrayList<>())
                    .add(round);
        }
        var bests = new BestScores(asker).around(begin, end);
        var scorers = new Scorers(asker, begin, end);
        var trends = new ArrayList<Trend>();
        byProject.forEach((project, rounds) -> {
            var best = bests.getOrDefault(project, new Best(Direction.MAXIMIZE, null, null, null));
            trends.add(Trend.of(project.isEmpty() ? null : project, rounds, best, scorers, calendar));
        });
        var annotations = metadata.annotations(begin, end);
        var chart = new TrendChart(filters, calendar).of(trends, annotations);
        return new TrendModel(model, trends, annotations, chart, spoken(trends));
    }

    private static String spoken(List<Trend> trends) {
        var text = new StringBuilder("Score by time, one panel per project.");
        for (var trend : trends) {
            text.append(" %s went from %s to %s, %s."
                    .formatted(
                            Objects.requireNonNullElse(trend.project(), "No project"),
                            trend.score()
                                    .of(
                                            trend.before() == null
                                                    ? trend.bars().getFirst().best()
                                                    : trend.before()),
                            trend.score().of(trend.last()),
                            trend.score().named(trend.direction() == Direction.MINIMIZE)));
            text.append(trend.restarts().isEmpty() ? "" : " Its scorer changed, so not all scores compare.");
        }
        return text.append(" The table view has every number.").toString();
    }
}
