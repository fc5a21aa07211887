package io.nightglass.store.duckdb.sql;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A value used more than once: computed once, even where what uses it is computed for every element of an array. */
final class Let {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)?");

    private Let() {}

    /** @param name different from those around it; {@code body} is told what to call the value */
    static String in(String name, String value, UnaryOperator<String> body) {
        return isName(value) ? body.apply(value) : in(name, value, body.apply(name));
    }

    /** {@code body}, in which {@code name} is {@code value}. */
    static String in(String name, String value, String body) {
        return "list_extract(list_transform([%s], lambda %s: %s), 1)".formatted(value, name, body);
    }

    /** Whether nothing is computed. */
    static boolean isName(String value) {
        return NAME.matcher(value).matches();
    }
}
