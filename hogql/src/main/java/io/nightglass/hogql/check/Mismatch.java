package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.checked.Checked;

/** The problem of a value of the wrong type, in words. */
final class Mismatch {
    private Mismatch() {}

    static QueryException of(int at, String what, Checked found, String expected) {
        return new QueryException(new QueryProblem.WrongType(at, what, named(found), expected));
    }

    private static String named(Checked found) {
        return found instanceof Checked.Constant(String text, var ignored)
                ? "the text '%s'".formatted(text.length() > 30 ? text.substring(0, 30) + "…" : text)
                : named(found.type());
    }

    static String named(Type type) {
        return switch (type.base()) {
            case STRING, JSON -> type.isBytes() ? "bytes" : "a text";
            case FLOAT, INTEGER -> "a number";
            case BOOLEAN -> "a boolean";
            case DATE -> "a date";
            case DATETIME -> "a date with time";
            case UUID -> "a UUID";
            case ARRAY -> "an array";
            case TUPLE -> "a tuple";
            case MAP -> "a map";
            case INTERVAL -> "an interval";
            case NULL -> "NULL";
        };
    }
}
