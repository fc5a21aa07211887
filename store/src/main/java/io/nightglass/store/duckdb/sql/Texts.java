package io.nightglass.store.duckdb.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/** The long texts a query asks for, joined to their events: noted while expressions are printed, before FROM is. */
final class Texts {
    private final Map<Integer, Map<String, String>> asked = new LinkedHashMap<>();

    /** The SQL alias of the rows of {@code event_texts} with {@code property} of the events of {@code source}. */
    String alias(int source, String property) {
        var ofSource = asked.computeIfAbsent(source, ignored -> new LinkedHashMap<>());
        return ofSource.computeIfAbsent(property, ignored -> "x%d_%d".formatted(source, ofSource.size()));
    }

    /** {@code relation}, the events of {@code source}, with the texts asked for. */
    String join(String relation, int source) {
        var joined = new StringBuilder(relation);
        asked.getOrDefault(source, Map.of())
                .forEach((property, alias) ->
                        joined.append(" LEFT JOIN event_texts AS %s ON (%s.seq = t%d.seq AND %s.property = %s)"
                                .formatted(alias, alias, source, alias, Quote.text(property))));
        return joined.length() == relation.length() ? relation : "(" + joined + ")";
    }
}
