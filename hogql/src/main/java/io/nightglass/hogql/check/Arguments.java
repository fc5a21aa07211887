package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.function.Kind;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Fits arguments to a signature: converts what may be converted, refuses the rest with an advice. */
record Arguments(Conversions conversions) {

    /** @param common the common type of the {@code T} among them */
    record Fitted(List<Checked> values, Type common) {}

    /** A place of a call that an argument has to fit. */
    private record Slot(int at, String function, Kind kind) {}

    Fitted fit(int at, Function function, List<Checked> values) {
        var signature = function.signature();
        var common = common(at, function, values);
        var fitted = new ArrayList<Checked>();
        for (int i = 0; i < values.size(); i++) {
            fitted.add(one(new Slot(at, function.name(), signature.kind(i)), values.get(i), common));
        }
        return new Fitted(List.copyOf(fitted), common);
    }

    /** The 0.95 of {@code quantile(0.95)}: constants only. */
    List<Checked> parameters(int at, Function function, List<Checked> values) {
        var fitted = new ArrayList<Checked>();
        for (int i = 0; i < values.size(); i++) {
            var places = function.signature().parameters();
            var kind = places.get(Math.min(i, places.size() - 1)).kind();
            var value = one(new Slot(at, function.name(), kind), values.get(i), Type.NULL);
            if (kind == Kind.FORMAT) {
                fitted.add(value);
                continue;
            }
            boolean isLevel = CallChecker.constant(value) instanceof Double level && level >= 0 && level <= 1;
            boolean isCount = CallChecker.constant(value) instanceof Long count && count >= 0;
            if (!(kind == Kind.FLOAT ? isLevel : isCount)) {
                throw Mismatch.of(
                        at,
                        "the parameter of " + function.name(),
                        values.get(i),
                        kind == Kind.FLOAT ? "a constant from 0 to 1" : "a constant count");
            }
            fitted.add(value);
        }
        return List.copyOf(fitted);
    }

    private static Type common(int at, Function function, List<Checked> values) {
        var types = new ArrayList<Type>();
        for (int i = 0; i < values.size(); i++) {
            var kind = function.signature().kind(i);
            var type = values.get(i).type();
            if (kind == Kind.T) {
                types.add(type);
            } else if (kind == Kind.ARRAY_OF_T && type.base() == ValueType.ARRAY) {
                types.add(type.element());
            }
        }
        var common = Comparisons.common(types);
        if (common == null) {
            var last = types.getLast();
            throw new QueryException(new QueryProblem.WrongType(
                    at, "an argument of " + function.name(), Mismatch.named(last), "the same type as the others"));
        }
        return common;
    }

    private Checked one(Slot slot, Checked value, Type common) {
        int at = slot.at();
        var kind = slot.kind();
        var what = "an argument of " + slot.function();
        var type = value.type();
        if (type.isNull() && kind != Kind.MAP && kind != Kind.UNIT && kind != Kind.ZONE && kind != Kind.FORMAT) {
            return nothing(kind, value);
        }
        boolean scalar = type.parts().isEmpty() && type.base() != ValueType.INTERVAL;
        return switch (kind) {
            case ANY, LAMBDA -> value;
            case TEXT -> scalar ? conversions.to(ValueType.STRING, value) : refuse(at, what, value, "a text");
            case NUMBER, INTEGER, FLOAT -> number(at, what, kind, value);
            case CONDITION -> condition(at, value);
            case MOMENT, DATETIME, DATE -> moment(at, what, kind, value);
            case ARRAY -> type.base() == ValueType.ARRAY ? value : refuse(at, what, value, "an array");
            case TEXTS ->
                type.base() == ValueType.ARRAY
                        ? conversions.to(
                                Type.arrayOf(Type.STRING.withNull(type.element().nullable())), value)
                        : refuse(at, what, value, "an array of texts");
            case TUPLE -> type.base() == ValueType.TUPLE ? value : refuse(at, what, value, "a tuple");
            case MAP -> type.base() == ValueType.MAP ? value : refuse(at, what, value, "a map");
            case INTERVAL -> type.base() == ValueType.INTERVAL ? value : refuse(at, what, value, "an INTERVAL");
            case UNIT, FORMAT -> text(value) ? value : refuse(at, what, value, "a constant text");
            case ZONE -> zone(at, what, value);
            case T -> conversions.to(common, value);
            case ARRAY_OF_T ->
                type.base() == ValueType.ARRAY
                        ? conversions.to(Type.arrayOf(common), value)
                        : refuse(at, what, value, "an array");
        };
    }

    /** NULL of the type that is wanted: an engine may not choose among functions by a NULL of none. */
    private static Checked nothing(Kind kind, Checked value) {
        var type = switch (kind) {
            case TEXT -> Type.STRING;
            case NUMBER, INTEGER -> Type.INTEGER;
            case FLOAT -> Type.FLOAT;
            case CONDITION -> Type.TRUTH;
            case MOMENT, DATETIME -> Type.DATETIME;
            case DATE -> Type.DATE;
            case ANY, ARRAY, TEXTS, TUPLE, MAP, INTERVAL, UNIT, ZONE, FORMAT, T, ARRAY_OF_T, LAMBDA -> Type.NULL;
        };
        if (type.isNull()) {
            return value;
        }
        return value instanceof Constant
                ? new Constant(null, type.withNull(true))
                : new Checked.Convert(value, type.withNull(true));
    }

    private static boolean text(Checked value) {
        return CallChecker.constant(value) instanceof String;
    }

    private Checked number(int at, String what, Kind kind, Checked value) {
        var type = value.type();
        if (type.isText()) {
            return refuse(at, what, value, "a number; wrap it in toFloat()");
        }
        if (!type.isNumber() && type.base() != ValueType.BOOLEAN) {
            return refuse(at, what, value, "a number");
        }
        return switch (kind) {
            case FLOAT -> conversions.to(ValueType.FLOAT, value);
            case INTEGER -> conversions.to(ValueType.INTEGER, value);
            default -> type.isNumber() ? value : conversions.to(ValueType.INTEGER, value);
        };
    }

    Checked condition(int at, Checked value) {
        var type = value.type();
        if (type.base() == ValueType.BOOLEAN) {
            return value;
        }
        return type.isNumber() || type.isNull()
                ? truth(conversions.to(ValueType.BOOLEAN, value))
                : refuse(at, "a condition", value, "a comparison, a boolean or a number");
    }

    /** A number as a condition is 1 or 0, no boolean. */
    private static Checked truth(Checked value) {
        var type = Type.TRUTH.withNull(value.type().nullable());
        return switch (value) {
            case Constant(var constant, var ignored) -> new Constant(constant, type);
            case Checked.Convert(var inner, var ignored) -> new Checked.Convert(inner, type);
            case Checked other -> other;
        };
    }

    private Checked moment(int at, String what, Kind kind, Checked value) {
        var type = value.type();
        if (!type.isMoment() && !type.isText() && !type.isNumber()) {
            return refuse(at, what, value, "a date");
        }
        boolean fits = kind == Kind.MOMENT ? type.isMoment() : type.base() == ValueType.valueOf(kind.name());
        var converted = fits ? value : conversions.to(kind == Kind.DATE ? ValueType.DATE : ValueType.DATETIME, value);
        return text(value) && !(converted instanceof Constant)
                ? refuse(at, what, value, "a date like '2026-01-31' or '2026-01-31 10:47:00'")
                : converted;
    }

    private static Checked zone(int at, String what, Checked value) {
        try {
            ZoneId.of(Objects.toString(CallChecker.constant(value), ""));
            return value;
        } catch (DateTimeException unknown) {
            return refuse(at, what, value, "a time zone like 'Europe/Berlin'");
        }
    }

    private static Checked refuse(int at, String what, Checked value, String expected) {
        throw Mismatch.of(at, what, value, expected);
    }
}
