package io.nightglass.server.page.evals;

import io.nightglass.boards.evals.DimNight;
import io.nightglass.server.page.Links;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One suite over nights: a row for each dimension, a column for each night and scorer.
 *
 * @param columns every night between the first and the last that had cases
 * @param versions the scorers above the columns; between two of them scores do not compare
 * @param left dimensions that are not shown
 */
public record Heat(
        @Nullable String suite,
        long cases,
        long judged,
        long passed,
        List<Column> columns,
        List<Stretch> versions,
        List<Line> lines,
        long left) {
    private static final int MOST_DIMS = 40;
    private static final int MOST_COLUMNS = 62;
    private static final double[] STEPS = {0.5, 0.6, 0.7, 0.8, 0.9};
    private static final String[] HEAT = {"hm3", "hm2", "hm1", "hp1", "hp2", "hp3"};

    /** @param ran whether the night had cases; @param begins whether another scorer begins here */
    public record Column(LocalDate night, @Nullable String version, boolean ran, boolean begins) {}

    /** Columns of one scorer. */
    public record Stretch(@Nullable String version, int columns) {}

    /** A dimension. @param cells one for each column */
    public record Line(@Nullable String dim, Links link, List<Cell> cells) {}

    /** @param heat the class that colours it; "" for none */
    public record Cell(String text, String heat, @Nullable Links link) {}

    static List<Heat> of(List<DimNight> nights, EvalAsked asked, boolean average) {
        var suites = new LinkedHashMap<@Nullable String, List<DimNight>>();
        nights.forEach(night ->
                suites.computeIfAbsent(night.suite(), any -> new ArrayList<>()).add(night));
        return suites.entrySet().stream()
                .map(suite -> of(suite.getKey(), suite.getValue(), asked.of(suite.getKey()), average))
                .sorted(Comparator.comparingLong(Heat::cases).reversed())
                .toList();
    }

    private static Heat of(@Nullable String suite, List<DimNight> nights, EvalAsked asked, boolean average) {
        var columns = columns(nights);
        var byPlace = new LinkedHashMap<Place, DimNight>();
        nights.forEach(night -> byPlace.put(new Place(night.night(), night.version(), night.dim()), night));
        var dims = new LinkedHashSet<@Nullable String>();
        nights.stream()
                .map(DimNight::dim)
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .forEach(dims::add);
        boolean isShare = !average
                || nights.stream().map(DimNight::average).allMatch(score -> score == null || score >= 0 && score <= 1);
        var lines = new ArrayList<Line>();
        for (var dim : dims.stream().limit(MOST_DIMS).toList()) {
            var ofDim = asked.inDim(dim);
            var cells = new ArrayList<Cell>();
            for (var column : columns) {
                var night = byPlace.get(new Place(column.night, column.version, dim));
                cells.add(night == null ? new Cell("·", "hx", null) : cell(night, ofDim, average, isShare));
            }
            lines.add(new Line(dim, ofDim.at("/evals/cases"), cells));
        }
        return new Heat(
                suite,
                nights.stream().mapToLong(DimNight::cases).sum(),
                nights.stream().mapToLong(DimNight::judged).sum(),
                nights.stream().mapToLong(DimNight::passed).sum(),
                columns,
                stretches(columns),
                lines,
                dims.size() - lines.size());
    }

    private record Place(
            LocalDate night,
            @Nullable String version,
            @Nullable String dim) {}

    private static Cell cell(DimNight night, EvalAsked asked, boolean average, boolean isShare) {
        var value = average ? night.average() : night.passRate();
        var link = asked.on(night.night()).by(night.version()).at("/evals/cases");
        if (value == null) {
            return new Cell("—", "hx", link);
        }
        var text = average
                ? String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value)
                        .replace('-', '−')
                : String.format(Locale.ROOT, "%.0f", value * 100);
        return new Cell(text, isShare ? heat(value) : "", link);
    }

    /** Under 0.7 warm, from there on cool. */
    private static String heat(double value) {
        int step = 0;
        while (step < STEPS.length && value >= STEPS[step] - 1e-9) {
            step++;
        }
        return HEAT[step];
    }

    private static List<Column> columns(List<DimNight> nights) {
        var ran = new LinkedHashMap<LocalDate, LinkedHashSet<@Nullable String>>();
        nights.stream()
                .sorted(Comparator.comparing(DimNight::night)) // stable: scorers of a night stay in their order
                .forEach(night -> ran.computeIfAbsent(night.night(), any -> new LinkedHashSet<>())
                        .add(night.version()));
        var columns = new ArrayList<Column>();
        @Nullable Column before = null;
        for (var entry : ran.entrySet()) {
            if (before != null && before.night.plusDays(MOST_COLUMNS).isAfter(entry.getKey())) {
                for (var idle = before.night.plusDays(1); idle.isBefore(entry.getKey()); idle = idle.plusDays(1)) {
                    columns.add(new Column(idle, before.version, false, false));
                }
            }
            for (var version : entry.getValue()) {
                boolean begins = before != null && !Objects.equals(before.version, version);
                before = new Column(entry.getKey(), version, true, begins);
                columns.add(before);
            }
        }
        return List.copyOf(columns.subList(Math.max(0, columns.size() - MOST_COLUMNS), columns.size()));
    }

    private static List<Stretch> stretches(List<Column> columns) {
        var stretches = new ArrayList<Stretch>();
        for (var column : columns) {
            var last = stretches.isEmpty() ? null : stretches.getLast();
            if (last == null || column.begins) {
                stretches.add(new Stretch(column.version, 1));
            } else {
                stretches.set(stretches.size() - 1, new Stretch(last.version, last.columns + 1));
            }
        }
        return stretches;
    }

    /** Whether a column's head says its month too. */
    public boolean saysMonth(int column) {
        return column == 0
                || columns.get(column).night().getMonth()
                        != columns.get(column - 1).night().getMonth();
    }
}
