package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.check.Combination.Part;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Many rows to one value. What goes through arrays or distinct values gathers them first and then reduces an array. */
record AggregateCalls(CallChecker calls, ExprChecker expressions, Clause inside) {
    /** Those that an array can be reduced by. */
    private static final Set<String> REDUCING = Set.of(
            "count",
            "uniq",
            "sum",
            "avg",
            "min",
            "max",
            "any",
            "anyLast",
            "median",
            "quantile",
            "quantiles",
            "quantileExact",
            "medianExact",
            "stddevPop",
            "stddevSamp",
            "varPop",
            "varSamp",
            "groupArray",
            "groupUniqArray",
            "entropy",
            "groupBitAnd",
            "groupBitOr",
            "groupBitXor",
            "anyHeavy",
            "topK");

    private static final Pattern PARAMETRIC = Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?");

    /** @param written without the condition */
    private record Given(
            Expr.Call call,
            Function function,
            List<Expr> written,
            @Nullable Checked condition) {}

    Checked check(Expr.Call call, Combination combination) {
        if (inside == Clause.AGGREGATE) {
            expressions.aggregate(call.at(), call.function());
        }
        var written = new ArrayList<Expr>(call.arguments());
        boolean conditional = combination.has(Part.IF);
        if (conditional && written.isEmpty()) {
            throw CallChecker.wrong(call, combination.function(), 0);
        }
        var condition = conditional ? calls.condition(written.removeLast(), inside) : null;
        if (written.size() == 1
                && written.getFirst() instanceof Expr.Star
                && combination.function().name().equals("count")) {
            written.clear();
        }
        var given = new Given(call, combination.function(), List.copyOf(written), condition);
        var value = value(given, combination);
        if (combination.has(Part.OR_NULL) && !(conditional && value.type().equals(Type.COUNT))) {
            return orNull(call, value);
        }
        return combination.has(Part.OR_DEFAULT)
                ? calls.plain(call, Functions.known("assumeNotNull"), List.of(orNull(call, value)))
                : value;
    }

    private Checked value(Given given, Combination combination) {
        boolean distinct = combination.has(Part.DISTINCT) || given.call().distinct();
        var function = distinct ? distinct(given.function()) : given.function();
        if (combination.has(Part.ARRAY)) {
            var rows = new Given(given.call(), Functions.known("groupArray"), given.written(), given.condition());
            var arrays = (Checked.Aggregate) plain(rows, List.of());
            if (arrays.type().element().base() != ValueType.ARRAY) {
                throw Mismatch.of(
                        given.call().at(),
                        "an argument of " + given.call().function(),
                        arrays.arguments().getFirst(),
                        "an array");
            }
            var flat = new Checked.Call(
                    Functions.known("arrayFlatten"),
                    List.of(arrays),
                    arrays.type().element());
            return reduced(given.call(), function, parameters(given.call(), function), flat);
        }
        if (distinct
                && function == given.function()
                && !Set.of("min", "max", "any", "uniq").contains(function.name())) {
            var rows = new Given(given.call(), Functions.known("groupUniqArray"), given.written(), given.condition());
            return reduced(given.call(), function, parameters(given.call(), function), plain(rows, List.of()));
        }
        return plain(
                new Given(given.call(), function, given.written(), given.condition()),
                parameters(given.call(), function));
    }

    private static Function distinct(Function function) {
        return switch (function.name()) {
            case "count" -> Functions.known("uniq");
            case "groupArray" -> Functions.known("groupUniqArray");
            default -> function;
        };
    }

    private List<Checked> parameters(Expr.Call call, Function function) {
        if (!function.signature().takesParameters(call.parameters().size())) {
            throw CallChecker.wrong(call, function, call.arguments().size());
        }
        return calls.arguments().parameters(call.at(), function, expressions.all(call.parameters()));
    }

    private Checked plain(Given given, List<Checked> parameters) {
        var call = given.call();
        var function = given.function();
        if (!function.signature().takes(given.written().size())) {
            throw CallChecker.wrong(call, function, given.written().size());
        }
        var values = given.written().stream()
                .map(argument -> expressions.check(argument, inside))
                .toList();
        var fitted = calls.arguments().fit(call.at(), function, values);
        Sequences.check(call.at(), function, parameters, fitted.values());
        var type = function.signature().result().equals("any")
                ? composed(call, function, fitted.values())
                : ResultType.of(function, fitted.values(), fitted.common());
        return new Checked.Aggregate(function, parameters, fitted.values(), given.condition(), type);
    }

    private static Type composed(Expr.Call call, Function function, List<Checked> values) {
        var first = values.getFirst().type();
        return switch (function.name()) {
            case "histogram" -> Type.arrayOf(Type.tupleOf(List.of(Type.FLOAT, Type.FLOAT, Type.FLOAT)));
            case "sumCount" -> Type.tupleOf(List.of(first.withNull(false), Type.COUNT));
            case "simpleLinearRegression" -> Type.tupleOf(List.of(Type.FLOAT, Type.FLOAT));
            default -> {
                boolean arrays = values.size() == 2 && first.base() == ValueType.ARRAY;
                if (!arrays && (values.size() != 1 || first.base() != ValueType.MAP)) {
                    throw CallChecker.wrong(call, function, values.size());
                }
                var summed = arrays
                        ? values.getLast().type().element()
                        : first.parts().getLast();
                if (!summed.isNumber()) {
                    throw Mismatch.of(
                            call.at(),
                            "a value for " + function.name(),
                            new Checked.Constant(null, summed),
                            "a number");
                }
                yield arrays ? Type.tupleOf(values.stream().map(Checked::type).toList()) : first;
            }
        };
    }

    /** NULL over no rows. A count is never NULL by itself: 0 becomes it. */
    private Checked orNull(Expr.Call call, Checked value) {
        if (value instanceof Checked.Aggregate(var function, var parameters, var arguments, var condition, var type)
                && !type.equals(Type.COUNT)) {
            return new Checked.Aggregate(function, parameters, arguments, condition, type.withNull(true));
        }
        var zero = new Checked.Constant(0L, Type.INTEGER);
        return value.type().equals(Type.COUNT)
                ? calls.plain(call, Functions.known("nullIf"), List.of(value, zero))
                : value;
    }

    /** {@code arrayReduce('quantile(0.9)', array)}. */
    Checked reduced(Expr.Call call, List<Checked> values) {
        var named = values.size() == 2 && CallChecker.constant(values.getFirst()) instanceof String text
                ? PARAMETRIC.matcher(text)
                : null;
        var known = Functions.known("arrayReduce");
        if (named == null || !named.matches()) {
            throw CallChecker.wrong(call, known, values.size());
        }
        var function = Functions.named(named.group(1))
                .filter(Function::isAggregate)
                .orElseThrow(() -> Unknown.function(call.at(), named.group(1)));
        var array = values.getLast();
        if (array.type().base() != ValueType.ARRAY) {
            throw Mismatch.of(call.at(), "an argument of arrayReduce", array, "an array");
        }
        var parameters = new ArrayList<Checked>();
        if (named.group(2) != null) {
            for (var number : named.group(2).split(",", -1)) {
                var level = calls.conversions().constant(ValueType.FLOAT, number.strip());
                parameters.add(new Checked.Constant(level, Type.FLOAT.withNull(level == null)));
            }
        }
        if (!function.signature().takesParameters(parameters.size())) {
            throw CallChecker.wrong(call, function, 1);
        }
        return reduced(call, function, calls.arguments().parameters(call.at(), function, parameters), array);
    }

    private Checked reduced(Expr.Call call, Function function, List<Checked> parameters, Checked array) {
        if (!REDUCING.contains(function.name())) {
            throw new QueryException(new QueryProblem.Unsupported(
                    call.at(), function.name() + " of the elements of an array", "use arrayJoin() in a subquery"));
        }
        var element = expressions.variable(array.type().element());
        var each = function.signature().takes(1) ? List.<Checked>of(element) : List.<Checked>of();
        var fitted = calls.arguments().fit(call.at(), function, each);
        var wanted = fitted.values().isEmpty()
                ? element.type()
                : fitted.values().getFirst().type();
        var arguments = new ArrayList<Checked>();
        arguments.add(new Checked.Constant(function.name(), Type.STRING));
        arguments.add(calls.conversions().to(Type.arrayOf(wanted), array));
        arguments.addAll(parameters);
        return new Checked.Call(
                Functions.known("arrayReduce"),
                List.copyOf(arguments),
                ResultType.of(function, fitted.values(), fitted.common()));
    }
}
