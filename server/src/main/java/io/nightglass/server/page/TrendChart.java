package io.nightglass.server.page;

import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.MetadataStore.Annotation;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The numbers a browser draws the trend from, as JSON; {@code charts.js} reads it. */
record TrendChart(Filters filters, Trend.Calendar calendar) {
    /** As many as fit a page; the table view has them all. */
    static final int PANELS = 6;

    private static final int LARGE = 4_000;
    private static final int COLUMNS = 500;
    private static final int LINES = 80;

    String of(List<Trend> trends, List<Annotation> annotations) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("unit", filters.byDay() ? "day" : "night");
        var days = json.putArray("days");
        var query = filters.query();
        query.from().datesUntil(query.to().plusDays(1)).forEach(day -> days.add(Times.shortDay(day)));
        var marks = json.putArray("annotations");
        annotations.forEach(annotation ->
                marks.addArray().add(rounded(calendar.x(annotation.at()))).add(annotation.content()));
        var panels = json.putArray("panels");
        trends.stream().limit(PANELS).forEach(trend -> panel(panels.addObject(), trend, days.size()));
        return json.toString();
    }

    private void panel(ObjectNode panel, Trend trend, int days) {
        panel.put("name", trend.project() == null ? "no project" : trend.project());
        panel.put("minimize", trend.direction() == Direction.MINIMIZE);
        panel.put(
                "note",
                trend.score().named(trend.direction() == Direction.MINIMIZE)
                        + (trend.direction() == Direction.MINIMIZE ? " (axis inverted)" : ""));
        panel.put("decimals", trend.score().decimals());
        panel.put("last", trend.last());
        var gain = trend.gain();
        panel.put("good", gain != null && gain > 0);
        panel.put("delta", delta(trend));
        points(panel, trend, days);
        var restarts = panel.putArray("restarts");
        trend.restarts()
                .forEach(course ->
                        restarts.add(rounded(course.points().getFirst().x())));
        var bars = panel.putArray("bars");
        trend.bars()
                .forEach(bar -> bars.addArray()
                        .add(rounded(calendar.first().until(bar.day(), java.time.temporal.ChronoUnit.DAYS)))
                        .add(bar.best())
                        .add(bar.running())
                        .add(bar.rounds())
                        .add(bar.kept())
                        .add(filters.scored(trend.project(), bar.day()).toString()));
    }

    private String delta(Trend trend) {
        var gain = trend.gain();
        var unit = filters.byDay() ? "day" : "night";
        if (gain == null) {
            return trend.restarts().isEmpty() ? "first " + unit : "new scorer";
        }
        return gain > 0
                ? trend.score().delta(gain) + " last " + unit
                : "no gain in %d %s".formatted(trend.flat(), trend.flat() == 1 ? unit : unit + "s");
    }

    /** Kept points are never thinned; the others are, two pixels to a cell, when there are very many. */
    private static void points(ObjectNode panel, Trend trend, int days) {
        var kept = panel.putArray("kept");
        var rest = panel.putArray("rest");
        var all = trend.courses().stream()
                .flatMap(course -> course.points().stream())
                .toList();
        boolean large = all.size() > LARGE;
        var stats = all.stream().mapToDouble(Trend.Point::score).summaryStatistics();
        double height = Math.max(stats.getMax() - stats.getMin(), 1e-12);
        var seen = new HashSet<Long>();
        for (var point : all) {
            long cell = Math.round(point.x() / days * COLUMNS) * 1000
                    + Math.round((point.score() - stats.getMin()) / height * LINES);
            if (point.verdict() == Verdict.KEPT) {
                add(kept, point).add(point.round());
            } else if (!large || seen.add(cell)) {
                add(rest, point);
            }
        }
        steps(panel.putArray("steps"), trend, days);
    }

    /** The running best; where the scorer changed a step without a height parts the line. */
    private static void steps(ArrayNode steps, Trend trend, int days) {
        for (var course : trend.courses()) {
            boolean first = course == trend.courses().getFirst();
            var best = course.before();
            if (!first) {
                steps.addArray().add(rounded(course.points().getFirst().x())).addNull();
            }
            if (best != null) {
                steps.addArray()
                        .add(first ? -0.5 : rounded(course.points().getFirst().x()))
                        .add(best);
            }
            for (var point : course.points()) {
                if (best == null || trend.direction().beats(point.score(), best)) {
                    best = point.score();
                    steps.addArray().add(rounded(point.x())).add(point.score());
                }
            }
            boolean last = course == trend.courses().getLast();
            steps.addArray()
                    .add(last ? days - 0.5 : rounded(course.points().getLast().x()))
                    .add(best);
        }
    }

    private static ArrayNode add(ArrayNode points, Trend.Point point) {
        return points.addArray().add(rounded(point.x())).add(point.score());
    }

    private static double rounded(double x) {
        return Math.round(x * 1000) / 1000.0;
    }
}
