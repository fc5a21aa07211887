package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;

/** Maps: their keys and their values each have one type. */
record MapCalls(CallChecker calls) {

    Checked check(Expr.Call call, Function function, List<Checked> values) {
        return switch (function.name()) {
            case "map" -> pairs(call, function, values);
            case "mapFromArrays" -> fromArrays(call, function, values);
            default -> joined(call, function, values);
        };
    }

    /** Two arrays, of the keys and of the values, so that a store prints one form. */
    private Checked pairs(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() % 2 != 0) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var keys = new ArrayList<Checked>();
        var items = new ArrayList<Checked>();
        for (int i = 0; i < values.size(); i += 2) {
            keys.add(values.get(i));
            items.add(values.get(i + 1));
        }
        var array = Functions.known("array");
        return fromArrays(
                call,
                Functions.known("mapFromArrays"),
                List.of(calls.plain(call, array, keys), calls.plain(call, array, items)));
    }

    private Checked fromArrays(Expr.Call call, Function function, List<Checked> values) {
        var made = (Checked.Call) calls.plain(call, function, values);
        if (made.arguments().stream().anyMatch(array -> array.type().base() != ValueType.ARRAY)) {
            throw Mismatch.of(
                    call.at(), "an argument of mapFromArrays", made.arguments().getLast(), "an array");
        }
        var key = made.arguments().getFirst().type().element().withNull(false);
        var type = Type.mapOf(key, made.arguments().getLast().type().element());
        return new Checked.Call(function, made.arguments(), type);
    }

    private Checked joined(Expr.Call call, Function function, List<Checked> values) {
        var common = Comparisons.common(values.stream().map(Checked::type).toList());
        if (values.isEmpty() || common == null || common.base() != ValueType.MAP) {
            throw CallChecker.wrong(call, function, values.size());
        }
        return new Checked.Call(
                function,
                values.stream()
                        .map(value -> calls.conversions().to(common, value))
                        .toList(),
                common);
    }
}
