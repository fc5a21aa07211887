package io.nightglass.server.page.draw;

import io.nightglass.boards.Behind;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tasks by models: how well each model does each task, and how often it was asked.
 *
 * @param models the columns
 */
public record FitMatrix(List<String> models, List<Line> lines) {
    private static final String BOARD = "model-fit";
    private static final int RADIUS = 11;

    /** @param cells one for each model; null where it never had the task */
    public record Line(String task, List<@Nullable Cell> cells) {}

    /**
     * @param quality average; null when nothing was graded
     * @param best whether no other model does this task better, when there are others
     * @param radius of a dot whose area is the requests
     */
    public record Cell(
            @Nullable Double quality,
            boolean best,
            double radius,
            long requests,
            long rounds,
            Links calls,
            Links behind) {
        public String grade() {
            return quality == null ? "not graded" : HeatGrid.cut(quality, 3);
        }
    }

    public static FitMatrix of(BoardAnswer answer, Filters filters) {
        var models = new TreeSet<String>();
        var byTask = new TreeMap<String, List<List<@Nullable Object>>>();
        long most = 1;
        for (var row : answer.rows()) {
            models.add(String.valueOf(row.get(1)));
            byTask.computeIfAbsent(String.valueOf(row.get(0)), any -> new ArrayList<>())
                    .add(row);
            most = Math.max(most, Math.max(Cells.count(row.get(2)), Cells.count(row.get(3))));
        }
        var columns = List.copyOf(models);
        var lines = new ArrayList<Line>();
        for (var of : byTask.entrySet()) {
            var cells = new ArrayList<@Nullable Cell>();
            columns.forEach(model -> cells.add(null));
            var grades = of.getValue().stream()
                    .map(row -> Cells.number(row.get(4)))
                    .filter(Objects::nonNull)
                    .toList();
            double best = grades.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
            for (var row : of.getValue()) {
                cells.set(
                        columns.indexOf(String.valueOf(row.get(1))), cell(row, best, grades.size() > 1, most, filters));
            }
            lines.add(new Line(of.getKey(), cells));
        }
        return new FitMatrix(columns, lines);
    }

    private static Cell cell(List<@Nullable Object> row, double best, boolean compares, long most, Filters filters) {
        var quality = Cells.number(row.get(4));
        long requests = Cells.count(row.get(2));
        long rounds = Cells.count(row.get(3));
        var task = String.valueOf(row.get(0));
        var model = String.valueOf(row.get(1));
        var behind = filters.at("/boards/" + BOARD + "/behind")
                .with("bucket", null)
                .with("what", Behind.ROUTED.wire())
                .with("task_type", task)
                .with("model", model);
        var seen = filters.rounds().with("task", task).with("model", model);
        double area = Math.sqrt((double) Math.max(requests, rounds) / most);
        return new Cell(
                quality,
                compares && quality != null && quality == best,
                Math.max(2, Math.round(RADIUS * area * 10) / 10.0),
                requests,
                rounds,
                behind,
                seen);
    }
}
