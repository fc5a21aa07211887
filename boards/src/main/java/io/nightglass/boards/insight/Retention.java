package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.store.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A RetentionQuery: of the persons who began on a day, how many came again on each of the days after. Whoever began is
 * counted at 0, whatever else they did that day.
 */
final class Retention {
    private static final String STARTED = "started";
    private static final String RETURNED = "returned";
    private static final String ACTOR = "actor";

    private final Asking asking;
    private final RetentionOptions options;

    private Retention(Asking asking) {
        this.asking = asking;
        this.options = RetentionOptions.of(asking);
    }

    static AskedQuery of(Fields query, Scope scope) {
        return new Retention(Asking.of(query, scope)).asked();
    }

    private AskedQuery asked() {
        var sizes = Selection.from(starts())
                .column(STARTED)
                .column("actors", Trees.call("count"))
                .groupBy(STARTED);
        var queries = List.of(asking.compiled(sizes), asking.compiled(returned()));
        asking.query().end();
        return new AskedQuery(queries, tables -> answer(queries, tables));
    }

    /** Who began in the interval {@code interval}, from 0 on. */
    static Query.Select actors(Asking asking, Fields how) {
        var retention = new Retention(asking);
        var starts = retention.starts();
        retention.returns(); // reads what else is asked for, or refuses it
        var axis = retention.options.range().axis(asking.now());
        int place = how.whole("interval", 0, 0, axis.size() - 1);
        var key = retention.options.range().interval().key(axis.start(place));
        return Actors.distinct(Selection.from(starts)
                .where(Trees.call("equals", Trees.name(STARTED), Trees.literal(key)))
                .column("actor", Trees.name(ACTOR)));
    }

    /** Who began when: in every interval with such an event, or only in the first ever. */
    private Query.Select starts() {
        var persons = new Persons();
        var condition = options.target().condition(asking, persons);
        var point = options.range().interval().point(Trees.name("timestamp"));
        if (!options.firstTime()) {
            return Selection.from(persons.source())
                    .where(options.range().conditions())
                    .where(condition)
                    .distinct()
                    .column(ACTOR, Measure.PERSON)
                    .column(STARTED, point)
                    .tree();
        }
        var first = Selection.from(persons.source())
                .where(Trees.call("lessOrEquals", Trees.name("timestamp"), last()))
                .where(condition)
                .column(ACTOR, Measure.PERSON)
                .groupBy(ACTOR)
                .column("first_at", Trees.call("min", Trees.name("timestamp")));
        var from = Objects.requireNonNull(options.range().from()).toInstant();
        return Selection.from(first.tree())
                .where(Trees.call("greaterOrEquals", Trees.name("first_at"), Trees.literal(from)))
                .column(ACTOR)
                .column(STARTED, options.range().interval().point(Trees.name("first_at")))
                .tree();
    }

    private Expr last() {
        return Trees.literal(options.range().to().toInstant());
    }

    /** Who came again when. */
    private Query.Select returns() {
        var persons = new Persons();
        var condition = options.returning().condition(asking, persons);
        var selection = Selection.from(persons.source())
                .where(options.range().conditions())
                .where(condition)
                .column("actor_again", Measure.PERSON)
                .groupBy("actor_again")
                .column(RETURNED, options.range().interval().point(Trees.name("timestamp")))
                .groupBy(RETURNED);
        return selection
                .having(Trees.call("greaterOrEquals", Trees.call("count"), Trees.literal((long) options.occurrences())))
                .tree();
    }

    /** How many of each beginning came in each interval after or, cumulatively, last came in it. */
    private Selection returned() {
        var both = Selection.from(new Query.Source.Join(
                        0,
                        new Query.Source.Sub(0, starts(), "s"),
                        Query.JoinKind.INNER,
                        new Query.Source.Sub(0, returns(), "r"),
                        Trees.call("equals", Trees.name("s", ACTOR), Trees.name("r", "actor_again"))))
                .where(Trees.call("greater", Trees.name("r", RETURNED), Trees.name("s", STARTED)))
                .column(ACTOR, Trees.name("s", ACTOR))
                .column(STARTED, Trees.name("s", STARTED))
                .column(RETURNED, Trees.name("r", RETURNED));
        var each = options.cumulative()
                ? Selection.from(both.tree())
                        .column(ACTOR)
                        .column(STARTED)
                        .column("latest", Trees.call("max", Trees.name(RETURNED)))
                        .groupBy(ACTOR, STARTED)
                : Selection.from(both.tree()).column(STARTED).column("latest", Trees.name(RETURNED));
        return Selection.from(each.tree())
                .column(STARTED)
                .column("latest")
                .column("actors", Trees.call("count"))
                .groupBy(STARTED, "latest");
    }

    private ObjectNode answer(List<CheckedQuery> queries, List<Table> tables) {
        var axis = options.range().axis(asking.now());
        var counts = new double[axis.size()][axis.size()];
        for (var row : Asking.rows(tables.getFirst())) {
            int start = axis.place(row.getFirst());
            if (start >= 0) {
                counts[start][0] = TrendsSelect.number(row.getLast());
            }
        }
        for (var row : Asking.rows(tables.getLast())) {
            int start = axis.place(row.getFirst());
            int end = axis.place(row.get(1));
            if (start >= 0 && end > start) {
                counts[start][end - start] = TrendsSelect.number(row.getLast());
            }
        }
        var json = JsonMapper.shared().createObjectNode();
        var results = json.putArray("results");
        for (int start = 0; start < options.cohorts(axis.size()); start++) {
            var result = results.addObject();
            result.put("date", Shapes.text(axis.start(start)));
            result.put("label", "%s %d".formatted(options.label(), start));
            var values = result.putArray("values");
            int last = Math.min(options.intervals(), axis.size() - start);
            for (int after = 0; after < last; after++) {
                values.addObject()
                        .put("label", "%s %d".formatted(options.label(), after))
                        .set(
                                "count",
                                Shapes.number(
                                        options.cumulative() && after > 0
                                                ? sum(counts[start], after)
                                                : counts[start][after]));
            }
        }
        json.put("hogql", queries.getLast().hogql());
        Shapes.resolved(json, options.range(), asking.now());
        return json;
    }

    private static double sum(double[] counts, int from) {
        double sum = 0;
        for (int i = from; i < counts.length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** What is understood of {@code targetEntity} and {@code returningEntity}. */
    record Entity(Fields fields) {
        private static final Map<String, Boolean> TYPES = Map.of("events", true);

        Expr condition(Asking asking, Persons persons) {
            if (fields.text("type", "events").equals("actions")) {
                throw fields.bad("type", "'actions' is not supported, there are no actions here; use events");
            }
            fields.choice("type", "events", TYPES);
            fields.passing("name", "custom_name", "order", "uuid", "kind");
            boolean named = fields.has("id");
            var event = !named && fields.isEmpty() ? "$pageview" : fields.text("id");
            var filters = asking.filters(persons);
            var own = filters.of(fields, Asking.FILTERS);
            fields.end();
            var is = event == null
                    ? Trees.literal(true)
                    : Trees.call("equals", Trees.name("event"), Trees.literal(event));
            return Series.all(List.of(is, own, filters.of(asking.query(), Asking.FILTERS)));
        }
    }
}
