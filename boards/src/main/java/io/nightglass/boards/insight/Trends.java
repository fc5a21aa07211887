package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A TrendsQuery: series of events over time, split, compared with the time before, and calculated with. */
final class Trends {
    private static final int MOST_SERIES = 26;

    /** One query of the store, and what its rows are. */
    private record Part(TrendSeries series, Period period) {}

    private final Asking asking;
    private final TrendsOptions options;
    private final List<Part> parts = new ArrayList<>();
    private final List<CheckedQuery> queries = new ArrayList<>();

    private Trends(Asking asking) {
        this.asking = asking;
        this.options = TrendsOptions.of(asking);
    }

    static AskedQuery of(Fields query, Scope scope) {
        return new Trends(Asking.of(query, scope)).asked();
    }

    private AskedQuery asked() {
        var query = asking.query();
        var nodes = Series.nodes(query, 1, MOST_SERIES);
        if (options.isEverything()) {
            queries.add(asking.earliest());
        }
        Period.each(options.periods(), nodes, this::add);
        query.end();
        return new AskedQuery(List.copyOf(queries), this::answer);
    }

    /** Who did the events of one point of one line, and how many. */
    static Query.Select actors(Asking asking, Fields how) {
        var query = asking.query();
        var options = TrendsOptions.of(asking);
        var nodes = Series.nodes(query, 1, MOST_SERIES);
        var node = nodes.get(how.whole("series", 0, 0, nodes.size() - 1));
        var persons = new Persons();
        var filters = asking.filters(persons);
        var series = Series.of(node, 0, filters);
        int before = Measure.of(node, persons, options.range().interval()) instanceof Measure.Active(var days)
                ? days - 1
                : 0;
        node.end();
        var split = Breakdown.of(query, persons).is(how);
        var all = List.of(series.condition(), filters.of(query, Asking.FILTERS), split);
        var day = Actors.day(how, options.range().interval(), asking.now());
        return Selection.from(persons.source())
                .where(Actors.within(options.range(), day, before))
                .where(Series.all(all))
                .column(Actors.ID, Measure.PERSON)
                .groupBy(Actors.ID)
                .column(Actors.COUNT, Trees.call("count"))
                .tree();
    }

    private void add(Fields node, int place, Period period) {
        var persons = new Persons();
        var filters = asking.filters(persons);
        var series = Series.of(node, place, filters);
        var measure = Measure.of(node, persons, options.range().interval());
        node.end();
        var condition = Series.all(List.of(series.condition(), filters.of(asking.query(), Asking.FILTERS)));
        var breakdown = Breakdown.of(asking.query(), persons);
        var select = new TrendsSelect(condition, measure, breakdown, persons, options.display());
        queries.add(asking.compiled(select.over(period.range())));
        parts.add(new Part(new TrendSeries(series, node), period));
    }

    private ObjectNode answer(List<Table> tables) {
        var earliest = options.isEverything() ? asking.earliest(tables.getFirst()) : asking.now();
        int first = tables.size() - parts.size();
        var lines = new ArrayList<TrendLine>();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var axis = part.period().range().axis(earliest);
            lines.addAll(lines(part, axis, tables.get(first + i)));
        }
        var shape = new TrendsShape(options, parts.stream().map(Part::series).toList(), earliest);
        var hogql = queries.subList(first, queries.size()).stream()
                .map(CheckedQuery::hogql)
                .toList();
        return shape.of(lines, String.join(" UNION ALL ", hogql));
    }

    /** What one query answered, every point of every line. */
    private List<TrendLine> lines(Part part, Axis axis, Table table) {
        int splits = options.breakdown().values().size();
        boolean whole = options.display() == Display.TOTAL;
        Map<List<String>, double[]> values = new LinkedHashMap<>();
        if (splits == 0) {
            values.put(List.of(), new double[whole ? 1 : axis.size()]);
        }
        for (var row : Asking.rows(table)) {
            int place = whole ? 0 : axis.place(cell(row, TrendsSelect.POINT, table));
            if (place < 0) {
                continue;
            }
            var split = new ArrayList<String>();
            for (int i = 0; i < splits; i++) {
                split.add(String.valueOf(cell(row, Breakdown.column(i), table)));
            }
            values.computeIfAbsent(List.copyOf(split), ignored -> new double[whole ? 1 : axis.size()])[place] =
                    TrendsSelect.number(cell(row, TrendsSelect.TOTAL, table));
        }
        return values.entrySet().stream()
                .map(entry -> drawn(new TrendLine(
                        part.series().series().order(), part.period(), entry.getKey(), axis, entry.getValue())))
                .sorted(Comparator.comparing(TrendLine::kind)
                        .thenComparing(TrendLine::sum, Comparator.reverseOrder())
                        .thenComparing(line -> line.breakdown().toString()))
                .toList();
    }

    private TrendLine drawn(TrendLine line) {
        var smoothed = options.smoothing() > 1 && options.display() != Display.TOTAL
                ? line.smoothed(options.smoothing())
                : line;
        return options.display() == Display.CUMULATIVE ? smoothed.cumulated() : smoothed;
    }

    private static @Nullable Object cell(List<@Nullable Object> row, String column, Table table) {
        for (int i = 0; i < row.size(); i++) {
            if (table.columns().get(i).name().equals(column)) {
                return row.get(i);
            }
        }
        throw new IllegalStateException("no column " + column);
    }
}
