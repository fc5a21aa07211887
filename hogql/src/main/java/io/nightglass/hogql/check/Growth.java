package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a query that would build huge texts or arrays out of little: {@code repeat} in {@code replaceAll}, {@code range} in
 * {@code arrayMap}. An engine computes some thousand rows at a time and cannot be stopped in between, so no limit of time or
 * memory helps there. What is kept counts little here, however long: it is what the query makes of it that counts.
 */
public final class Growth {
    /** For one row, all that is built on the way together: some hundred MB for the rows an engine computes at a time. */
    private static final long MOST_OF_A_ROW = 256 << 10;

    /** For what is the same in every row, and computed once. */
    private static final long MOST_AT_ONCE = 8 << 20;

    /** Less is not worth counting: a thousand columns are no bomb. */
    private static final double WORTH_COUNTING = 1_000;

    private final Map<Integer, List<Weight>> outputs = new HashMap<>();
    private final Map<Integer, List<Weight>> exploded = new HashMap<>();
    private final Map<Integer, Weight> variables = new HashMap<>();
    private double ofARow;

    private Growth() {}

    /** @throws QueryException with the function that builds too much */
    public static void check(Body body) {
        new Growth().columns(body);
    }

    private List<Weight> columns(Body body) {
        return switch (body) {
            case Body.Combined(var shape, var left, var operator, var right) -> {
                var columns = new ArrayList<Weight>();
                var others = columns(right);
                for (var column : columns(left)) {
                    columns.add(column.or(others.get(columns.size())));
                }
                yield columns;
            }
            case Body.Select select -> columns(select);
        };
    }

    private List<Weight> columns(Body.Select select) {
        double outside = ofARow;
        ofARow = 0;
        if (select.from() != null) {
            sources(select.from());
        }
        for (var explosion : select.explosions()) {
            exploded.put(
                    explosion.number(),
                    all(explosion.arrays()).stream().map(Weight::element).toList());
        }
        if (select.where() != null) {
            of(select.where());
        }
        all(select.groupBy());
        if (select.having() != null) {
            of(select.having());
        }
        further(select.further());
        select.orderBy().forEach(order -> of(order.value()));
        var columns = all(select.columns());
        ofARow = outside;
        return columns.stream().map(Weight::ofARow).toList();
    }

    private void further(Body.Further further) {
        if (further.qualify() != null) {
            of(further.qualify());
        }
        if (further.limitBy() != null) {
            all(further.limitBy().by());
        }
    }

    private void sources(From from) {
        switch (from) {
            case From.Sub(var source, var body) -> outputs.put(source, columns(body));
            case From.Join(var left, var kind, var right, var on, var strictness) -> {
                sources(left);
                sources(right);
                if (on != null) {
                    of(on);
                }
            }
            case From.Stored ignored -> {}
            case From.Numbers ignored -> {}
            case From.Sampled ignored -> {}
        }
    }

    private List<Weight> all(List<Checked> values) {
        return values.stream().map(this::of).toList();
    }

    private Weight of(Checked value) {
        return switch (value) {
            case Checked.Constant(var constant, var type) ->
                constant instanceof String text ? Weight.constant(1, text.length()) : Weight.constant(1, Weight.SCALAR);
            case Checked.Column column -> Weight.kept(column.type());
            case Checked.Property property -> Weight.kept(property.type());
            case Checked.Output(var source, var index, var type) ->
                outputs.containsKey(source) ? outputs.get(source).get(index) : Weight.kept(type);
            case Checked.Exploded(var explosion, var index, var type) -> {
                var elements = exploded.getOrDefault(explosion, List.of());
                yield index < elements.size() ? elements.get(index) : Weight.kept(type);
            }
            case Checked.Windowed(var function, var window, var type) -> {
                all(window.partition());
                window.order().forEach(order -> of(order.value()));
                yield of(function);
            }
            case Checked.Variable(var number, var type) -> variables.getOrDefault(number, Weight.kept(type));
            case Checked.Member(var json, var path, var type) -> {
                of(json);
                yield Weight.kept(type);
            }
            case Checked.Call call -> counted(call.function().name(), call(call));
            case Checked.Aggregate aggregate -> aggregate(aggregate);
            case Checked.In(var one, var items, var orNull, var type) -> {
                of(one);
                all(items);
                yield Weight.kept(type);
            }
            case Checked.InQuery(var one, var query, var type) -> {
                of(one);
                columns(query);
                yield Weight.kept(type);
            }
            case Checked.Scalar(var query, var type) -> columns(query).getFirst();
            case Checked.Convert(var inner, var type) ->
                type.base() == ValueType.ARRAY && inner.type().isText()
                        ? of(inner).listed()
                        : of(inner).as(type);
            case Checked.Lambda lambda -> of(lambda.body());
        };
    }

    private Weight aggregate(Checked.Aggregate aggregate) {
        var arguments = all(aggregate.arguments());
        if (aggregate.condition() != null) {
            of(aggregate.condition());
        }
        return Built.byAggregate(aggregate.type(), arguments);
    }

    private Weight call(Checked.Call call) {
        var arguments = new ArrayList<Weight>();
        var lambdas = new ArrayList<Checked.Lambda>();
        for (var argument : call.arguments()) {
            if (argument instanceof Checked.Lambda lambda) {
                lambdas.add(lambda);
            } else {
                arguments.add(of(argument));
            }
        }
        if (lambdas.isEmpty()) {
            return Built.by(call, arguments);
        }
        return Built.byEach(call, arguments, body(lambdas.getFirst(), arguments));
    }

    /** One lambda of several parameters stands in each other; an array for each, the last for those beyond. */
    private Weight body(Checked.Lambda lambda, List<Weight> arrays) {
        int next = 0;
        for (var parameter : Built.parameters(lambda)) {
            var weight = arrays.isEmpty()
                    ? Weight.kept(parameter.type())
                    : arrays.get(Math.min(next, arrays.size() - 1)).element();
            variables.put(parameter.number(), weight);
            next++;
        }
        return of(lambda.body());
    }

    private Weight counted(String function, Weight weight) {
        double bytes = weight.bytes();
        if (weight.isConstant()) {
            refuse(function, bytes, MOST_AT_ONCE, "at once");
        } else if (bytes > WORTH_COUNTING) {
            ofARow += bytes;
            refuse(function, ofARow, MOST_OF_A_ROW, "for a row");
        }
        return weight;
    }

    private static void refuse(String function, double bytes, long most, String when) {
        if (bytes > most) {
            throw new QueryException(new QueryProblem.NotComputable(
                    0,
                    "with %s() the query would build texts or arrays beyond the limit of %d bytes %s; repeat less, or take shorter ranges"
                            .formatted(function, most, when)));
        }
    }
}
