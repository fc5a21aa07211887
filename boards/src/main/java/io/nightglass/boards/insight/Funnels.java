package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** A FunnelsQuery: how many came how far through steps, how long it took, and how that changed over time. */
final class Funnels {
    private static final int MOST_STEPS = 20;
    static final String OTHER = "Other";

    private final Asking asking;
    private final DateRange range;
    private final FunnelOptions options;
    private final Breakdown breakdown;
    private final List<Series> steps = new ArrayList<>();
    private final FunnelRows rows;

    private Funnels(Asking asking) {
        this.asking = asking;
        var query = asking.query();
        var interval = query.choice("interval", "day", Interval.named());
        var nodes = Series.nodes(query, 1, MOST_STEPS);
        this.options = FunnelOptions.of(query, nodes.size());
        this.range = DateRange.of(
                query, options.view() == FunnelOptions.View.TRENDS ? interval : Interval.DAY, asking.now());
        var persons = new Persons();
        var filters = asking.filters(persons);
        for (var node : nodes) {
            steps.add(step(node, filters));
        }
        var excluded = options.exclusions().stream()
                .map(exclusion -> {
                    var series = Series.of(exclusion.node(), 0, filters);
                    exclusion.node().end();
                    return series.condition();
                })
                .toList();
        this.breakdown = Breakdown.of(query, persons);
        if (breakdown.values().size() > 1) {
            throw query.bad("breakdownFilter", "a funnel is split by one property");
        }
        var when = new ArrayList<>(range.conditions());
        when.add(Series.all(List.of(filters.of(query, Asking.FILTERS))));
        this.rows = new FunnelRows(
                options,
                steps.stream().map(Series::condition).toList(),
                excluded,
                List.copyOf(when),
                breakdown.isNone()
                        ? null
                        : options.attribution() == FunnelOptions.Attribution.FIRST_TOUCH
                                        || options.attribution() == FunnelOptions.Attribution.LAST_TOUCH
                                ? breakdown.values().getFirst()
                                : Trees.call("ifNull", breakdown.values().getFirst(), Trees.literal("")),
                persons.source());
    }

    private Series step(Fields node, Filters filters) {
        node.choice("math", "total", Map.of("total", true));
        var series = Series.of(node, steps.size(), filters);
        node.refuse("optionalInFunnel", "is not supported");
        node.end();
        return series;
    }

    static AskedQuery of(Fields query, Scope scope) {
        return new Funnels(Asking.of(query, scope)).asked();
    }

    private AskedQuery asked() {
        var query = asking.query();
        var queries = new ArrayList<CheckedQuery>();
        queries.add(asking.compiled(
                switch (options.view()) {
                    case STEPS -> stepCounts();
                    case TIME_TO_CONVERT -> durations();
                    case TRENDS -> rates();
                }));
        if (range.from() == null) {
            queries.add(asking.earliest());
        }
        query.passing("interval");
        query.end();
        return new AskedQuery(List.copyOf(queries), tables -> answer(queries.getFirst(), tables));
    }

    /** Who reached {@code funnelStep}, from 1 on, or was lost before it when it is negative. */
    static Query.Select actors(Asking asking, Fields how) {
        var query = asking.query();
        var funnel = new Funnels(asking);
        query.passing("interval");
        if (!funnel.options.actor().equals(Measure.PERSON)) {
            throw how.bad("source.funnelsFilter.funnelAggregateByHogQL", "counts no persons, so none are behind it");
        }
        int most = funnel.steps.size();
        int step = how.whole("funnelStep", 0, -most, most);
        if (step == 0 || step == -1) {
            throw how.bad("funnelStep", "is wanted: 1 to %d, or -2 to -%d for who was lost".formatted(most, most));
        }
        var best = Selection.from(funnel.rows.best(null)).column("actor", Trees.name(FunnelRows.ACTOR));
        best.where(reached(step > 0 ? step - 1 : -step - 2));
        if (step < 0) {
            best.where(Trees.call("not", reached(-step - 1)));
        }
        return Actors.distinct(best);
    }

    private ObjectNode answer(CheckedQuery query, List<Table> tables) {
        var earliest = range.from() == null ? asking.earliest(tables.getLast()) : asking.now();
        var shape = new FunnelShape(options, steps, !breakdown.isNone());
        var json = switch (options.view()) {
            case STEPS -> shape.steps(tables.getFirst());
            case TIME_TO_CONVERT -> shape.times(tables.getFirst());
            case TRENDS -> shape.trends(tables.getFirst(), range.axis(earliest));
        };
        json.put("hogql", query.hogql());
        Shapes.resolved(json, range, earliest);
        return json;
    }

    /** One row, or one per value: how many reached each step, and mean and median seconds from the step before. */
    private Selection stepCounts() {
        var selection = split(rows.best(null));
        for (int step = 0; step < steps.size(); step++) {
            selection.column("count_" + step, Trees.call("countIf", reached(step)));
        }
        for (int step = 1; step < steps.size(); step++) {
            selection.column("mean_" + step, Trees.call("avgIf", seconds(step - 1, step), reached(step)));
            selection.column("median_" + step, Trees.call("medianIf", seconds(step - 1, step), reached(step)));
        }
        return selection;
    }

    private Selection durations() {
        if (!breakdown.isNone()) {
            throw asking.query().bad("breakdownFilter", "is not supported for funnelVizType time_to_convert");
        }
        var seconds = seconds(options.from(), options.to());
        return Selection.from(rows.best(null))
                .where(reached(options.to()))
                .column("seconds", Trees.call("floor", seconds))
                .column("actors", Trees.call("count"))
                .column("took", Trees.call("sum", seconds))
                .groupBy("seconds")
                .ascending(Trees.name("seconds"));
    }

    private Selection rates() {
        var point = range.interval().point(Trees.name(FunnelRows.AT));
        var best = rows.best(point);
        return split(best)
                .column(TrendsSelect.POINT, point)
                .groupBy(TrendsSelect.POINT)
                .column("began", Trees.call("countIf", reached(options.from())))
                .column("converted", Trees.call("countIf", reached(options.to())));
    }

    private static Expr reached(int step) {
        return Trees.call("greaterOrEquals", Trees.name(FunnelRows.STEPS), Trees.literal(step + 1L));
    }

    private static Expr seconds(int from, int to) {
        var later = Trees.call("toUnixTimestamp64Milli", FunnelRows.reached(to));
        var earlier = Trees.call("toUnixTimestamp64Milli", FunnelRows.reached(from));
        return Trees.call("divide", Trees.call("minus", later, earlier), Trees.literal(1000L));
    }

    /** The rows with the value each is split by, grouped by it; those beyond the limit as one. */
    private Selection split(Query.Select best) {
        if (breakdown.isNone()) {
            return Selection.from(best);
        }
        var valued = valued(best);
        var ranked = Selection.from(valued).column(FunnelRows.SPLIT).groupBy(FunnelRows.SPLIT);
        for (int step = steps.size() - 1; step >= 0; step--) {
            ranked.descending(Trees.call("countIf", reached(step)));
        }
        ranked.ascending(Trees.name(FunnelRows.SPLIT)).limit(breakdown.limit(), 0);
        var value = Trees.name(FunnelRows.SPLIT);
        var shown = Trees.call("if", new Expr.InQuery(0, value, ranked.tree()), value, Trees.literal(OTHER));
        return Selection.from(valued).column("value", shown).groupBy("value");
    }

    /** Each actor's row with the value that the actor is attributed to. */
    private Query.Select valued(Query.Select best) {
        return switch (options.attribution()) {
            case ALL_EVENTS, STEP -> best;
            case FIRST_TOUCH, LAST_TOUCH -> {
                var touch = options.attribution() == FunnelOptions.Attribution.FIRST_TOUCH ? "argMin" : "argMax";
                var touched = rows.touched(touch);
                var joined = Selection.from(new Query.Source.Join(
                        0,
                        new Query.Source.Sub(0, best, "b"),
                        Query.JoinKind.LEFT,
                        new Query.Source.Sub(0, touched, "t"),
                        Trees.call("equals", Trees.name("b", FunnelRows.ACTOR), Trees.name("t", "touched"))));
                joined.column(FunnelRows.AT, Trees.name("b", FunnelRows.AT))
                        .column(FunnelRows.STEPS, Trees.name("b", FunnelRows.STEPS));
                for (int step = 1; step < steps.size(); step++) {
                    joined.column("reach_" + step, Trees.name("b", "reach_" + step));
                }
                yield joined.column(FunnelRows.SPLIT, Trees.call("ifNull", Trees.name("t", "touch"), Trees.literal("")))
                        .tree();
            }
        };
    }
}
