package io.nightglass.hogql.check;

import io.nightglass.hogql.Nearest;
import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Bound;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code f(x) OVER (...)}: any aggregate, and the functions that only mean something over a window. */
record WindowChecker(ExprChecker expressions, CallChecker calls, Map<String, Expr.Window> named) {
    private static final Map<String, Double> SECONDS = Map.of(
            "toIntervalSecond",
            1.0,
            "toIntervalMinute",
            60.0,
            "toIntervalHour",
            3600.0,
            "toIntervalDay",
            86_400.0,
            "toIntervalWeek",
            604_800.0);

    Checked check(Expr.Over over) {
        var call = over.call();
        var window = window(over.name() == null ? over.window() : named(over));
        var aggregate = calls.overWindow(call);
        if (aggregate.isPresent()) {
            return over(aggregate.get(), window);
        }
        var function = Functions.named(call.function())
                .filter(known -> known.group() == Function.Group.WINDOWS)
                .orElseThrow(() -> unknown(call));
        if (call.distinct() || !call.parameters().isEmpty()) {
            throw CallChecker.wrong(call, function, call.arguments().size());
        }
        var arguments = call.arguments().stream()
                .map(argument -> expressions.check(argument, Clause.WINDOW))
                .toList();
        var value = calls.plain(call, function, counted(call, function, arguments));
        return new Checked.Windowed(value, window, value.type());
    }

    /** What is put together from aggregates has each of them over the window. */
    private static Checked over(Checked value, Checked.Window window) {
        return switch (value) {
            case Checked.Aggregate aggregate -> new Checked.Windowed(aggregate, window, aggregate.type());
            case Checked.Call(var function, var arguments, var type) ->
                new Checked.Call(
                        function,
                        arguments.stream()
                                .map(argument -> over(argument, window))
                                .toList(),
                        type);
            case Checked.Convert(var inner, var type) -> new Checked.Convert(over(inner, window), type);
            case Checked other -> other;
        };
    }

    private Expr.Window named(Expr.Over over) {
        var window = named.get(over.name());
        if (window == null) {
            throw new QueryException(new QueryProblem.UnknownColumn(
                    over.at(), String.valueOf(over.name()), Nearest.to(String.valueOf(over.name()), named.keySet())));
        }
        return window;
    }

    private static QueryException unknown(Expr.Call call) {
        return Functions.named(call.function()).isPresent()
                ? new QueryException(new QueryProblem.Unsupported(
                        call.at(),
                        call.function() + " over a window",
                        "aggregates, row_number(), lag() and the like are"))
                : Unknown.function(call.at(), call.function());
    }

    /** How many rows away: a constant from 0 on, of ntile and nth_value from 1 on. */
    private static List<Checked> counted(Expr.Call call, Function function, List<Checked> arguments) {
        int place = function.name().equals("ntile") ? 0 : 1;
        long least = function.name().equals("ntile") || function.name().equals("nth_value") ? 1 : 0;
        if (arguments.size() > place
                && !(CallChecker.constant(arguments.get(place)) instanceof Long rows
                        && rows >= least
                        && rows < 1L << 31)) {
            throw Mismatch.of(
                    call.at(),
                    "how many rows " + function.name() + " counts",
                    arguments.get(place),
                    "a constant from %d on".formatted(least));
        }
        return arguments;
    }

    private Checked.Window window(Expr.Window window) {
        var partition = window.partition().stream()
                .map(key -> expressions.check(key, Clause.WINDOW))
                .toList();
        var orders = new ArrayList<Body.Order>();
        for (var order : window.order()) {
            orders.add(new Body.Order(
                    expressions.check(order.expression(), Clause.WINDOW), order.descending(), order.nullsFirst()));
        }
        return new Checked.Window(partition, List.copyOf(orders), frame(window, orders));
    }

    private Checked.@Nullable Frame frame(Expr.Window window, List<Body.Order> orders) {
        var frame = window.frame();
        if (frame == null) {
            return null;
        }
        var from = bound(window, frame, frame.from(), orders);
        var to = bound(window, frame, frame.to(), orders);
        if (from.side() == Side.AFTER && from.distance() == null
                || to.side() == Side.BEFORE && to.distance() == null
                || place(from) > place(to)) {
            throw new QueryException(new QueryProblem.WrongType(
                    window.at(),
                    "the frame of a window",
                    "one that ends before it begins",
                    "a beginning before the end"));
        }
        return new Checked.Frame(frame.byRows(), from, to);
    }

    private static double place(Bound bound) {
        var distance = bound.distance();
        return switch (bound.side()) {
            case CURRENT -> 0;
            case BEFORE -> distance == null ? Double.NEGATIVE_INFINITY : -distance;
            case AFTER -> distance == null ? Double.POSITIVE_INFINITY : distance;
        };
    }

    private Bound bound(Expr.Window window, Expr.Frame frame, Expr.Bound bound, List<Body.Order> orders) {
        if (bound.distance() == null) {
            return new Bound(bound.side(), null);
        }
        if (frame.byRows()) {
            double rows = distance(bound.distance(), Optional.empty());
            if (rows != Math.rint(rows)) {
                throw new QueryException(new QueryProblem.WrongType(
                        bound.distance().at(), "the distance of ROWS", "a part of one", "a whole number"));
            }
            return new Bound(bound.side(), rows);
        }
        var by = orders.size() == 1 ? orders.getFirst().value().type() : null;
        if (by == null || !by.isNumber() && !by.isMoment()) {
            throw new QueryException(new QueryProblem.Unsupported(
                    window.at(), "RANGE with a distance", "order by one number or date, or write ROWS"));
        }
        return new Bound(
                bound.side(), distance(bound.distance(), Optional.of(by.base()).filter(base -> by.isMoment())));
    }

    /** Numbers are days of a date and seconds of a moment, as in ClickHouse. */
    private double distance(Expr expr, Optional<ValueType> moment) {
        if (moment.isPresent()
                && expr instanceof Expr.Call(var at, var name, var parameters, var amounts, var distinct)
                && SECONDS.get(name) instanceof Double seconds
                && amounts.size() == 1
                && amounts.getFirst() instanceof Expr.Literal(var ignored, Long count)
                && count >= 0) {
            return moment.get() == ValueType.DATE ? Math.ceil(count * seconds / 86_400) : count * seconds;
        }
        var value = CallChecker.constant(expressions.check(expr, Clause.WINDOW));
        if (value instanceof Long count && count >= 0) {
            return count;
        }
        if (value instanceof Double number && number >= 0 && moment.isEmpty() && number < 1e15) {
            return number;
        }
        throw new QueryException(new QueryProblem.WrongType(
                expr.at(), "the distance of a frame", "something else", "a constant from 0 on"));
    }
}
