package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Queries and what they share: the budget, the numbers of sources, the queries named by WITH. One per text. */
public final class QueryChecker {
    private final Scope scope;
    private final Budget budget = new Budget();
    private final Set<String> tables = new TreeSet<>();
    private Map<String, Query.Common> commons = new HashMap<>();
    private final Set<String> reading = new HashSet<>();
    private int number;

    public QueryChecker(Scope scope) {
        this.scope = scope;
    }

    /** @throws QueryException when a name, function or type is wrong, or the query means too much */
    public Body check(Query query) {
        budget.enter(query.at());
        var body = switch (query) {
            case Query.Select select -> select(select);
            case Query.Combined combined -> combined(combined);
            case Query.Unanswerable(var at, var what, var instead) ->
                throw new QueryException(new QueryProblem.Unsupported(at, what, instead));
        };
        budget.leave();
        return body;
    }

    /** A query inside another: it sees the same WITH, and none of the other's columns. */
    Body sub(Query query) {
        return check(query);
    }

    private Body select(Query.Select select) {
        var outer = commons;
        commons = new HashMap<>(outer);
        for (var common : select.with()) {
            if (common.query() != null) {
                commons.put(common.name(), common);
            }
        }
        var body = new SelectChecker(this).check(select);
        commons = outer;
        return body;
    }

    private Body combined(Query.Combined combined) {
        var left = check(combined.left());
        var right = check(combined.right());
        if (left.shape().size() != right.shape().size()) {
            throw new QueryException(new QueryProblem.WrongType(
                    combined.at(),
                    "the query after " + combined.operator().text(),
                    "of %d columns".formatted(right.shape().size()),
                    "as many as in the first, %d,".formatted(left.shape().size())));
        }
        var shape = new ArrayList<Body.Shape>();
        for (int i = 0; i < left.shape().size(); i++) {
            var first = left.shape().get(i);
            var second = right.shape().get(i);
            var common = Comparisons.common(List.of(first.type(), second.type()));
            if (common == null) {
                throw new QueryException(new QueryProblem.WrongType(
                        combined.at(),
                        "column %d of the second query".formatted(i + 1),
                        Mismatch.named(second.type()),
                        Mismatch.named(first.type())));
            }
            shape.add(new Body.Shape(first.name(), common));
        }
        return new Body.Combined(List.copyOf(shape), as(shape, left), combined.operator(), as(shape, right));
    }

    /** {@code body} with its columns of the types of {@code shape}. */
    private Body as(List<Body.Shape> shape, Body body) {
        return switch (body) {
            case Body.Combined combined -> combined;
            case Body.Select select -> {
                var conversions = new Conversions(scope.zone());
                var columns = new ArrayList<Checked>();
                for (int i = 0; i < shape.size(); i++) {
                    columns.add(
                            conversions.to(shape.get(i).type(), select.columns().get(i)));
                }
                yield select.with(List.copyOf(columns), orders(select, columns));
            }
        };
    }

    /** What a select is ordered by, following its columns where it is one of them. */
    private static List<Body.Order> orders(Body.Select select, List<Checked> columns) {
        return select.orderBy().stream()
                .map(order -> {
                    int column = select.columns().indexOf(order.value());
                    var value = column < 0 ? order.value() : columns.get(column);
                    return new Body.Order(value, order.descending(), order.nullsFirst());
                })
                .toList();
    }

    Optional<Query.Common> common(String name) {
        return Optional.ofNullable(commons.get(name));
    }

    Set<String> commonNames() {
        return commons.keySet();
    }

    /** Whether the query that WITH calls {@code name} is being checked: inside itself it is not known. */
    boolean isReading(String name) {
        return reading.contains(name);
    }

    /** The query that WITH gave a name to; it cannot mean itself. */
    Body body(Query.Common common) {
        var all = commons;
        commons = new HashMap<>(all);
        commons.remove(common.name());
        reading.add(common.name());
        var body = check(Objects.requireNonNull(common.query()));
        reading.remove(common.name());
        commons = all;
        return titled(common, body);
    }

    private static Body titled(Query.Common common, Body body) {
        var names = common.columns();
        if (names.isEmpty()) {
            return body;
        }
        if (names.size() != body.shape().size()) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    common.at(),
                    common.name(),
                    names.size(),
                    "%d columns".formatted(body.shape().size())));
        }
        var shape = new ArrayList<Body.Shape>();
        for (int i = 0; i < names.size(); i++) {
            shape.add(new Body.Shape(names.get(i), body.shape().get(i).type()));
        }
        return switch (body) {
            case Body.Combined(var ignored, var left, var operator, var right) ->
                new Body.Combined(List.copyOf(shape), left, operator, right);
            case Body.Select select -> select.titled(List.copyOf(shape));
        };
    }

    Scope scope() {
        return scope;
    }

    Budget budget() {
        return budget;
    }

    int nextNumber() {
        return number++;
    }

    void reads(String table) {
        tables.add(table);
    }

    /** The stored tables met so far. */
    public Set<String> tables() {
        return Set.copyOf(tables);
    }
}
