package io.nightglass.server.page.query;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;

/** What a person calls a type. */
public final class ShapeWords {
    private ShapeWords() {}

    public static String of(Type type) {
        return of(type.base());
    }

    public static String of(ValueType type) {
        return switch (type) {
            case STRING -> "text";
            case FLOAT -> "number";
            case INTEGER -> "whole number";
            case BOOLEAN -> "true/false";
            case DATE -> "day";
            case DATETIME -> "time";
            case UUID -> "uuid";
            case JSON -> "JSON";
            case ARRAY -> "list";
            case TUPLE -> "tuple";
            case MAP -> "map";
            case INTERVAL -> "interval";
            case NULL -> "null";
        };
    }
}
