package io.nightglass.server.page.draw;

import io.nightglass.boards.Behind;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Escalations by day, a panel for each model they go to; all panels have one scale. */
public record Panels(Days days, long top, List<Panel> panels) {
    private static final String BOARD = "escalations";

    /** Pixels from the base to the top of the scale. */
    private static final double HEIGHT = 72;

    public static final int BASE = 84;

    /** @param total of the panel */
    public record Panel(@Nullable String to, long total, int nights, Links link, List<Bar> bars) {
        public String name() {
            return to == null ? "no model named" : to;
        }
    }

    /** Escalations of one day from one model. @param y upper edge in pixels; @param x percent */
    public record Bar(String x, String width, double y, double height, String said, Links link) {}

    private record Rise(
            LocalDate day, @Nullable String from, @Nullable String to, long count) {}

    public static Panels of(BoardAnswer answer, Days days) {
        var byModel = new TreeMap<String, List<Rise>>();
        for (var row : answer.rows()) {
            var rise = new Rise(
                    Cells.day(row.get(0)), Cells.text(row.get(1)), Cells.text(row.get(2)), Cells.count(row.get(3)));
            byModel.computeIfAbsent(rise.to == null ? "" : rise.to, any -> new ArrayList<>())
                    .add(rise);
        }
        long top = 1;
        for (var rises : byModel.values()) {
            var sums = new TreeMap<LocalDate, Long>();
            rises.forEach(rise -> sums.merge(rise.day, rise.count, Long::sum));
            top = Math.max(
                    top, sums.values().stream().mapToLong(Long::longValue).max().orElse(1));
        }
        var panels = new ArrayList<Panel>();
        for (var rises : byModel.values()) {
            panels.add(panel(rises, days, top));
        }
        return new Panels(days, top, panels);
    }

    private static Panel panel(List<Rise> rises, Days days, long top) {
        var to = rises.getFirst().to;
        var stacked = new TreeMap<LocalDate, Double>();
        var bars = new ArrayList<Bar>();
        for (var rise : rises) {
            int at = days.index(rise.day);
            if (at >= 0) {
                double below = stacked.getOrDefault(rise.day, 0.0);
                double height = HEIGHT * rise.count / top;
                stacked.put(rise.day, below + height);
                bars.add(new Bar(
                        days.barLeft(at, 0.7),
                        days.barWidth(0.7),
                        BASE - below - height,
                        Math.max(1, height - (below > 0 ? 1 : 0)),
                        "%s: %s from %s to %s"
                                .formatted(
                                        Times.day(rise.day),
                                        Count.of(rise.count, "escalation"),
                                        rise.from == null ? "no model named" : rise.from,
                                        rise.to == null ? "no model named" : rise.to),
                        days.behind(BOARD, Behind.ESCALATIONS.wire(), rise.day)
                                .with("from_model", Days.keyed(rise.from))
                                .with("to_model", Days.keyed(rise.to))));
            }
        }
        var query = days.filters().query();
        var link = days.behind(BOARD, Behind.ESCALATIONS.wire(), query.from())
                .with("to", query.to())
                .with("to_model", Days.keyed(to));
        return new Panel(to, rises.stream().mapToLong(Rise::count).sum(), stacked.size(), link, bars);
    }

    public long total() {
        return panels.stream().mapToLong(Panel::total).sum();
    }
}
