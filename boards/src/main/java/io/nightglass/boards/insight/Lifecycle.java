package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A LifecycleQuery: the persons of every day by whether they are new, came the day before, came back, and how many of the
 * day before stayed away (as a negative number).
 */
final class Lifecycle {
    private static final List<String> STATUSES = List.of("new", "returning", "resurrecting", "dormant");
    private static final String POINT = "day_start";
    private static final String ACTIVE = "active";
    private static final String FIRST = "first_seen";

    private final Asking asking;
    private final DateRange range;
    private final Interval interval;

    private Lifecycle(Asking asking) {
        this.asking = asking;
        var query = asking.query();
        this.interval = query.choice("interval", "day", Interval.named());
        this.range = DateRange.of(query, interval, asking.now());
    }

    static AskedQuery of(Fields query, Scope scope) {
        return new Lifecycle(Asking.of(query, scope)).asked();
    }

    /** What is read of the question. @param active every person, anew for each question to the store */
    private record Read(Series series, Supplier<Selection> active) {}

    private Read read() {
        var query = asking.query();
        if (range.from() == null) {
            throw query.bad("dateRange", "'all' is not supported for a lifecycle; say from when");
        }
        var filter = query.objectOrEmpty("lifecycleFilter");
        filter.passing("showLegend", "showValuesOnSeries", "toggledLifecycles", "stacked")
                .end();
        var node = Series.nodes(query, 1, 1).getFirst();
        var persons = new Persons();
        var filters = asking.filters(persons);
        var series = Series.of(node, 0, filters);
        node.passing("math").end();
        var condition = Series.all(List.of(series.condition(), filters.of(query, Asking.FILTERS)));
        query.end();
        return new Read(series, () -> active(persons, condition));
    }

    private AskedQuery asked() {
        var read = read();
        var came = asking.compiled(counted(came(read.active().get())));
        var stayedAway = asking.compiled(counted(stayedAway(read.active().get())));
        return new AskedQuery(
                List.of(came, stayedAway), tables -> answer(read.series(), List.of(came, stayedAway), tables));
    }

    /** Who has {@code status} on {@code day}. */
    static Query.Select actors(Asking asking, Fields how) {
        var lifecycle = new Lifecycle(asking);
        var active = lifecycle.read().active().get();
        var status = how.text("status", "");
        if (!STATUSES.contains(status)) {
            throw how.bad("status", "is wanted: one of " + String.join(", ", STATUSES));
        }
        var day = Actors.wantedDay(how, lifecycle.interval, asking.now());
        var all = status.equals(STATUSES.getLast()) ? lifecycle.stayedAway(active) : lifecycle.came(active);
        return Actors.distinct(Selection.from(all.tree())
                .where(Trees.call("equals", Trees.name(POINT), Trees.literal(lifecycle.interval.key(day))))
                .where(Trees.call("equals", Trees.name("status"), Trees.literal(status)))
                .column("actor"));
    }

    /** Every person with all its points, one before the range included. */
    private Selection active(Persons persons, Expr condition) {
        var before = interval.further(interval.start(Objects.requireNonNull(range.from())), -1);
        var point = interval.point(Trees.name("timestamp"));
        var seen = Trees.call("coalesce", persons.createdAt(), Trees.name("timestamp"));
        var selection =
                Selection.from(persons.source()).where(range.conditions(before)).where(condition);
        selection.column("actor", Measure.PERSON).groupBy("actor");
        selection.column(ACTIVE, Trees.call("groupUniqArray", point));
        return selection.column(FIRST, interval.point(Trees.call("min", seen)));
    }

    private Selection came(Selection active) {
        var spread =
                Selection.from(active.tree()).column("actor").column(ACTIVE).column(FIRST);
        spread.column(POINT, Trees.call("arrayJoin", Trees.name(ACTIVE)));
        var status = Trees.call(
                "multiIf",
                Trees.call("equals", Trees.name(POINT), Trees.name(FIRST)),
                Trees.literal("new"),
                Trees.call("has", Trees.name(ACTIVE), interval.further(Trees.name(POINT), Trees.literal(-1L))),
                Trees.literal("returning"),
                Trees.literal("resurrecting"));
        return Selection.from(spread.tree()).column("actor").column(POINT).column("status", status);
    }

    private Selection stayedAway(Selection active) {
        var next = interval.further(Trees.name("day"), Trees.literal(1L));
        var spread = Selection.from(active.tree()).column("actor").column(ACTIVE);
        spread.column("day", Trees.call("arrayJoin", Trees.name(ACTIVE)));
        return Selection.from(spread.tree())
                .column("actor")
                .where(Trees.call("not", Trees.call("has", Trees.name(ACTIVE), next)))
                .column(POINT, next)
                .column("status", Trees.literal("dormant"));
    }

    private static Selection counted(Selection statuses) {
        return Selection.from(statuses.tree())
                .column(POINT)
                .column("status")
                .column("total", Trees.call("count"))
                .groupBy(POINT, "status");
    }

    private ObjectNode answer(Series series, List<CheckedQuery> queries, List<Table> tables) {
        var axis = range.axis(asking.now());
        var data = new double[STATUSES.size()][axis.size()];
        for (var table : tables) {
            for (var row : Asking.rows(table)) {
                int place = axis.place(row.getFirst());
                int status = STATUSES.indexOf(row.get(1));
                if (place >= 0) {
                    double persons = TrendsSelect.number(row.getLast());
                    data[status][place] = status == STATUSES.size() - 1 ? -persons : persons;
                }
            }
        }
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        for (int i = 0; i < data.length; i++) {
            result(
                    results.addObject(),
                    series,
                    STATUSES.get(i),
                    new TrendLine(i, new Period(range, null), List.of(), axis, data[i]));
        }
        json.put(
                "hogql",
                String.join(
                        " UNION ALL ", queries.stream().map(CheckedQuery::hogql).toList()));
        Shapes.resolved(json, range, asking.now());
        return json;
    }

    private static void result(ObjectNode json, Series series, String status, TrendLine line) {
        json.putObject("action")
                .put("id", series.event())
                .put("name", series.label())
                .put("type", "events")
                .put("order", 0)
                .put("math", "total");
        Shapes.numbers(json.putArray("data"), line.values());
        json.set("count", Shapes.number(line.sum()));
        line.axis().labels(json.putArray("labels"));
        line.axis().days(json.putArray("days"));
        json.put("label", series.label() + " - " + status).put("status", status);
    }
}
