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

    Checked dateName(Expr.Call call, Function function, List<Checked> values) {
        var part = values.isEmpty() ? "" : String.valueOf(CallChecker.constant(values.getFirst()));
        if (!PARTS.contains(part)) {
            throw Mismatch.of(call.at(), "a part of a date", new Constant(part, Type.STRING), String.join(", ", PARTS));
        }
        return calls.plain(call, function, values);
    }
}
