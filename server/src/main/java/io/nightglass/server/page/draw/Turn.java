package io.nightglass.server.page.draw;

import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.Tile;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.store.MetadataStore.Annotation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changed at an annotation: the median of the seven days (or nights) before its own, and of the seven from its own on.
 * Days without a number do not count.
 */
public record Turn(Annotation note, String unit, List<Change> changes) {
    public static final int DAYS = 7;

    /** @param delta null when one of the two is missing */
    public record Change(
            String name,
            String before,
            int daysBefore,
            String after,
            int daysAfter,
            @Nullable String delta) {}

    /**
     * @param answer of the days from seven before {@code day} to six after it
     * @param open those of them of whose money some has no price: what is made of it is a lower bound
     */
    public static Turn of(
            Annotation note, LocalDate day, boolean byDay, Tile.Mark mark, BoardAnswer answer, Set<LocalDate> open) {
        var byName = new TreeMap<String, TreeMap<LocalDate, List<Double>>>();
        for (var row : answer.rows()) {
            var value = switch (mark) {
                case TREND, HEAT -> Cells.number(row.get(2));
                case MONEY -> Cells.number(row.get(3));
                case WEEKS -> Cells.number(row.get(1));
                case BARS, GLYPHS -> Cells.number(row.get(3));
                case FUNNEL, MATRIX, PAIRS -> null;
            };
            if (value != null) {
                byName.computeIfAbsent(name(mark, row), any -> new TreeMap<>())
                        .computeIfAbsent(Cells.day(row.get(0)), any -> new ArrayList<>())
                        .add(value);
            }
        }
        var changes = new ArrayList<Change>();
        byName.forEach((name, days) -> changes.add(change(name, days, day, mark, open)));
        return new Turn(note, byDay ? "day" : "night", changes);
    }

    private static String name(Tile.Mark mark, List<@Nullable Object> row) {
        return switch (mark) {
            case TREND -> row.get(1) == null ? "no project" : String.valueOf(row.get(1));
            case HEAT -> "average of the dimensions";
            case MONEY -> "dollars per kept round";
            case WEEKS -> "dollars a day";
            case BARS -> "escalations";
            case GLYPHS -> "stops";
            case FUNNEL, MATRIX, PAIRS -> "";
        };
    }

    private static Change change(
            String name, TreeMap<LocalDate, List<Double>> days, LocalDate day, Tile.Mark mark, Set<LocalDate> open) {
        var before = new ArrayList<Double>();
        var after = new ArrayList<Double>();
        days.forEach((date, values) -> (date.isBefore(day) ? before : after).add(together(values, mark)));
        boolean openBefore = open.stream().anyMatch(date -> date.isBefore(day));
        boolean openAfter = open.stream().anyMatch(date -> !date.isBefore(day));
        var first = Medians.of(before);
        var then = Medians.of(after);
        return new Change(
                name,
                said(first, mark, openBefore),
                before.size(),
                said(then, mark, openAfter),
                after.size(),
                first == null || then == null
                        ? null
                        : openBefore || openAfter ? "change not known" : delta(then - first, mark));
    }

    private static double together(List<Double> values, Tile.Mark mark) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return mark == Tile.Mark.HEAT ? sum / values.size() : sum;
    }

    private static String said(@Nullable Double value, Tile.Mark mark, boolean isAtLeast) {
        if (value == null) {
            return "none";
        }
        return switch (mark) {
            case TREND -> new Score(null).of(value);
            case HEAT -> HeatGrid.cut(value, 3);
            case MONEY, WEEKS -> Dollars.of(value, isAtLeast);
            case BARS, GLYPHS, FUNNEL, MATRIX, PAIRS -> halves(value);
        };
    }

    private static String delta(double delta, Tile.Mark mark) {
        if (delta == 0) {
            return "no change";
        }
        var sign = delta > 0 ? "+" : "−";
        return switch (mark) {
            case TREND, HEAT -> new Score(null).delta(delta);
            case MONEY, WEEKS -> sign + Money.of(Math.abs(delta));
            case BARS, GLYPHS, FUNNEL, MATRIX, PAIRS -> sign + halves(Math.abs(delta));
        };
    }

    /** A median of counts is whole or ends in a half. */
    private static String halves(double value) {
        return value == Math.rint(value) ? Count.of((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
