package io.nightglass.boards.insight;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.parse.HogQlParse;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A TracesQuery, the latest traces of model calls, and a TraceQuery, one of them whole: events that share an {@code
 * $ai_trace_id}. Two questions, for the traces and for their events.
 */
final class Traces {
    private static final String TRACE = "$ai_trace_id";
    private static final String FIRST = "first_at";
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /** A trace that begins in the range is taken with what it did until so long after. */
    private static final Duration AROUND = Duration.ofMinutes(10);

    private static final List<String> EVENTS =
            List.of("$ai_span", "$ai_generation", "$ai_embedding", "$ai_metric", "$ai_feedback", "$ai_trace");
    private static final String CALLS = "event IN ('$ai_generation', '$ai_embedding')";

    /** What a trace says of itself, in the order {@link TraceShape} reads it. */
    private static final List<String> FIGURES = List.of(
            "coalesce(argMinIf(distinct_id, timestamp, event = '$ai_trace'), argMin(distinct_id, timestamp))",
            "any(properties.$ai_session_id)",
            """
            round(if(countIf(properties.$ai_latency > 0 AND event != '$ai_generation') = 0,
              sumIf(properties.$ai_latency, properties.$ai_latency > 0 AND event = '$ai_generation'),
              sumIf(properties.$ai_latency, coalesce(properties.$ai_parent_id, '') IN ('', properties.$ai_trace_id))), 2)""",
            known("$ai_input_tokens"),
            known("$ai_output_tokens"),
            known("$ai_input_cost_usd"),
            known("$ai_output_cost_usd"),
            known("$ai_total_cost_usd"),
            "argMinIf(properties.$ai_input_state, timestamp, event = '$ai_trace')",
            "argMinIf(properties.$ai_output_state, timestamp, event = '$ai_trace')",
            "coalesce(argMinIf(coalesce(properties.$ai_span_name, properties.$ai_trace_name), timestamp, event = '$ai_trace'),"
                    + " argMin(coalesce(properties.$ai_span_name, properties.$ai_trace_name), timestamp))",
            "countIf(properties.$ai_is_error)",
            "argMin(person_id, timestamp)");

    private final Fields query;
    private final Scope scope;
    private final boolean isOne;
    private final int limit;
    private final int offset;

    private Traces(Fields query, Scope scope, boolean isOne) {
        this.query = query;
        this.scope = scope;
        this.isOne = isOne;
        this.limit = isOne ? 1 : query.whole("limit", USUAL, 1, MOST);
        this.offset = isOne ? 0 : query.whole("offset", 0, 0, Integer.MAX_VALUE - MOST - 1);
    }

    /** @param cells how a cell is written */
    static AskedQuery many(Fields query, Scope scope, Function<@Nullable Object, JsonNode> cells) {
        query.passing("showColumnConfigurator");
        query.refuse("groupKey", "is not supported, groups have no traces here");
        query.refuse("groupTypeIndex", "is not supported, groups have no traces here");
        query.refuse("randomOrder", "is not supported; traces come latest first");
        query.refuse("filterSupportTraces", "is not supported; nobody else looks in here");
        return new Traces(query, scope, false).asked(cells);
    }

    /** @param cells how a cell is written */
    static AskedQuery one(Fields query, Scope scope, Function<@Nullable Object, JsonNode> cells) {
        return new Traces(query, scope, true).asked(cells);
    }

    private AskedQuery asked(Function<@Nullable Object, JsonNode> cells) {
        query.passing("kind", "modifiers", "response", "tags", "version", "filterTestAccounts");
        var asking = new Asking(query, scope);
        var range = isOne && !query.has("dateRange") ? null : DateRange.of(query, Interval.MINUTE, asking.now());
        var persons = new Persons();
        var matching = matching(asking, range, persons);
        query.end();
        var shown = compiled(figures(range, ids(matching, persons, limit + 1)), limit + 1);
        var events = compiled(events(range, ids(matching, persons, limit)), HogQl.MOST);
        var shape = new TraceShape(cells, limit, offset, events.hogql());
        return new AskedQuery(List.of(shown, events), shape::of);
    }

    private CheckedQuery compiled(Query tree, int most) {
        return query.writings().compiled(tree, scope, most);
    }

    /** What an event of a trace that is asked for looks like, and when the trace begins. */
    private record Matching(List<Expr> where, @Nullable Expr having) {}

    private Matching matching(Asking asking, @Nullable DateRange range, Persons persons) {
        var conditions = new ArrayList<>(within(range));
        conditions.add(Trees.call("notEquals", Trees.property(TRACE), Trees.literal("")));
        conditions.add(asking.filters(persons).of(query, Asking.FILTERS));
        if (isOne) {
            var id = query.text("traceId");
            if (id == null || id.isEmpty()) {
                throw query.bad("traceId", "is wanted: the $ai_trace_id of its events");
            }
            conditions.add(Trees.call("equals", Trees.property(TRACE), Trees.literal(id)));
        } else if (query.text("personId") instanceof String person) {
            conditions.add(Trees.call("equals", Trees.name("person_id"), Trees.literal(id(person))));
        }
        return new Matching(conditions, isOne || range == null ? null : begins(range));
    }

    private String id(String person) {
        try {
            return UUID.fromString(person).toString();
        } catch (IllegalArgumentException e) {
            throw query.bad("personId", "is no id of a person; persons.id has them");
        }
    }

    private static Expr begins(DateRange range) {
        var first = Trees.name(FIRST);
        var last = Trees.call("lessOrEquals", first, Trees.literal(range.to().toInstant()));
        var from = range.from();
        return from == null
                ? last
                : Trees.call("and", Trees.call("greaterOrEquals", first, Trees.literal(from.toInstant())), last);
    }

    private static List<Expr> within(@Nullable DateRange range) {
        var conditions = new ArrayList<Expr>();
        conditions.add(Trees.in(Trees.name("event"), EVENTS));
        if (range != null) {
            var from = range.from();
            if (from != null) {
                var first = Trees.literal(from.minus(AROUND).toInstant());
                conditions.add(Trees.call("greaterOrEquals", Trees.name("timestamp"), first));
            }
            var last = Trees.literal(range.to().plus(AROUND).toInstant());
            conditions.add(Trees.call("lessOrEquals", Trees.name("timestamp"), last));
        }
        return conditions;
    }

    /** The ids of the latest {@code most} traces after those left out. */
    private Query.Select ids(Matching matching, Persons persons, int most) {
        var traces = Selection.from(persons.source())
                .column("trace", Trees.property(TRACE))
                .column(FIRST, Trees.call("min", Trees.name("timestamp")))
                .where(Series.all(matching.where()))
                .groupBy("trace")
                .descending(Trees.name(FIRST))
                .ascending(Trees.name("trace"))
                .limit(most, offset);
        if (matching.having() != null) {
            traces.having(matching.having());
        }
        return Selection.from(traces.tree()).column("trace").tree();
    }

    private static Query.Select figures(@Nullable DateRange range, Query.Select ids) {
        var traces = Selection.from(new Query.Source.Named(0, "events", null))
                .column("id", Trees.property(TRACE))
                .column(FIRST, Trees.call("min", Trees.name("timestamp")));
        int place = 0;
        for (var figure : FIGURES) {
            traces.column("figure_" + place++, written(figure));
        }
        return traces.where(within(range))
                .where(new Expr.InQuery(0, Trees.property(TRACE), ids))
                .groupBy("id")
                .descending(Trees.name(FIRST))
                .ascending(Trees.name("id"))
                .tree();
    }

    /** Of a list those right below the trace, as PostHog has it; of one trace all but the one that says what it is. */
    private Query.Select events(@Nullable DateRange range, Query.Select ids) {
        var events = Selection.from(new Query.Source.Named(0, "events", null))
                .column("trace", Trees.property(TRACE))
                .column("uuid")
                .column("event")
                .column("timestamp")
                .column("properties");
        TraceShape.TEXTS.forEach(name -> events.column("text_" + name.substring(1), Trees.property(name)));
        return events.where(within(range))
                .where(
                        written(
                                isOne
                                        ? "event != '$ai_trace'"
                                        : "event IN ('$ai_metric', '$ai_feedback') OR properties.$ai_parent_id = properties.$ai_trace_id"))
                .where(new Expr.InQuery(0, Trees.property(TRACE), ids))
                .ascending(Trees.name("timestamp"))
                .ascending(Trees.name("uuid"))
                .tree();
    }

    private static Expr written(String hogql) {
        return HogQlParse.column(hogql, Map.of()).expression();
    }

    /** What calls say they took together; null when none says it. */
    private static String known(String property) {
        return "if(countIf(isNotNull(properties.%1$s) AND %2$s) = 0, NULL, round(sumIf(properties.%1$s, %2$s), 10))"
                .formatted(property, CALLS);
    }
}
