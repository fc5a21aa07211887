package io.nightglass.server.page;

import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.BoardRunner;
import io.nightglass.boards.Boards;
import io.nightglass.boards.Tile;
import io.nightglass.boards.Unpriced;
import io.nightglass.server.page.draw.Compared;
import io.nightglass.server.page.draw.Days;
import io.nightglass.server.page.draw.Notes;
import io.nightglass.server.page.draw.Turn;
import io.nightglass.server.page.draw.WeekLines;
import io.nightglass.store.MetadataStore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands beside a board's own answer: annotations, and the days before. */
record Beside(Asker asker, MetadataStore metadata) {

    /** None for a board without a time axis. */
    Notes notes(BoardAnswer answer, Filters filters, Links here, Asked asked) {
        var mark = answer.board().table().mark();
        if (answer.rows().isEmpty()) {
            return Notes.NONE;
        }
        return switch (mark) {
            case FUNNEL, MATRIX, PAIRS -> Notes.NONE;
            case TREND -> {
                var query = filters.query();
                long days = ChronoUnit.DAYS.between(query.from(), query.to()) + 1;
                yield notes(answer, filters, here, asked, query.from(), Math.toIntExact(days), 1);
            }
            case HEAT, MONEY, BARS, GLYPHS -> {
                var days = Days.of(filters, answer);
                yield notes(
                        answer,
                        filters,
                        here,
                        asked,
                        days.all().getFirst(),
                        days.all().size(),
                        1);
            }
            case WEEKS -> {
                var weeks = WeekLines.weeks(answer);
                yield notes(answer, filters, here, asked, weeks.getFirst(), weeks.size(), 7);
            }
        };
    }

    private Notes notes(
            BoardAnswer answer, Filters filters, Links here, Asked asked, LocalDate first, int columns, int days) {
        var calendar = new Trend.Calendar(first, asker.zone(), filters.byDay() || days > 1);
        var axis = answer.query().between(first, first.plusDays((long) columns * days - 1));
        var annotations = metadata.annotations(calendar.begin(axis), calendar.end(axis));
        var notes = Notes.of(annotations, filters, asker.zone(), first, columns, days, here);
        return notes.opened(turn(notes, answer, filters, asked));
    }

    private @Nullable Turn turn(Notes notes, BoardAnswer answer, Filters filters, Asked asked) {
        var id = asked.number("note", 1, Integer.MAX_VALUE);
        if (id == null) {
            return null;
        }
        for (var mark : notes.marks()) {
            if (mark.note().id() == id) {
                var day = Notes.day(mark.note().at(), asker.zone(), filters.byDay());
                var around = answer.query().between(day.minusDays(Turn.DAYS), day.plusDays(Turn.DAYS - 1L));
                var of = answer.board().table().mark();
                return Turn.of(
                        mark.note(),
                        day,
                        filters.byDay(),
                        of,
                        days(answer, around, filters.byDay()),
                        open(of, around, filters.byDay()));
            }
        }
        asked.problem("There is no annotation %d in these days.".formatted(id));
        return null;
    }

    private Set<LocalDate> open(Tile.Mark mark, BoardQuery around, boolean byDay) {
        return isMoney(mark)
                ? new Unpriced(asker)
                        .byDay(around, !byDay).stream()
                                .map(row -> LocalDate.parse(row.requiredText("day")))
                                .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean isMoney(Tile.Mark mark) {
        return switch (mark) {
            case MONEY, WEEKS -> true;
            case FUNNEL, TREND, HEAT, BARS, GLYPHS, MATRIX, PAIRS -> false;
        };
    }

    /** The board's own answer, by night where the page is; weeks are told by the days of all money. */
    private BoardAnswer days(BoardAnswer answer, BoardQuery around, boolean byDay) {
        var board = answer.board();
        var asked = switch (board.table().mark()) {
            case WEEKS -> Boards.named("cost-per-kept").orElseThrow();
            case TREND -> byDay ? board : board.byNight();
            case FUNNEL, HEAT, MONEY, BARS, GLYPHS, MATRIX, PAIRS -> board;
        };
        return new BoardRunner(asker).run(asked, around);
    }

    Compared compared(BoardAnswer answer, Filters filters) {
        var runner = new BoardRunner(asker);
        var board = answer.board();
        boolean isPart = board.table().mark() == Tile.Mark.PAIRS;
        var now = isPart ? runner.run(board, answer.query()) : answer;
        var then = runner.run(board, Compared.before(answer.query()));
        return Compared.of(side(now, filters), side(then, filters));
    }

    private Compared.Side side(BoardAnswer answer, Filters filters) {
        return new Compared.Side(
                answer,
                isMoney(answer.board().table().mark())
                        && !new Unpriced(asker)
                                .byDay(answer.query(), !filters.byDay())
                                .isEmpty());
    }
}
