package io.nightglass.server.page.draw;

import io.nightglass.boards.Behind;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One glyph for each stop, a lane for each project.
 *
 * @param reasons the columns of the totals, most first
 */
public record StopLanes(Days days, List<Reason> reasons, List<Lane> lanes) {
    private static final String BOARD = "stop-reasons";

    /** As many glyphs as stand above each other in a lane; more are a number. */
    private static final int TALL = 4;

    private static final int HEIGHT = 44;
    private static final List<String> KNOWN = List.of("plateau", "budget", "round_cap", "kill_switch");

    /** @param name null for stops that say none; @param glyph which mark it has */
    public record Reason(@Nullable String name, String glyph, long total, Links link) {
        public String said() {
            return name == null ? "no reason" : name;
        }
    }

    /** @param totals one for each reason */
    public record Lane(@Nullable String project, List<Mark> marks, List<Total> totals) {
        public String name() {
            return project == null ? "no project" : project;
        }

        public long total() {
            return totals.stream().mapToLong(Total::count).sum();
        }
    }

    public record Total(long count, Links link) {}

    /**
     * The stops of one day for one reason.
     *
     * @param left percent of the hit area
     * @param x percent of the middle
     * @param tops upper edges of its glyphs in pixels
     * @param number "" when each stop has a glyph
     */
    public record Mark(
            String left,
            String width,
            String x,
            List<Integer> tops,
            String glyph,
            String number,
            String said,
            Links link) {}

    private record Stop(
            LocalDate day,
            @Nullable String project,
            @Nullable String reason,
            long stops) {}

    public static StopLanes of(BoardAnswer answer, Days days) {
        var stops = answer.rows().stream()
                .map(row -> new Stop(
                        Cells.day(row.get(0)), Cells.text(row.get(1)), Cells.text(row.get(2)), Cells.count(row.get(3))))
                .toList();
        var totals = new LinkedHashMap<@Nullable String, Long>();
        stops.forEach(stop -> totals.merge(stop.reason, stop.stops, Long::sum));
        var all = Links.to("/boards/" + BOARD + "/behind")
                .with("from", days.filters().query().from())
                .with("to", days.filters().query().to())
                .with("project", days.filters().query().project())
                .with("client", days.filters().query().client())
                .with("what", Behind.STOPS.wire())
                .with("bucket", days.filters().byDay() ? null : "night");
        var reasons = totals.entrySet().stream()
                .map(total -> new Reason(
                        total.getKey(),
                        glyph(total.getKey()),
                        total.getValue(),
                        all.with("reason", Days.keyed(total.getKey()))))
                .sorted(Comparator.comparingLong(Reason::total).reversed().thenComparing(Reason::said))
                .toList();
        var byProject = new TreeMap<String, List<Stop>>();
        stops.forEach(stop -> byProject
                .computeIfAbsent(stop.project == null ? "" : stop.project, any -> new ArrayList<>())
                .add(stop));
        var lanes = byProject.values().stream()
                .map(ofProject -> lane(ofProject, reasons, days, all))
                .toList();
        return new StopLanes(days, reasons, lanes);
    }

    private static Lane lane(List<Stop> stops, List<Reason> reasons, Days days, Links all) {
        var project = stops.getFirst().project;
        var byDay = new TreeMap<LocalDate, List<Stop>>();
        stops.forEach(stop ->
                byDay.computeIfAbsent(stop.day, any -> new ArrayList<>()).add(stop));
        var marks = new ArrayList<Mark>();
        byDay.forEach((day, ofDay) -> {
            if (days.index(day) >= 0) {
                marks.addAll(marks(ofDay, days));
            }
        });
        var link = all.with("project", Days.keyed(project));
        var totals = reasons.stream()
                .map(reason -> new Total(
                        stops.stream()
                                .filter(stop -> java.util.Objects.equals(stop.reason, reason.name))
                                .mapToLong(Stop::stops)
                                .sum(),
                        link.with("reason", Days.keyed(reason.name))))
                .toList();
        return new Lane(project, marks, totals);
    }

    private static List<Mark> marks(List<Stop> ofDay, Days days) {
        long all = ofDay.stream().mapToLong(Stop::stops).sum();
        boolean each = all <= TALL;
        int shown = each ? (int) all : ofDay.size();
        int step = Math.min(18, HEIGHT / Math.max(1, shown));
        int top = (HEIGHT - step * shown) / 2;
        var marks = new ArrayList<Mark>();
        for (var stop : ofDay) {
            var tops = new ArrayList<Integer>();
            for (int i = 0; i < (each ? stop.stops : 1); i++) {
                tops.add(top + (step - 14) / 2);
                top += step;
            }
            int at = days.index(stop.day);
            marks.add(new Mark(
                    days.left(at),
                    days.width(),
                    days.center(at),
                    tops,
                    glyph(stop.reason),
                    each ? "" : Count.of(stop.stops),
                    "%s, %s: %s by %s"
                            .formatted(
                                    stop.project == null ? "no project" : stop.project,
                                    Times.day(stop.day),
                                    Count.of(stop.stops, "stop"),
                                    stop.reason == null ? "no reason" : stop.reason),
                    days.behind(BOARD, Behind.STOPS.wire(), stop.day)
                            .with("project", Days.keyed(stop.project))
                            .with("reason", Days.keyed(stop.reason))));
        }
        return marks;
    }

    private static String glyph(@Nullable String reason) {
        return reason != null && KNOWN.contains(reason) ? reason : "other";
    }

    public List<Days.Label> labels() {
        return days.labels();
    }

    public long total() {
        return reasons.stream().mapToLong(Reason::total).sum();
    }
}
