package io.nightglass.server.page.draw;

import io.nightglass.boards.Behind;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.Row;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kept round cost by day: a dot, the median of seven days, a cross where money was spent and nothing kept. Below, on
 * an axis of its own, all money of the day with what was wasted of it.
 *
 * @param ratio the scale of the dots; @param money that of the bars
 */
public record KeptCost(Days days, Scale ratio, Scale money, List<Day> marks, List<Segment> median, Figures all) {
    private static final String BOARD = "cost-per-kept";
    private static final int MEDIAN = 7;

    /** Upper and lower edge of the dots in pixels. */
    private static final int TOP = 16;

    public static final int BASE = 176;

    /** The same of the bars. */
    private static final int BARS = 212;

    public static final int FLOOR = 292;

    /** @param atLeast whether some of it has no price */
    public record Figures(
            double cost,
            boolean atLeast,
            long kept,
            @Nullable Double perKept,
            double wasted,
            boolean wastedAtLeast) {
        public String spent() {
            return Dollars.of(cost, atLeast);
        }

        public String lost() {
            return Dollars.of(wasted, wastedAtLeast);
        }

        public String each() {
            return perKept == null ? "none kept" : Dollars.of(perKept, atLeast);
        }
    }

    /** @param y of the dot; null when nothing was kept */
    public record Day(
            String day,
            String x,
            String left,
            String width,
            String barLeft,
            String barWidth,
            @Nullable Double y,
            double spentY,
            double wastedY,
            Figures figures,
            Links rounds,
            Links money,
            Links wasted) {
        public String said() {
            return "%s: %s spent, %d kept, %s per kept round, %s wasted"
                    .formatted(day, figures.spent(), figures.kept(), figures.each(), figures.lost());
        }
    }

    /** Part of the line of medians. */
    public record Segment(String x1, double y1, String x2, double y2) {}

    /** @param unpriced rows without a price by day */
    public static KeptCost of(BoardAnswer answer, List<Row> unpriced, Days days) {
        var open = new HashMap<LocalDate, Row>();
        unpriced.forEach(row -> open.put(LocalDate.parse(row.requiredText("day")), row));
        var ratio = Scale.of(
                answer.rows().stream()
                        .mapToDouble(row -> Cells.sum(row.get(3)))
                        .max()
                        .orElse(0),
                TOP,
                BASE);
        var money = Scale.of(
                answer.rows().stream()
                        .mapToDouble(row -> Cells.sum(row.get(1)))
                        .max()
                        .orElse(0),
                BARS,
                FLOOR);
        var marks = new ArrayList<Day>();
        double[] sums = new double[2];
        long kept = 0;
        for (var row : answer.rows()) {
            var day = Cells.day(row.get(0));
            var figures = figures(row, open.get(day));
            sums[0] += figures.cost;
            sums[1] += figures.wasted;
            kept += figures.kept;
            int at = days.index(day);
            if (at >= 0) {
                marks.add(mark(at, day, figures, days, ratio, money));
            }
        }
        boolean atLeast = !unpriced.isEmpty();
        boolean lostAtLeast = unpriced.stream().anyMatch(row -> row.count("unpriced_wasted") > 0);
        var all = new Figures(sums[0], atLeast, kept, kept == 0 ? null : sums[0] / kept, sums[1], lostAtLeast);
        return new KeptCost(days, ratio, money, marks, median(answer, days, ratio), all);
    }

    private static Figures figures(List<@Nullable Object> row, @Nullable Row open) {
        return new Figures(
                Cells.sum(row.get(1)),
                open != null,
                Cells.count(row.get(2)),
                Cells.number(row.get(3)),
                Cells.sum(row.get(4)),
                open != null && open.count("unpriced_wasted") > 0);
    }

    private static Day mark(int at, LocalDate day, Figures figures, Days days, Scale ratio, Scale money) {
        return new Day(
                Times.day(day),
                days.center(at),
                days.left(at),
                days.width(),
                days.barLeft(at, 0.7),
                days.barWidth(0.7),
                figures.perKept == null ? null : ratio.y(figures.perKept),
                money.y(figures.cost),
                money.y(figures.wasted),
                figures,
                days.rounds(day, "decided").with("verdict", "kept"),
                days.behind(BOARD, Behind.MONEY.wire(), day),
                days.behind(BOARD, Behind.WASTED.wire(), day));
    }

    /** Of the days among the last seven that kept anything; parted where seven days kept nothing. */
    private static List<Segment> median(BoardAnswer answer, Days days, Scale ratio) {
        var values = new HashMap<Integer, Double>();
        answer.rows().forEach(row -> {
            var value = Cells.number(row.get(3));
            if (value != null) {
                values.put(days.index(Cells.day(row.get(0))), value);
            }
        });
        var segments = new ArrayList<Segment>();
        @Nullable Double before = null;
        int beforeAt = 0;
        for (int at = MEDIAN - 1; at < days.all().size(); at++) {
            var window = new ArrayList<Double>();
            for (int i = at - MEDIAN + 1; i <= at; i++) {
                var value = values.get(i);
                if (value != null) {
                    window.add(value);
                }
            }
            var median = Medians.of(window);
            if (median != null && before != null) {
                segments.add(new Segment(days.center(beforeAt), ratio.y(before), days.center(at), ratio.y(median)));
            }
            before = median;
            beforeAt = at;
        }
        return segments;
    }

    /** All rounds kept in these days; null by night, since the list knows one night at a time. */
    public @Nullable Links rounds() {
        return days.filters().byDay()
                ? days.filters().rounds().with("by", "decided").with("verdict", "kept")
                : null;
    }

    public Links behind(Behind what) {
        return days.filters()
                .at("/boards/" + BOARD + "/behind")
                .with("bucket", days.filters().byDay() ? null : "night")
                .with("what", what.wire());
    }
}
