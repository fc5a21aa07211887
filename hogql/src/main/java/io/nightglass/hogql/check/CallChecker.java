package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Scope;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Function.Group;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls: finds the function, fits the arguments, works out the type. */
final class CallChecker {
    /** Functions that read a text: of bytes they would see other ones. */
    private static final Set<Group> READERS = EnumSet.of(
            Group.TEXTS, Group.SEARCHES, Group.URLS, Group.HASHES, Group.JSON, Group.CONVERSIONS, Group.DATE_READING);

    private final ExprChecker expressions;
    private final Conversions conversions;
    private final Comparisons comparisons;
    private final Arguments arguments;
    private final SpecialCalls special;
    private final AggregateCalls aggregates;
    private final AggregateCalls windowed;

    CallChecker(ExprChecker expressions, Scope scope) {
        this.expressions = expressions;
        this.conversions = new Conversions(scope.zone());
        this.comparisons = new Comparisons(conversions);
        this.arguments = new Arguments(conversions);
        this.special = new SpecialCalls(this, expressions, scope);
        this.aggregates = new AggregateCalls(this, expressions, Clause.AGGREGATE);
        this.windowed = new AggregateCalls(this, expressions, Clause.WINDOW);
    }

    Checked check(Expr.Call call) {
        var function = Functions.named(call.function());
        var combination = combination(call, function);
        if (combination.isPresent()) {
            return aggregates.check(call, combination.get());
        }
        var known = function.orElseThrow(() -> Unknown.function(call.at(), call.function()));
        if (known.group() == Group.WINDOWS) {
            throw new QueryException(new QueryProblem.Unsupported(
                    call.at(), call.function() + " without a window", "write OVER (ORDER BY ...) after it"));
        }
        if (!call.parameters().isEmpty() || call.distinct()) {
            throw wrong(call, known, call.arguments().size());
        }
        return special.check(call, known);
    }

    private static Optional<Combination> combination(Expr.Call call, Optional<Function> function) {
        return function.isEmpty()
                ? Combination.named(call.function())
                : function.filter(Function::isAggregate).map(Combination::plain);
    }

    /** The aggregate of a call that stands before OVER: a value per row, so that it is none of the SELECT's. */
    Optional<Checked> overWindow(Expr.Call call) {
        return combination(call, Functions.named(call.function()))
                .map(combination -> windowed.check(call, combination));
    }

    /** {@code arrayReduce('sum', array)}. */
    Checked reduced(Expr.Call call, List<Checked> values) {
        return aggregates.reduced(call, values);
    }

    Checked condition(Expr expr, Clause clause) {
        return arguments.condition(expr.at(), expressions.check(expr, clause));
    }

    /** A call whose arguments are checked already. */
    Checked plain(Expr.Call call, Function function, List<Checked> values) {
        if (!function.signature().takes(values.size())) {
            throw wrong(call, function, values.size());
        }
        boolean reads = READERS.contains(function.group()) && !function.name().equals("hex");
        boolean shows = function.group() == Group.CONVERSIONS || function.name().equals("arrayStringConcat");
        if (values.stream()
                .map(Checked::type)
                .anyMatch(type -> reads && type.isBytes() || shows && type.holdsBytes())) {
            throw new QueryException(new QueryProblem.Unsupported(
                    call.at(), function.name() + "() of bytes", "wrap them in hex(): their bytes are no text"));
        }
        var fitted = arguments.fit(call.at(), function, values);
        return new Checked.Call(function, fitted.values(), ResultType.of(function, fitted.values(), fitted.common()));
    }

    /** The same, where the table alone does not say what it means. */
    Checked withValues(Expr.Call call, Function function, List<Checked> values) {
        return special.withValues(call, function, values);
    }

    Checked compare(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 2) {
            throw wrong(call, function, values.size());
        }
        var alike = comparisons.alike(call.at(), values.getFirst(), values.getLast());
        if (expressions.isFiltering()) {
            var range = new DayRanges(conversions.zone()).of(function.name(), alike.getFirst(), alike.getLast());
            if (range.isPresent()) {
                return range.get();
            }
        }
        boolean nullable = alike.stream().anyMatch(value -> value.type().nullable());
        return new Checked.Call(function, alike, Type.TRUTH.withNull(nullable));
    }

    /** A comparison for which NULL is a value like any other. */
    Checked distinguish(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 2) {
            throw wrong(call, function, values.size());
        }
        return new Checked.Call(
                function, comparisons.alike(call.at(), values.getFirst(), values.getLast()), Type.TRUTH);
    }

    Checked in(int at, Checked value, List<Checked> items, boolean orNull) {
        var converted = new ArrayList<Checked>();
        var probe = value;
        for (var item : items) {
            var alike = comparisons.alike(at, value, item);
            converted.add(alike.getLast());
            probe = alike.getFirst().equals(value) ? probe : alike.getFirst();
        }
        if (!probe.equals(value)) {
            var type = probe.type();
            converted.replaceAll(item -> conversions.to(type, item));
        }
        return new Checked.In(probe, List.copyOf(converted), orNull, Type.TRUTH);
    }

    /** {@code value} so that it can be looked for among rows of {@code shape}. */
    Checked towards(int at, Checked value, List<Body.Shape> shape) {
        if (value.type().base() == ValueType.TUPLE) {
            return conversions.to(
                    Type.tupleOf(shape.stream().map(Body.Shape::type).toList()), value);
        }
        var target = shape.getFirst().type();
        if (target.isBytes() != value.type().isBytes()) {
            throw new QueryException(
                    new QueryProblem.Unsupported(at, "bytes beside what is none", "compare their hex()"));
        }
        if (!target.parts().isEmpty() && !value.type().sameStorage(target)) {
            throw Mismatch.of(at, "the left side of IN", value, Mismatch.named(target));
        }
        return conversions.to(target, value);
    }

    /** A place of a tuple, from 1. */
    static Checked place(Checked tuple, int place) {
        return new Checked.Call(
                Functions.known("tupleElement"),
                List.of(tuple, new Checked.Constant((long) place, Type.INTEGER)),
                tuple.type().parts().get(place - 1));
    }

    Arguments arguments() {
        return arguments;
    }

    Conversions conversions() {
        return conversions;
    }

    static QueryException wrong(Expr.Call call, Function function, int given) {
        return new QueryException(new QueryProblem.WrongArguments(call.at(), call.function(), given, function.usage()));
    }

    static @Nullable Object constant(Checked value) {
        return value instanceof Checked.Constant(var constant, var ignored) ? constant : null;
    }
}
