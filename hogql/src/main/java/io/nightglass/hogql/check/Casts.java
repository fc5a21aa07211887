package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import io.nightglass.hogql.tree.TypeName;
import java.util.ArrayList;
import java.util.List;

/** {@code CAST(value, 'Array(Int64)')}: NULL stands for what cannot be read, whatever the type says of it. */
record Casts(CallChecker calls, ExprChecker expressions) {

    Checked check(Call call) {
        var type = CastCalls.named(call).bare();
        if (call.arguments().size() != 2) {
            throw CallChecker.wrong(
                    call, Functions.known("CAST"), call.arguments().size());
        }
        var value = call.arguments().getFirst();
        var maker = type.maker();
        if (maker.isPresent()) {
            var zones = type.hasZone() ? type.constants() : List.<String>of();
            var zone = zones.isEmpty() ? null : new Expr.Literal(call.at(), zones.getLast());
            return expressions.check(
                    zone == null
                            ? new Call(call.at(), maker.get(), value)
                            : new Call(call.at(), maker.get(), value, zone));
        }
        var from = expressions.check(value);
        var to = type(call, type);
        boolean isArrays = to.base() == ValueType.MAP
                && from.type().base() == ValueType.TUPLE
                && from.type().parts().size() == 2;
        var entries = isArrays
                ? calls.withValues(
                        call,
                        Functions.known("mapFromArrays"),
                        List.of(CallChecker.place(from, 1), CallChecker.place(from, 2)))
                : from;
        return calls.conversions().to(towards(call, entries, entries.type(), to), entries);
    }

    private Type type(Call call, TypeName name) {
        var bare = name.bare();
        var parts = new ArrayList<Type>();
        bare.parts().forEach(part -> parts.add(type(call, part)));
        int wanted = bare.name().equals("array") ? 1 : bare.name().equals("map") ? 2 : parts.size();
        if (bare.maker().isEmpty() && parts.size() != wanted) {
            throw unknown(call, bare);
        }
        var type = switch (bare.maker().orElse(bare.name())) {
            case "toString" -> Type.STRING;
            case "toFloat" -> Type.FLOAT;
            case "toInt64" -> Type.INTEGER;
            case "toBool" -> Type.BOOLEAN;
            case "toDate" -> Type.DATE;
            case "toDateTime" -> Type.DATETIME;
            case "toUUID" -> Type.UUID;
            case "array" -> Type.arrayOf(parts.getFirst());
            case "map" -> Type.mapOf(parts.getFirst().withNull(false), parts.getLast());
            case "tuple" -> Type.tupleOf(parts);
            default -> throw unknown(call, bare);
        };
        return bare.equals(name) ? type : type.withNull(true);
    }

    private static QueryException unknown(Call call, TypeName type) {
        return new QueryException(new QueryProblem.Unsupported(
                call.at(), "a cast to " + type.name(), "write a type like 'Array(Int64)' or 'Map(String, Float64)'"));
    }

    /** {@code to}, of which may be NULL what is NULL before, or may not be read. */
    private static Type towards(Call call, Checked value, Type from, Type to) {
        boolean isSame =
                from.base() == to.base() && from.parts().size() == to.parts().size();
        boolean isPairs = to.base() == ValueType.MAP
                && from.base() == ValueType.ARRAY
                && from.element().parts().size() == 2
                && from.element().base() == ValueType.TUPLE;
        if (to.parts().isEmpty()) {
            boolean reads = from.isText() && !to.isText();
            return to.withNull(to.nullable() || from.nullable() || reads);
        }
        if (from.isText() && to.base() == ValueType.ARRAY) {
            return Type.arrayOf(towards(call, value, Type.STRING, to.element()));
        }
        if (!isSame && !isPairs && !from.isNull()) {
            throw Mismatch.of(call.at(), "what is cast to " + Mismatch.named(to), value, Mismatch.named(to));
        }
        var parts = isPairs ? from.element().parts() : from.parts();
        var reached = new ArrayList<Type>();
        for (int i = 0; i < to.parts().size(); i++) {
            reached.add(
                    from.isNull()
                            ? to.parts().get(i)
                            : towards(call, value, parts.get(i), to.parts().get(i)));
        }
        if (to.base() == ValueType.MAP) {
            reached.set(0, reached.getFirst().withNull(false));
        }
        return new Type(to.base(), false, false, List.copyOf(reached));
    }
}
