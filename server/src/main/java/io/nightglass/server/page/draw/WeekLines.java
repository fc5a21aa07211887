package io.nightglass.server.page.draw;

import io.nightglass.boards.Behind;
import io.nightglass.boards.BoardAnswer;
import io.nightglass.boards.Row;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The ledger by week, a line for each of the six dearest tasks; the others share one.
 *
 * @param weeks their Mondays, without gaps
 * @param lines dearest first; "other" last
 * @param tasks the numbers of every task, dearest first
 */
public record WeekLines(List<LocalDate> weeks, Scale scale, List<Line> lines, List<Task> tasks, List<Total> totals) {
    private static final String BOARD = "cost-compression";
    private static final int MOST = 6;
    private static final int TOP = 16;
    public static final int BASE = 236;

    /** @param series the class of its colour */
    public record Line(String name, String series, List<Dot> dots, List<KeptCost.Segment> segments) {}

    /** @param link the ledger rows; the table below for several tasks together */
    public record Dot(String x, double y, String said, Links link) {}

    /** @param cells one for each week; null where the ledger has nothing */
    public record Task(String name, String series, double usd, boolean atLeast, List<@Nullable Cell> cells) {
        public String spent() {
            return Dollars.of(usd, atLeast);
        }
    }

    public record Cell(double usd, boolean atLeast, long requests, Links money, Links calls) {
        public String spent() {
            return Dollars.of(usd, atLeast);
        }
    }

    /** Of a week. */
    public record Total(double usd, boolean atLeast, long requests) {
        public String spent() {
            return Dollars.of(usd, atLeast);
        }
    }

    private record Key(LocalDate week, @Nullable String task) {}

    public static WeekLines of(BoardAnswer answer, List<Row> unpriced, Filters filters) {
        Set<Key> open = new HashSet<>();
        unpriced.forEach(row -> open.add(new Key(LocalDate.parse(row.requiredText("week")), row.text("task_type"))));
        var weeks = weeks(answer);
        var byTask = new LinkedHashMap<@Nullable String, List<List<@Nullable Object>>>();
        answer.rows()
                .forEach(row -> byTask.computeIfAbsent(Cells.text(row.get(1)), any -> new ArrayList<>())
                        .add(row));
        var names = new ArrayList<@Nullable String>(byTask.keySet());
        names.sort(Comparator.comparingDouble((@Nullable String name) -> -sum(Objects.requireNonNull(byTask.get(name))))
                .thenComparing(name -> name == null ? "" : name));
        var tasks = new ArrayList<Task>();
        for (var name : names) {
            var cells = new ArrayList<@Nullable Cell>();
            weeks.forEach(week -> cells.add(null));
            boolean atLeast = false;
            for (var row : Objects.requireNonNull(byTask.get(name))) {
                var week = Cells.day(row.get(0));
                boolean isOpen = open.contains(new Key(week, name));
                atLeast |= isOpen;
                var link = behind(filters, week).with("task_type", Days.keyed(name));
                cells.set(
                        weeks.indexOf(week),
                        new Cell(
                                Cells.sum(row.get(2)),
                                isOpen,
                                Cells.count(row.get(3)),
                                link,
                                link.with("what", Behind.REQUESTS.wire())));
            }
            var rows = Objects.requireNonNull(byTask.get(name));
            int place = tasks.size();
            tasks.add(new Task(
                    name == null ? "no task named" : name,
                    place < MOST || names.size() == MOST + 1 ? "s" + (place + 1) : "s7",
                    sum(rows),
                    atLeast,
                    cells));
        }
        var scale = Scale.of(most(tasks, weeks.size()), TOP, BASE);
        return new WeekLines(weeks, scale, lines(tasks, weeks, scale), tasks, totals(tasks, weeks.size()));
    }

    private static double sum(List<List<@Nullable Object>> rows) {
        return rows.stream().mapToDouble(row -> Cells.sum(row.get(2))).sum();
    }

    /** The Mondays from the first week of an answer to its last. */
    public static List<LocalDate> weeks(BoardAnswer answer) {
        var seen = new TreeSet<LocalDate>();
        answer.rows().forEach(row -> seen.add(Cells.day(row.get(0))));
        return seen.isEmpty()
                ? List.of()
                : seen.first()
                        .datesUntil(seen.last().plusDays(1), java.time.Period.ofWeeks(1))
                        .toList();
    }

    /** The days of a week that are asked for. */
    private static Links behind(Filters filters, LocalDate week) {
        var query = filters.query();
        var last = week.plusDays(6);
        return Links.to("/boards/" + BOARD + "/behind")
                .with("from", week.isBefore(query.from()) ? query.from() : week)
                .with("to", last.isAfter(query.to()) ? query.to() : last)
                .with("project", query.project())
                .with("client", query.client())
                .with("what", Behind.MONEY.wire());
    }

    private static double most(List<Task> tasks, int weeks) {
        double most = 0;
        for (var line : grouped(tasks)) {
            for (int i = 0; i < weeks; i++) {
                most = Math.max(most, at(line, i));
            }
        }
        return most;
    }

    /** Six alone, the rest together. */
    private static List<List<Task>> grouped(List<Task> tasks) {
        var groups = new ArrayList<List<Task>>();
        int alone = tasks.size() <= MOST + 1 ? tasks.size() : MOST;
        tasks.subList(0, alone).forEach(task -> groups.add(List.of(task)));
        if (alone < tasks.size()) {
            groups.add(tasks.subList(alone, tasks.size()));
        }
        return groups;
    }

    private static double at(List<Task> group, int week) {
        return group.stream()
                .map(task -> task.cells.get(week))
                .filter(Objects::nonNull)
                .mapToDouble(cell -> cell.usd)
                .sum();
    }

    private static List<Line> lines(List<Task> tasks, List<LocalDate> weeks, Scale scale) {
        var lines = new ArrayList<Line>();
        for (var group : grouped(tasks)) {
            var dots = new ArrayList<Dot>();
            var segments = new ArrayList<KeptCost.Segment>();
            var name = group.size() == 1 ? group.getFirst().name : "other";
            for (int i = 0; i < weeks.size(); i++) {
                int week = i;
                var cells = group.stream()
                        .map(task -> task.cells.get(week))
                        .filter(Objects::nonNull)
                        .toList();
                if (cells.isEmpty()) {
                    continue;
                }
                double y = scale.y(at(group, i));
                var x = x(i, weeks.size());
                if (i > 0 && group.stream().anyMatch(task -> task.cells.get(week - 1) != null)) {
                    segments.add(new KeptCost.Segment(x(i - 1, weeks.size()), scale.y(at(group, i - 1)), x, y));
                }
                boolean atLeast = cells.stream().anyMatch(Cell::atLeast);
                var link = cells.getFirst().money;
                dots.add(new Dot(
                        x,
                        y,
                        "%s, week of %s: %s in %s"
                                .formatted(
                                        name,
                                        Times.day(weeks.get(i)),
                                        Dollars.of(at(group, i), atLeast),
                                        Count.of(
                                                cells.stream()
                                                        .mapToLong(Cell::requests)
                                                        .sum(),
                                                "request")),
                        group.size() == 1 ? link : Links.to("#weeks")));
            }
            lines.add(new Line(name, group.getFirst().series, dots, segments));
        }
        return lines;
    }

    private static List<Total> totals(List<Task> tasks, int weeks) {
        var totals = new ArrayList<Total>();
        for (int i = 0; i < weeks; i++) {
            int week = i;
            var cells = tasks.stream()
                    .map(task -> task.cells.get(week))
                    .filter(Objects::nonNull)
                    .toList();
            totals.add(new Total(
                    cells.stream().mapToDouble(Cell::usd).sum(),
                    cells.stream().anyMatch(Cell::atLeast),
                    cells.stream().mapToLong(Cell::requests).sum()));
        }
        return totals;
    }

    static String x(int week, int weeks) {
        return Days.percent(Days.LEFT + Days.WIDTH * (week + 0.5) / weeks);
    }

    public List<Days.Label> labels() {
        var labels = new ArrayList<Days.Label>();
        int step = Math.max(1, (weeks.size() + 4) / 5);
        for (int i = weeks.size() - 1; i >= 0; i -= step) {
            labels.addFirst(new Days.Label(x(i, weeks.size()), "middle", Times.shortDay(weeks.get(i))));
        }
        return labels;
    }
}
