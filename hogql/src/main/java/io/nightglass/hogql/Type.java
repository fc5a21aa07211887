package io.nightglass.hogql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an expression of a checked query yields.
 *
 * @param nullable whether it may be NULL, which decides what an aggregate over no rows answers
 * @param unsigned for INTEGER: a count, {@code UInt64} on the wire; for BOOLEAN: the outcome of a comparison, which
 *     ClickHouse answers as 1 or 0; for DATETIME: whole seconds, {@code DateTime} on the wire; for STRING: bytes
 * @param parts of an ARRAY: the element's type; of a TUPLE: one per place; of a MAP: the
 *     key's and the value's; else empty
 */
public record Type(ValueType base, boolean nullable, boolean unsigned, List<Type> parts) {
    public static final Type STRING = of(ValueType.STRING);
    /** What MD5() gives: a text of one character, up to U+00FF, for each byte. */
    public static final Type BYTES = new Type(ValueType.STRING, false, true, List.of());

    public static final Type FLOAT = of(ValueType.FLOAT);
    public static final Type INTEGER = of(ValueType.INTEGER);
    public static final Type BOOLEAN = of(ValueType.BOOLEAN);
    public static final Type DATE = of(ValueType.DATE);
    public static final Type DATETIME = of(ValueType.DATETIME);
    public static final Type SECONDS = new Type(ValueType.DATETIME, false, true, List.of());
    public static final Type UUID = of(ValueType.UUID);
    public static final Type JSON = of(ValueType.JSON);
    public static final Type INTERVAL = of(ValueType.INTERVAL);
    public static final Type NULL = new Type(ValueType.NULL, true, false, List.of());
    /** Of the elements of an array that has none. */
    public static final Type NOTHING = new Type(ValueType.NULL, false, false, List.of());

    public static final Type COUNT = new Type(ValueType.INTEGER, false, true, List.of());
    public static final Type TRUTH = new Type(ValueType.BOOLEAN, false, true, List.of());

    public static Type of(ValueType base) {
        return new Type(base, base == ValueType.NULL, false, List.of());
    }

    public static Type arrayOf(Type element) {
        return new Type(ValueType.ARRAY, false, false, List.of(element));
    }

    public static Type tupleOf(List<Type> places) {
        return new Type(ValueType.TUPLE, false, false, places);
    }

    public static Type mapOf(Type key, Type value) {
        return new Type(ValueType.MAP, false, false, List.of(key, value));
    }

    public Type withNull(boolean may) {
        return may == nullable || base == ValueType.NULL ? this : new Type(base, may, unsigned, parts);
    }

    /** The element of an array, the only part of it. */
    public Type element() {
        return parts.getFirst();
    }

    public boolean isText() {
        return base == ValueType.STRING || base == ValueType.JSON;
    }

    public boolean isBytes() {
        return base == ValueType.STRING && unsigned;
    }

    /** Whether it is bytes, or has them inside. */
    public boolean holdsBytes() {
        return isBytes() || parts.stream().anyMatch(Type::holdsBytes);
    }

    public boolean isNumber() {
        return base == ValueType.INTEGER || base == ValueType.FLOAT;
    }

    public boolean isMoment() {
        return base == ValueType.DATE || base == ValueType.DATETIME;
    }

    public boolean isNull() {
        return base == ValueType.NULL;
    }

    /** Whether values of both are kept the same way, so that no conversion stands between them. */
    public boolean sameStorage(Type other) {
        if (isText() && other.isText()) {
            return true;
        }
        if (base != other.base || parts.size() != other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).sameStorage(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** ClickHouse's spelling, as in {@code types} of a response. */
    public String wire() {
        var plain = switch (base) {
            case ARRAY -> "Array(%s)".formatted(element().wire());
            case TUPLE -> parts.stream().map(Type::wire).collect(Collectors.joining(", ", "Tuple(", ")"));
            case MAP ->
                "Map(%s, %s)".formatted(parts.getFirst().wire(), parts.getLast().wire());
            case INTEGER -> unsigned ? "UInt64" : base.wire();
            case BOOLEAN -> unsigned ? "UInt8" : base.wire();
            case DATETIME -> unsigned ? "DateTime" : base.wire();
            case STRING, FLOAT, DATE, UUID, JSON, INTERVAL, NULL -> base.wire();
        };
        return nullable && parts.isEmpty() ? "Nullable(%s)".formatted(plain) : plain;
    }

    @Override
    public String toString() {
        return wire();
    }
}
