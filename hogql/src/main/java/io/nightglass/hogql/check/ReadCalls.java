package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import java.util.List;

/** Values read out of others, with what stands for those that cannot be read; and parts of dates by name. */
record ReadCalls(CallChecker calls) {
    private static final List<String> PARTS =
            List.of("year", "quarter", "month", "dayofyear", "day", "week", "weekday", "hour", "minute", "second");

    /** The value as {@code base}, or what the name says where it cannot be read. */
    Checked orElse(Expr.Call call, Function function, ValueType base, List<Checked> values) {
        if (!function.signature().takes(values.size())) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var read = calls.conversions().to(base, values.getFirst());
        if (read.type().isText()
                || read instanceof Checked.Convert && values.getFirst() instanceof Constant
                || values.getFirst().type().isNull()) {
            read = new Constant(null, Type.of(base).withNull(true));
        }
        if (function.name().endsWith("OrNull")) {
            return read;
        }
        return function.name().endsWith("OrZero")
                ? calls.plain(call, Functions.known("assumeNotNull"), List.of(read))
                : calls.plain(call, Functions.known("ifNull"), List.of(read, values.getLast()));
    }

    /** {@code transform(x, ['a'], [1], 0)}: the keys are compared with the value, the results are of one type. */
    Checked transform(Expr.Call call, Function function, List<Checked> values) {
        if (!function.signature().takes(values.size())
                || values.get(1).type().base() != ValueType.ARRAY
                || values.get(2).type().base() != ValueType.ARRAY) {
            throw CallChecker.wrong(call, function, values.size());
        }
        var otherwise = values.size() > 3 ? values.get(3) : values.getFirst();
        var key = Comparisons.common(
                List.of(values.getFirst().type(), values.get(1).type().element()));
        var result = Comparisons.common(List.of(values.get(2).type().element(), otherwise.type()));
        if (key == null || result == null) {
            throw Mismatch.of(call.at(), "an argument of transform", otherwise, "the same type as the others");
        }
        return new Checked.Call(
                function,
                List.of(
                        calls.conversions().to(key, values.getFirst()),
                        calls.conversions().to(Type.arrayOf(key), values.get(1)),
                        calls.conversions().to(Type.arrayOf(result), values.get(2)),
                        calls.conversions().to(result, otherwise)),
                result);
    }

    Checked typeName(Expr.Call call, Function function, List<Checked> values) {
        if (values.size() != 1) {
            throw CallChecker.wrong(call, function, values.size());
        }
        return new Constant(values.getFirst().type().wire(), Type.STRING);
    }

    Checked dateName(Expr.Call call, Function function, List<Checked> values) {
        var part = values.isEmpty() ? "" : String.valueOf(CallChecker.constant(values.getFirst()));
        if (!PARTS.contains(part)) {
            throw Mismatch.of(call.at(), "a part of a date", new Constant(part, Type.STRING), String.join(", ", PARTS));
        }
        return calls.plain(call, function, values);
    }
}
