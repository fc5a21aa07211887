package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.List;
import java.util.Set;

/** Functions whose first argument is a lambda: several arrays are one array of tuples, a map one of keys and values. */
record LambdaCalls(CallChecker calls, ExprChecker expressions) {
    /** Those that yield elements of the first array, in an array. */
    private static final Set<String> CHOOSING = Set.of(
            "arrayFilter",
            "arraySort",
            "arrayReverseSort",
            "arraySplit",
            "arrayReverseSplit",
            "arrayFill",
            "arrayReverseFill");

    /** Those that yield one element of the first array. */
    private static final Set<String> PICKING = Set.of("arrayFirst", "arrayLast", "arrayFirstOrNull", "arrayLastOrNull");

    /** Those whose lambda yields a value, not a condition. */
    private static final Set<String> COMPUTING =
            Set.of("arrayMap", "arraySort", "arrayReverseSort", "mapApply", "mapSort", "mapReverseSort");

    Checked check(Expr.Call call, Function function) {
        var written = call.arguments();
        if (written.isEmpty()) {
            throw CallChecker.wrong(call, function, 0);
        }
        if (!(written.getFirst() instanceof Expr.Lambda lambda)) {
            return bare(call, function);
        }
        var values = expressions.all(written.subList(1, written.size()));
        if (function.name().equals("arrayFold")) {
            return folded(call, function, lambda, values);
        }
        if (values.isEmpty()) {
            throw CallChecker.wrong(call, function, written.size());
        }
        if (function.name().startsWith("map")) {
            return ofMap(call, function, lambda, values);
        }
        values.forEach(value -> array(call, function, value));
        return values.size() == 1
                ? over(call, function, lambda, values.getFirst())
                : overSeveral(call, function, lambda, values);
    }

    /** {@code arrayExists([0, 1])}: the elements themselves are the conditions; {@code arraySort(a)} is a call like others. */
    private Checked bare(Expr.Call call, Function function) {
        if (!function.signature().wantsLambda()
                || COMPUTING.contains(function.name())
                || call.arguments().size() != 1) {
            throw CallChecker.wrong(call, function, call.arguments().size());
        }
        var element = "element";
        var same = new Expr.Lambda(call.at(), List.of(element), new Expr.Name(call.at(), List.of(element)));
        return over(call, function, same, expressions.check(call.arguments().getFirst()));
    }

    private Checked over(Expr.Call call, Function function, Expr.Lambda lambda, Checked array) {
        array(call, function, array);
        var mapped = expressions.lambda(lambda, array.type().element());
        if (!function.signature().wantsLambda() && !CHOOSING.contains(function.name())) {
            var each = calls.plain(call, Functions.known("arrayMap"), List.of(mapped, array));
            return calls.withValues(call, function, List.of(each));
        }
        var fitted = fitted(call, function, mapped);
        return CHOOSING.contains(function.name()) && !function.signature().wantsLambda()
                ? new Checked.Call(function, List.of(fitted, array), array.type())
                : calls.plain(call, function, List.of(fitted, array));
    }

    private Checked.Lambda fitted(Expr.Call call, Function function, Checked.Lambda mapped) {
        return COMPUTING.contains(function.name())
                ? mapped
                : new Checked.Lambda(
                        mapped.variable(), calls.arguments().condition(call.at(), mapped.body()), Type.BOOLEAN);
    }

    private Checked overSeveral(Expr.Call call, Function function, Expr.Lambda lambda, List<Checked> arrays) {
        var found = over(call, function, lambda, zipped(arrays));
        if (PICKING.contains(function.name())) {
            return CallChecker.place(found, 1);
        }
        return CHOOSING.contains(function.name()) ? firsts(call, found) : found;
    }

    /** The first places of an array of tuples, or of an array of such arrays. */
    private Checked firsts(Expr.Call call, Checked tuples) {
        var element = tuples.type().element();
        var variable = expressions.variable(element);
        var body = element.base() == ValueType.ARRAY ? firsts(call, variable) : CallChecker.place(variable, 1);
        return calls.plain(
                call, Functions.known("arrayMap"), List.of(new Checked.Lambda(variable, body, body.type()), tuples));
    }

    private static Checked zipped(List<Checked> arrays) {
        var places = arrays.stream().map(array -> array.type().element()).toList();
        return new Checked.Call(Functions.known("arrayZip"), arrays, Type.arrayOf(Type.tupleOf(places)));
    }

    private Checked ofMap(Expr.Call call, Function function, Expr.Lambda lambda, List<Checked> values) {
        var map = values.getFirst();
        if (values.size() != 1 || map.type().base() != ValueType.MAP) {
            throw CallChecker.wrong(call, function, call.arguments().size());
        }
        var mapped = expressions.lambda(lambda, Type.tupleOf(map.type().parts()));
        var type = map.type();
        if (function.name().equals("mapApply")) {
            var pair = mapped.body().type();
            if (pair.base() != ValueType.TUPLE || pair.parts().size() != 2) {
                throw Mismatch.of(call.at(), "what the lambda of mapApply yields", mapped.body(), "(key, value)");
            }
            type = Type.mapOf(pair.parts().getFirst(), pair.parts().getLast());
        }
        var whether = function.signature().result().startsWith("truth") ? Type.TRUTH : type;
        return new Checked.Call(function, List.of(fitted(call, function, mapped), map), whether);
    }

    /** {@code arrayFold((acc, x) -> acc + x, [1, 2], 0)}: what has been made so far is of the type of the last argument. */
    private Checked folded(Expr.Call call, Function function, Expr.Lambda lambda, List<Checked> values) {
        if (values.size() < 2 || lambda.names().size() != values.size()) {
            throw CallChecker.wrong(call, function, call.arguments().size());
        }
        var arrays = values.subList(0, values.size() - 1);
        arrays.forEach(value -> array(call, function, value));
        var array = arrays.size() == 1 ? arrays.getFirst() : zipped(arrays);
        var start = values.getLast();
        var body = expressions.fold(lambda, start.type(), array.type().element());
        if (!body.type().sameStorage(start.type())) {
            var common = Comparisons.common(List.of(start.type(), body.type()));
            if (common == null) {
                throw Mismatch.of(call.at(), "what arrayFold starts with", start, Mismatch.named(body.type()));
            }
            start = calls.conversions().to(common, start);
            body = expressions.fold(lambda, common, array.type().element());
        }
        var fitted = calls.conversions().to(start.type(), ((Checked.Lambda) body.body()).body());
        var inner = new Checked.Lambda(((Checked.Lambda) body.body()).variable(), fitted, fitted.type());
        var whole = new Checked.Lambda(body.variable(), inner, fitted.type());
        return new Checked.Call(function, List.of(whole, array, start), start.type());
    }

    private static void array(Expr.Call call, Function function, Checked value) {
        if (value.type().base() != ValueType.ARRAY) {
            throw Mismatch.of(call.at(), "an argument of " + function.name(), value, "an array");
        }
    }
}
