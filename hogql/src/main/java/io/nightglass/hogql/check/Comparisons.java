package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes two values comparable. Where a column stands beside a constant it is the constant that changes, so that the
 * engine can compare the column as it is stored.
 */
record Comparisons(Conversions conversions) {

    /** Both as one type, in order. */
    List<Checked> alike(int at, Checked left, Checked right) {
        if (left.type().isBytes() != right.type().isBytes()
                && !left.type().isNull()
                && !right.type().isNull()) {
            throw new QueryException(
                    new QueryProblem.Unsupported(at, "bytes beside what is none", "compare their hex()"));
        }
        if (left.type().sameStorage(right.type())
                || left.type().isNull()
                || right.type().isNull()) {
            return List.of(left, right);
        }
        if (right instanceof Constant constant && !(left instanceof Constant)) {
            return List.of(at(left, constant), beside(at, left, constant));
        }
        if (left instanceof Constant constant && !(right instanceof Constant)) {
            return List.of(beside(at, right, constant), at(right, constant));
        }
        var common = common(left.type(), right.type());
        if (common == null) {
            throw Mismatch.of(at, "one side of the comparison", right, Mismatch.named(left.type()));
        }
        return List.of(conversions.to(common, left), conversions.to(common, right));
    }

    /** The column's side: itself, unless the constant can only be compared after a conversion. */
    private Checked at(Checked value, Constant constant) {
        return conversions.to(common(value.type(), constant), value);
    }

    private Checked beside(int at, Checked value, Constant constant) {
        var wanted = common(value.type(), constant);
        var converted = conversions.to(wanted, constant);
        if (converted instanceof Constant) {
            return converted;
        }
        if (wanted == ValueType.STRING) {
            return converted;
        }
        throw Mismatch.of(at, "one side of the comparison", constant, Mismatch.named(value.type()));
    }

    /** The type in which a column of {@code type} and a constant meet. */
    private ValueType common(Type type, Constant constant) {
        var value = constant.value();
        if (value == null) {
            return type.base();
        }
        if (type.base() == ValueType.INTEGER && value instanceof Double) {
            return ValueType.FLOAT;
        }
        if (type.base() == ValueType.INTEGER && value instanceof String text && text.contains(".")) {
            return readable(ValueType.FLOAT, value).orElse(ValueType.STRING);
        }
        if (type.base() == ValueType.BOOLEAN && value instanceof Number number) {
            return number.doubleValue() == 0 || number.doubleValue() == 1 ? ValueType.BOOLEAN : ValueType.FLOAT;
        }
        if (type.base() == ValueType.DATE && isWithinDay(value)) {
            return ValueType.DATETIME;
        }
        return switch (type.base()) {
            case FLOAT, INTEGER, BOOLEAN -> readable(type.base(), value).orElse(ValueType.STRING);
            case STRING, JSON -> ofText(constant.type());
            case DATE, DATETIME, UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> type.base();
        };
    }

    private boolean isWithinDay(Object value) {
        return value instanceof Instant moment && !Moments.isMidnight(moment, conversions.zone())
                || value instanceof String text
                        && Moments.instant(text, conversions.zone())
                                .filter(moment -> !Moments.isMidnight(moment, conversions.zone()))
                                .isPresent();
    }

    private Optional<ValueType> readable(ValueType base, Object value) {
        return Optional.ofNullable(conversions.constant(base, value)).map(ignored -> base);
    }

    /** A text column beside a constant that is none: numbers and dates are read out of the text, booleans are words. */
    private static ValueType ofText(Type constant) {
        return switch (constant.base()) {
            case INTEGER, FLOAT -> ValueType.FLOAT;
            case DATE, DATETIME -> constant.base();
            case STRING, JSON, BOOLEAN, UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> ValueType.STRING;
        };
    }

    /** The type that values of all {@code types} can become, or null. Text takes everything in. */
    static @Nullable Type common(List<Type> types) {
        var common = types.isEmpty() ? Type.NOTHING : types.getFirst();
        for (var type : types) {
            var next = meet(common, type);
            if (next == null) {
                return null;
            }
            common = next;
        }
        return common;
    }

    private static @Nullable Type meet(Type a, Type b) {
        boolean nullable = a.nullable() || b.nullable();
        if (a.isNull() || b.isNull()) {
            return (a.isNull() ? b : a).withNull(nullable);
        }
        if (a.isBytes() != b.isBytes()) {
            return null;
        }
        if (a.base() == b.base()) {
            return a.parts().isEmpty()
                    ? new Type(a.base(), nullable, a.unsigned() && b.unsigned(), List.of())
                    : parts(a, b);
        }
        if (isNumeric(a) && isNumeric(b)) {
            boolean whole = a.base() != ValueType.FLOAT && b.base() != ValueType.FLOAT;
            return (whole ? Type.INTEGER : Type.FLOAT).withNull(nullable);
        }
        if (a.isMoment() && b.isMoment()) {
            return Type.DATETIME.withNull(nullable);
        }
        return isScalar(a) && isScalar(b) && (a.isText() || b.isText()) ? Type.STRING.withNull(nullable) : null;
    }

    private static @Nullable Type parts(Type a, Type b) {
        if (a.parts().size() != b.parts().size()) {
            return null;
        }
        var parts = new ArrayList<Type>();
        for (int i = 0; i < a.parts().size(); i++) {
            var part = meet(a.parts().get(i), b.parts().get(i));
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return new Type(a.base(), false, false, List.copyOf(parts));
    }

    /** Two expressions of which none is constant. */
    private static @Nullable Type common(Type a, Type b) {
        if (a.isText() && isNumeric(b) && b.base() != ValueType.BOOLEAN
                || b.isText() && isNumeric(a) && a.base() != ValueType.BOOLEAN) {
            return Type.FLOAT;
        }
        if (a.isText() && b.isMoment() || b.isText() && a.isMoment()) {
            return a.isText() ? b : a;
        }
        return common(List.of(a, b));
    }

    private static boolean isNumeric(Type type) {
        return type.isNumber() || type.base() == ValueType.BOOLEAN;
    }

    private static boolean isScalar(Type type) {
        return type.parts().isEmpty() && type.base() != ValueType.INTERVAL;
    }
}
