package io.nightglass.server.page.draw;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.BoardQuery;
import io.nightglass.server.page.format.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A board's sums beside those of as many days just before.
 *
 * @param before the days compared with
 */
public record Compared(BoardQuery before, List<Line> lines) {

    public record Line(String name, String now, String then, String change) {}

    /** One side. @param isAtLeast whether some of its money has no price */
    public record Side(BoardAnswer answer, boolean isAtLeast) {}

    /** As many days, ending where {@code query} begins. */
    public static BoardQuery before(BoardQuery query) {
        long days = query.from().datesUntil(query.to().plusDays(1)).count();
        return query.between(query.from().minusDays(days), query.from().minusDays(1));
    }

    public static Compared of(Side now, Side then) {
        var lines = new ArrayList<Line>();
        switch (now.answer.board().table().mark()) {
            case FUNNEL -> {
                count(lines, "rounds started", now, then, "rounds", "round_started");
                count(lines, "rounds kept", now, then, "rounds", "round_kept");
            }
            case TREND -> count(lines, "scored rounds", now, then, "rounds", null);
            case HEAT -> {
                lines.add(counted("cells below 0.70", small(now.answer), small(then.answer)));
                lines.add(counted(
                        "cells", now.answer.rows().size(), then.answer.rows().size()));
            }
            case MONEY -> {
                money(lines, "spent", now, then, "cost_usd");
                money(lines, "wasted", now, then, "wasted_usd");
                count(lines, "kept rounds", now, then, "kept", null);
                lines.add(perKept(now, then));
            }
            case BARS -> count(lines, "escalations", now, then, "escalations", null);
            case GLYPHS -> count(lines, "stops", now, then, "stops", null);
            case MATRIX -> count(lines, "routed requests", now, then, "requests", null);
            case WEEKS -> {
                money(lines, "spent", now, then, "cost_usd");
                count(lines, "requests", now, then, "requests", null);
            }
            case PAIRS ->
                lines.add(counted(
                        "pairs", now.answer.rows().size(), then.answer.rows().size()));
        }
        return new Compared(then.answer.query(), lines);
    }

    private static void count(
            List<Line> lines, String name, Side now, Side then, String column, @Nullable String step) {
        lines.add(counted(name, (long) sum(now.answer, column, step), (long) sum(then.answer, column, step)));
    }

    private static Line counted(String name, long now, long then) {
        long change = now - then;
        return new Line(
                name,
                Count.of(now),
                Count.of(then),
                change == 0 ? "no change" : (change > 0 ? "+" : "−") + Count.of(Math.abs(change)));
    }

    private static void money(List<Line> lines, String name, Side now, Side then, String column) {
        lines.add(dollars(name, sum(now.answer, column, null), sum(then.answer, column, null), now, then));
    }

    /** Two lower bounds have no difference. */
    private static Line dollars(String name, double now, double then, Side nowSide, Side thenSide) {
        boolean sure = !nowSide.isAtLeast && !thenSide.isAtLeast;
        double change = now - then;
        return new Line(
                name,
                Dollars.of(now, nowSide.isAtLeast),
                Dollars.of(then, thenSide.isAtLeast),
                !sure
                        ? "not known"
                        : change == 0 ? "no change" : (change > 0 ? "+" : "−") + Dollars.of(Math.abs(change), false));
    }

    private static Line perKept(Side now, Side then) {
        double keptNow = sum(now.answer, "kept", null);
        double keptThen = sum(then.answer, "kept", null);
        if (keptNow > 0 && keptThen > 0) {
            return dollars(
                    "per kept round",
                    sum(now.answer, "cost_usd", null) / keptNow,
                    sum(then.answer, "cost_usd", null) / keptThen,
                    now,
                    then);
        }
        return new Line("per kept round", each(now, keptNow), each(then, keptThen), "—");
    }

    private static String each(Side side, double kept) {
        return kept == 0 ? "none kept" : Dollars.of(sum(side.answer, "cost_usd", null) / kept, side.isAtLeast);
    }

    private static long small(BoardAnswer answer) {
        return answer.rows().stream()
                .map(row -> Cells.number(row.get(2)))
                .filter(Objects::nonNull)
                .filter(value -> value < HeatGrid.PASS)
                .count();
    }

    private static double sum(BoardAnswer answer, String column, @Nullable String step) {
        int at = answer.columns().indexOf(column);
        int ofStep = answer.columns().indexOf("step");
        return answer.rows().stream()
                .filter(row -> step == null || step.equals(row.get(ofStep)))
                .mapToDouble(row -> Cells.sum(row.get(at)))
                .sum();
    }
}
