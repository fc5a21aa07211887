package io.nightglass.server.page.draw;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Dimensions by days; those that are short most often first.
 *
 * @param project whose
 * @param isShare whether all averages lie in [0, 1], so that the pass mark means something
 */
public record HeatGrid(Days days, String project, boolean isShare, List<Line> lines) {
    /** Below it a dimension gates the score. */
    static final double PASS = 0.70;

    private static final String USUAL_PROJECT = "gtm-autoresearch";
    private static final double[] CUTS = {0.55, 0.63, PASS, 0.77, 0.84};
    private static final String[] HEAT = {"hm3", "hm2", "hm1", "hp1", "hp2", "hp3"};

    /**
     * @param cells one for each day
     * @param ran days with an average
     * @param small days on which it was below the pass mark
     */
    public record Line(String name, List<Cell> cells, int ran, int small, double mean) {
        public String average() {
            return cut(mean, 3);
        }
    }

    /** @param link null when no round is behind it; @param said what the colour and number mean, in words */
    public record Cell(
            LocalDate day,
            String text,
            String heat,
            String said,
            @Nullable Links link) {
        private static Cell none(LocalDate day, Days days) {
            return new Cell(
                    day, "·", "hx", "no scored round on %s of %s".formatted(days.word(), Times.shortDay(day)), null);
        }
    }

    public static HeatGrid of(BoardAnswer answer, Days days) {
        var project = Objects.requireNonNullElse(answer.query().project(), USUAL_PROJECT);
        boolean isShare = answer.rows().stream()
                .map(row -> Cells.number(row.get(2)))
                .allMatch(value -> value == null || value >= 0 && value <= 1);
        var byName = new TreeMap<String, List<List<@Nullable Object>>>();
        answer.rows()
                .forEach(row -> byName.computeIfAbsent(String.valueOf(row.get(1)), any -> new ArrayList<>())
                        .add(row));
        var lines = new ArrayList<Line>();
        byName.forEach((name, rows) -> lines.add(line(name, rows, days, project, isShare)));
        lines.sort(Comparator.comparingInt(Line::small)
                .reversed()
                .thenComparingDouble(Line::mean)
                .thenComparing(Line::name));
        return new HeatGrid(days, project, isShare, List.copyOf(lines));
    }

    private static Line line(
            String name, List<List<@Nullable Object>> rows, Days days, String project, boolean isShare) {
        var cells = new ArrayList<Cell>();
        days.all().forEach(day -> cells.add(Cell.none(day, days)));
        int ran = 0;
        int small = 0;
        double sum = 0;
        for (var row : rows) {
            var value = Cells.number(row.get(2));
            if (value != null) {
                ran++;
                small += isShare && value < PASS ? 1 : 0;
                sum += value;
                var day = Cells.day(row.get(0));
                int at = days.index(day);
                if (at >= 0) {
                    cells.set(at, cell(name, day, value, Cells.count(row.get(3)), days, project, isShare));
                }
            }
        }
        return new Line(name, cells, ran, small, ran == 0 ? 0 : sum / ran);
    }

    private static Cell cell(
            String name, LocalDate day, double value, long rounds, Days days, String project, boolean isShare) {
        var link =
                days.rounds(day, "").with("by", null).with("project", project).with("dim", name);
        var said = "%s, %s: %s in %s%s"
                .formatted(
                        name,
                        Times.day(day),
                        cut(value, 3),
                        Count.of(rounds, "round"),
                        !isShare ? "" : value < PASS ? ", below 0.70" : ", passes");
        return new Cell(
                day,
                isShare ? cut(value, 2).replaceFirst("^0", "") : cut(value, Math.abs(value) < 10 ? 2 : 0),
                isShare ? heat(value) : "",
                said,
                rounds == 0 ? null : link);
    }

    private static String heat(double value) {
        int step = 0;
        while (step < CUTS.length && value >= CUTS[step]) {
            step++;
        }
        return HEAT[step];
    }

    /** Rounded, but never up to a mark the number does not reach: 0.699 is 0.69 with two decimals, not 0.70. */
    static String cut(double value, int decimals) {
        var exact = BigDecimal.valueOf(value);
        var rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        boolean rises = value < PASS && rounded.doubleValue() >= PASS;
        return (rises ? exact.setScale(decimals, RoundingMode.FLOOR) : rounded)
                .toPlainString()
                .replace('-', '−');
    }

    /** Whether the head of a column says its day: each seventh, and the last. */
    public boolean isNamed(int column) {
        return (days.all().size() - 1 - column) % 7 == 0;
    }
}
