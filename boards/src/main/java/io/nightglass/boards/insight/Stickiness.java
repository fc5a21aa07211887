package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A StickinessQuery: how many persons did it on one day, on two, on three and so on. */
final class Stickiness {
    private static final int MOST_SERIES = 26;
    private static final Map<String, String> CRITERIA =
            Map.of("exact", "equals", "gte", "greaterOrEquals", "lte", "lessOrEquals");

    private record Part(Series series, Period period) {}

    private final Asking asking;
    private final DateRange range;
    private final boolean cumulative;
    private final Expr having;
    private final List<Part> parts = new ArrayList<>();
    private final List<CheckedQuery> queries = new ArrayList<>();

    private Stickiness(Asking asking) {
        this.asking = asking;
        var query = asking.query();
        this.range = DateRange.of(query, query.choice("interval", "day", Interval.named()), asking.now());
        query.refuse("intervalCount", "is not supported; take another interval");
        var filter = query.objectOrEmpty("stickinessFilter");
        this.cumulative =
                filter.choice("computedAs", "non_cumulative", Map.of("non_cumulative", false, "cumulative", true));
        this.having = having(filter.objectOrEmpty("stickinessCriteria"));
        filter.passing(
                "display",
                "showLegend",
                "showMultipleYAxes",
                "showValuesOnSeries",
                "hiddenLegendIndexes",
                "resultCustomizationBy",
                "resultCustomizations");
        filter.end();
    }

    static AskedQuery of(Fields query, Scope scope) {
        return new Stickiness(Asking.of(query, scope)).asked();
    }

    private static Expr having(Fields criteria) {
        var operator = criteria.choice("operator", "gte", CRITERIA);
        int value = criteria.whole("value", 1, 0, Integer.MAX_VALUE);
        criteria.end();
        return Trees.call(operator, Trees.call("count"), Trees.literal((long) value));
    }

    private AskedQuery asked() {
        var query = asking.query();
        if (range.from() == null) {
            throw query.bad("dateRange", "'all' is not supported for stickiness; say from when");
        }
        var nodes = Series.nodes(query, 1, MOST_SERIES);
        Period.each(Period.of(query, range), nodes, this::add);
        query.end();
        return new AskedQuery(List.copyOf(queries), this::answer);
    }

    private void add(Fields node, int place, Period period) {
        var perActor = perActor(node, place, period.range());
        var outer =
                Selection.from(perActor.selection().tree()).column("intervals").groupBy("intervals");
        outer.column("actors", Trees.call("count")).ascending(Trees.name("intervals"));
        queries.add(asking.compiled(outer));
        parts.add(new Part(perActor.series(), period));
    }

    /** How many intervals each actor has. */
    private record PerActor(Series series, Selection selection) {}

    private PerActor perActor(Fields node, int place, DateRange of) {
        var persons = new Persons();
        var filters = asking.filters(persons);
        var series = Series.of(node, place, filters);
        var actor = actor(node);
        node.end();
        var inner = Selection.from(persons.source())
                .where(of.conditions())
                .where(Series.all(List.of(
                        series.condition(),
                        filters.of(asking.query(), Asking.FILTERS),
                        Trees.call("isNotNull", actor))));
        inner.column("actor", actor).groupBy("actor");
        inner.column("day_start", range.interval().point(Trees.name("timestamp")))
                .groupBy("day_start");
        inner.having(having);
        var perActor = Selection.from(inner.tree()).column("actor").groupBy("actor");
        perActor.column("intervals", Trees.call("count"));
        return new PerActor(series, perActor);
    }

    /** Who did it on so many intervals as {@code day} says or, cumulatively, on more. */
    static Query.Select actors(Asking asking, Fields how) {
        var stickiness = new Stickiness(asking);
        var nodes = Series.nodes(asking.query(), 1, MOST_SERIES);
        var perActor = stickiness.perActor(nodes.get(how.whole("series", 0, 0, nodes.size() - 1)), 0, stickiness.range);
        Period.of(asking.query(), stickiness.range);
        var is = stickiness.cumulative ? "greaterOrEquals" : "equals";
        long day = how.whole("day", 1, 1, Integer.MAX_VALUE);
        return Actors.distinct(Selection.from(perActor.selection().tree())
                .where(Trees.call(is, Trees.name("intervals"), Trees.literal(day)))
                .column("actor"));
    }

    private static Expr actor(Fields node) {
        node.passing("math_property", "math_property_type");
        var math = node.choice("math", "dau", Map.of("total", "dau", "dau", "dau", "hogql", "hogql"));
        var hogql = node.text("math_hogql");
        return math.equals("hogql") && hogql != null
                ? node.writings().expression(hogql, node.at("math_hogql"))
                : Measure.PERSON;
    }

    private ObjectNode answer(List<Table> tables) {
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        for (int i = 0; i < parts.size(); i++) {
            result(results.addObject(), parts.get(i), tables.get(i));
        }
        json.put(
                "hogql",
                String.join(
                        " UNION ALL ", queries.stream().map(CheckedQuery::hogql).toList()));
        Shapes.resolved(json, range, asking.now());
        return json;
    }

    private void result(ObjectNode json, Part part, Table table) {
        int most = part.period().range().axis(asking.now()).size();
        var data = new double[most];
        double count = 0;
        for (var row : Asking.rows(table)) {
            int intervals = ((Number) Objects.requireNonNull(row.getFirst())).intValue();
            data[intervals - 1] = TrendsSelect.number(row.getLast());
            count += data[intervals - 1];
        }
        for (int i = most - 2; cumulative && i >= 0; i--) {
            data[i] += data[i + 1];
        }
        json.set("count", Shapes.number(count));
        Shapes.numbers(json.putArray("data"), data);
        var days = json.putArray("days");
        var labels = json.putArray("labels");
        for (int i = 1; i <= most; i++) {
            days.add(i);
            labels.add(
                    "%d %s%s%s".formatted(i, range.interval().wire(), i == 1 ? "" : "s", cumulative ? " or more" : ""));
        }
        json.put("label", part.series().label());
        json.putObject("action")
                .put("id", part.series().event())
                .put("type", "events")
                .put("order", part.series().order())
                .put("name", part.series().label());
        if (part.period().label() != null) {
            json.put("compare", true).put("compare_label", part.period().label());
        }
    }
}
