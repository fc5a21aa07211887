package io.nightglass.store.duckdb.sql;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A value used more than once: computed once, even where what uses it is computed for every element of an array. */
final class Let {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)?");

    private Let() {}

    /** @param name different from those around it; {@code body} is told what to call the value */
    static String in(String name, String value, UnaryOperator<String> body) {
        return NAME.matcher(value).matches()
                ? body.apply(value)
                : "list_extract(list_transform([%s], lambda %s: %s), 1)".formatted(value, name, body.apply(name));
    }
}
