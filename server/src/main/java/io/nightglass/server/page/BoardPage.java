package io.nightglass.server.page;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.nightglass.boards.Asker;
import io.nightglass.boards.Board;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.BoardRows;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.boards.Tile;
import io.nightglass.boards.morning.Best;
import io.nightglass.boards.morning.BestScores;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.RoundFilter;
import io.nightglass.boards.rounds.Rounds;
import io.nightglass.boards.rounds.Scorers;
import io.nightglass.catalog.Direction;
import io.nightglass.server.page.draw.Compared;
import io.nightglass.server.page.draw.Hours;
import io.nightglass.server.page.draw.Notes;
import io.nightglass.server.page.format.Times;
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
    private static final int PAGE = 100;

    /** Beyond it lies more than one answer can have. */
    private static final int LAST_PAGE = 500;

    /**
     * What the templates of a board write.
     *
     * @param notes the annotations over its time axis, if it has one
     * @param compared null unless asked for
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
            Notes notes,
            @Nullable Compared compared,
            @Nullable LocalDate latest,
            List<String> problems) {

        /** Whether its days can be nights. */
        public boolean hasNights() {
            return switch (board.table().mark()) {
                case TREND, HEAT, MONEY, BARS, GLYPHS -> true;
                case FUNNEL, MATRIX, WEEKS, PAIRS -> false;
            };
        }

        /** What the page shows, to keep; the trend's files are by day. */
        public Links file(String format) {
            boolean isNightly = !filters.byDay() && board.table().mark() != Tile.Mark.TREND;
            return here.with("bucket", isNightly ? "night" : null).with("format", format);
        }

        /** Its question on the query page, with the filters written in. */
        public Links asQuestion() {
            return BoardQuestion.of(board, filters.query()).link();
        }
    }

    /** A drawing of the whole answer. */
    public record Drawn<T>(Model model, T drawing) {}

    public record TableModel(Model model, BoardRows rows, PlainTable table, Hours hours, Times times) {
        Links page(int number) {
            return model.here().with("view", model.table() ? "table" : null).with("page", number == 1 ? null : number);
        }

        public Links before() {
            return page(rows.number() - 1);
        }

        public Links after() {
            return page(rows.number() + 1);
        }
    }

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
        var asOf = found.get();
        var filters = filters(asked, asOf.table().mark());
        boolean isNightly = !filters.byDay() && asOf.table().mark() != Tile.Mark.TREND;
        var board = isNightly ? asOf.byNight() : asOf;
        var runner = new BoardRunner(asker);
        switch (Objects.requireNonNullElse(asked.text("format"), "page")) {
            case "csv" ->
                ctx.header("Content-Disposition", "attachment; filename=\"%s.csv\"".formatted(board.id()))
                        .contentType("text/csv; charset=utf-8")
                        .result(runner.run(board, filters.query()).toCsv());
            case "json" ->
                ctx.contentType("application/json")
                        .result(runner.run(board, filters.query()).toJson().toString());
            default -> page(ctx, asked, filters, board);
        }
    }

    private void page(Context ctx, Asked asked, Filters filters, Board board) {
        boolean table = "table".equals(asked.text("view"));
        var runner = new BoardRunner(asker);
        switch (board.table().mark()) {
            case FUNNEL -> {
                var model = model(asked, filters, runner.run(board, filters.query()));
                view.write(ctx, "board/funnel.jte", new FunnelModel(model, Funnel.of(model.answer())));
            }
            case TREND -> {
                var model = model(asked, filters, runner.run(board, filters.query()));
                view.write(ctx, "board/trend.jte", trend(model, filters));
            }
            case HEAT, MONEY, BARS, GLYPHS, MATRIX, WEEKS -> {
                if (table) {
                    table(ctx, asked, filters, board);
                } else {
                    new Drawings(asker, view).write(ctx, model(asked, filters, runner.run(board, filters.query())));
                }
            }
            case PAIRS -> {
                var rows = rows(asked, filters, board);
                var model = model(asked, filters, rows.answer());
                view.write(
                        ctx,
                        table ? "board/table.jte" : "board/pairs.jte",
                        new TableModel(
                                model,
                                rows,
                                PlainTable.of(model.answer(), asker.zone()),
                                Hours.of(model.answer()),
                                new Times(asker.zone())));
            }
        }
    }

    /** Drawn by day, like the answer, unless nights are asked for and there are days to take their place; the trend by night. */
    private Filters filters(Asked asked, Tile.Mark mark) {
        return switch (mark) {
            case TREND -> Filters.of(asked, asker);
            case HEAT, MONEY, BARS, GLYPHS -> Filters.byDay(asked, asker);
            case FUNNEL, MATRIX, WEEKS, PAIRS -> Filters.byDay(asked, asker).days();
        };
    }

    private void table(Context ctx, Asked asked, Filters filters, Board board) {
        var rows = rows(asked, filters, board);
        var model = model(asked, filters, rows.answer());
        view.write(
                ctx,
                "board/table.jte",
                new TableModel(
                        model,
                        rows,
                        PlainTable.of(model.answer(), asker.zone()),
                        new Hours(List.of()),
                        new Times(asker.zone())));
    }

    private BoardRows rows(Asked asked, Filters filters, Board board) {
        var runner = new BoardRunner(asker);
        var number = Objects.requireNonNullElse(asked.number("page", 1, LAST_PAGE), 1);
        var rows = runner.page(board, filters.query(), number, PAGE);
        if (number == 1 || !rows.answer().rows().isEmpty()) {
            return rows;
        }
        asked.problem("There is no page %d, so this is the first.".formatted(number));
        return runner.page(board, filters.query(), 1, PAGE);
    }

    private Model model(Asked asked, Filters filters, BoardAnswer answer) {
        var board = answer.board();
        var here = filters.at("/boards/" + board.id());
        if (board.table().mark() != Tile.Mark.TREND) {
            here = here.with("bucket", filters.byDay() ? null : "night");
        }
        var beside = new Beside(asker, metadata);
        return new Model(
                view.frame(board.question(), Frame.Part.BOARDS),
                board,
                answer,
                filters,
                here,
                "table".equals(asked.text("view")),
                "query".equals(asked.text("view")),
                beside.notes(answer, filters, here, asked),
                "previous".equals(asked.text("compare")) ? beside.compared(answer, filters) : null,
                answer.rows().isEmpty() ? latest() : null,
                asked.problems());
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
