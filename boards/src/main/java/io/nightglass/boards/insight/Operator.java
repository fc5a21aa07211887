package io.nightglass.boards.insight;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a filter compares a property with its value. */
enum Operator {
    EXACT,
    IS_NOT,
    ICONTAINS,
    NOT_ICONTAINS,
    REGEX,
    NOT_REGEX,
    GT,
    GTE,
    LT,
    LTE,
    IS_SET,
    IS_NOT_SET,
    IS_DATE_EXACT,
    IS_DATE_BEFORE,
    IS_DATE_AFTER,
    BETWEEN,
    NOT_BETWEEN,
    IN,
    NOT_IN;

    /** By their names on the wire; {@code min} and {@code max} are older names of two. */
    static Map<String, Operator> named() {
        var named = new LinkedHashMap<String, Operator>();
        for (var operator : values()) {
            named.put(operator.name().toLowerCase(Locale.ROOT), operator);
        }
        named.put("min", GTE);
        named.put("max", LTE);
        return named;
    }
}
