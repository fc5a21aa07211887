package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import java.util.List;

/**
 * About how many bytes a value takes.
 *
 * @param count elements of an array, 1 of anything else
 * @param each bytes of one
 * @param isConstant whether it is the same in every row
 */
record Weight(double count, double each, boolean isConstant) {
    static final double SCALAR = 8;

    private static final double TEXT = 64;
    private static final double ELEMENTS = 20;

    static Weight constant(double count, double each) {
        return new Weight(count, Math.max(1, each), true);
    }

    static Weight of(double count, double each, List<Weight> from) {
        return new Weight(count, each, from.stream().allMatch(Weight::isConstant));
    }

    /** What lies in the tables, or what nothing more is known of: it is as it is, and nobody built it. */
    static Weight kept(Type type) {
        return switch (type.base()) {
            case STRING, JSON -> new Weight(1, TEXT, false);
            case ARRAY -> new Weight(ELEMENTS, kept(type.element()).bytes(), false);
            case MAP -> new Weight(ELEMENTS, 2 * TEXT, false);
            case TUPLE ->
                new Weight(
                        1,
                        type.parts().stream()
                                .mapToDouble(part -> kept(part).bytes())
                                .sum(),
                        false);
            case FLOAT, INTEGER, BOOLEAN, DATE, DATETIME, UUID, INTERVAL, NULL -> new Weight(1, SCALAR, false);
        };
    }

    double bytes() {
        return count * each;
    }

    Weight element() {
        return new Weight(1, each, false);
    }

    Weight ofARow() {
        return new Weight(count, each, false);
    }

    Weight or(Weight other) {
        return bytes() >= other.bytes() ? this : other;
    }

    /** A text read as an array: an element for every other byte. */
    Weight listed() {
        return new Weight(Math.max(1, bytes() / 2), 16, isConstant);
    }

    /** The same value as a {@code type}: a text of an array is about as long as the array. */
    Weight as(Type type) {
        return switch (type.base()) {
            case STRING, JSON -> new Weight(1, Math.max(bytes(), 24), isConstant);
            case ARRAY, MAP, TUPLE -> this;
            case FLOAT, INTEGER, BOOLEAN, DATE, DATETIME, UUID, INTERVAL, NULL -> new Weight(1, SCALAR, isConstant);
        };
    }
}
