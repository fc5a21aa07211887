package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.List;

/** Arrays and tuples: what is inside decides the type. */
record ArrayCalls(CallChecker calls, ExprChecker expressions) {

    Checked summable(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 1) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var array = values.getFirst();
        if (array.type().base() != ValueType.ARRAY) {
            throw Mismatch.of(call.at(), "an argument of " + function.name(), array, "an array");
        }
        var element = array.type().element();
        if (element.isNumber() || element.isNull()) {
            return array;
        }
        if (element.base() != ValueType.BOOLEAN) {
            throw Mismatch.of(call.at(), "an element for " + function.name(), new Constant(null, element), "a number");
        }
        return calls.conversions().to(Type.arrayOf(Type.INTEGER.withNull(element.nullable())), array);
    }

    Checked element(Expr.Call call, Function function, List<Checked> values) {
        var tuple = values.size() == 2 ? values.getFirst() : null;
        if (tuple == null) {
            throw CallChecker.wrong(call, function, values.size());
        }
        if (tuple.type().base() != ValueType.TUPLE) {
            throw Mismatch.of(call.at(), "what a place is taken of", tuple, "a tuple");
        }
        int places = tuple.type().parts().size();
        if (!(CallChecker.constant(values.getLast()) instanceof Long place) || place < 1 || place > places) {
            throw Mismatch.of(call.at(), "the place", values.getLast(), "a number from 1 to %d".formatted(places));
        }
        return new Checked.Call(function, values, tuple.type().parts().get((int) (place - 1)));
    }

    Checked indexed(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() == 2 && values.getFirst().type().isText()) {
            throw Mismatch.of(
                    call.at(),
                    "what is indexed",
                    values.getFirst(),
                    "an array; of JSON text take JSONExtractArrayRaw()");
        }
        if (!values.isEmpty() && values.getFirst().type().base() == ValueType.TUPLE) {
            return element(call, Functions.known("tupleElement"), values);
        }
        if (values.size() == 2 && values.getFirst().type().base() == ValueType.MAP) {
            var parts = values.getFirst().type().parts();
            var key = calls.conversions().to(parts.getFirst(), values.getLast());
            return new Checked.Call(Functions.known("arrayElement"), List.of(values.getFirst(), key), parts.getLast());
        }
        return calls.plain(call, function, values);
    }

    Checked exploded(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 1) {
            throw CallChecker.wrong(call, function, values.size());
        }
        if (values.getFirst().type().base() != ValueType.ARRAY) {
            throw Mismatch.of(call.at(), "an argument of arrayJoin", values.getFirst(), "an array");
        }
        return expressions.explode(values.getFirst());
    }

    Checked flattened(Expr.Call call, Function function, List<Checked> values) {
        var flat = calls.plain(call, function, values);
        var type = values.getFirst().type();
        while (type.element().base() == ValueType.ARRAY) {
            type = type.element();
        }
        return new Checked.Call(function, ((Checked.Call) flat).arguments(), type);
    }
}
