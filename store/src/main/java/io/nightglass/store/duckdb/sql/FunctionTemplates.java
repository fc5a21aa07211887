package io.nightglass.store.duckdb.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a function looks like, side by side with its name. {@code $1} is the first argument, {@code $*} all of them,
 * {@code @1} what a clock shows at the first argument, {@code #1} the first argument in UTC, {@code %1} the first
 * parameter; {@code $F} is the FILTER of an {@code -If} form and {@code $A} its condition after an AND. A line that begins
 * with {@code clock} shows a clock's time, which becomes the moment it means.
 */
final class FunctionTemplates {
    private static final List<String> TABLES = List.of(
            AggregateTemplates.TABLE,
            ValueTemplates.TABLE,
            MathTemplates.TABLE,
            TextTemplates.TABLE,
            SearchTemplates.TABLE,
            ArrayTemplates.TABLE,
            DateReadTemplates.TABLE,
            DateTemplates.TABLE);

    static final Map<String, String> BY_NAME = byName();

    private FunctionTemplates() {}

    private static Map<String, String> byName() {
        var templates = new HashMap<String, String>();
        for (var line : TABLES.stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .toList()) {
            int bar = line.indexOf(" | ");
            var name = line.substring(0, bar).strip();
            if (templates.put(name, line.substring(bar + 3).strip()) != null) {
                throw new IllegalStateException("two templates for " + name);
            }
        }
        return Map.copyOf(templates);
    }
}
