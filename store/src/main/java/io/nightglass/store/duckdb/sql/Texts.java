package io.nightglass.store.duckdb.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/** The long texts a query asks for, joined to their events: noted while expressions are printed, before FROM is. */
final class Texts {
    private record Alias(String name, boolean pieced) {}

    private final Map<Integer, Map<String, Alias>> asked = new LinkedHashMap<>();

    private final Map<Integer, Map<String, String>> computed = new LinkedHashMap<>();

    /** The value of {@code sql}, which asks about a row of {@code source}, by a name of its own. */
    String computed(int source, String sql) {
        var ofSource = computed.computeIfAbsent(source, ignored -> new LinkedHashMap<>());
        return ofSource.computeIfAbsent(sql, ignored -> "y%d_%d".formatted(source, ofSource.size())) + ".v";
    }

    /** The JSON text of {@code property} of the events of {@code source}, as SQL. */
    String text(int source, String property, boolean pieced) {
        var ofSource = asked.computeIfAbsent(source, ignored -> new LinkedHashMap<>());
        var alias = ofSource.computeIfAbsent(
                property, ignored -> new Alias("x%d_%d".formatted(source, ofSource.size()), pieced));
        return alias.pieced()
                ? "(%s.text || coalesce((%s), ''))".formatted(alias.name(), rest(source, property))
                : alias.name() + ".text";
    }

    /**
     * What follows the first piece. Pieces beyond the first are few, and found without reading the others; asked for by
     * event, so that the engine gathers only those of the events that are left after WHERE.
     */
    private static String rest(int source, String property) {
        return ("SELECT string_agg(r.text, '' ORDER BY r.piece) FROM event_texts AS r"
                        + " WHERE r.seq = t%d.seq AND r.property = %s AND r.piece > 0")
                .formatted(source, Quote.text(property));
    }

    /** {@code relation}, the events of {@code source}, with the texts asked for. */
    String join(String relation, int source) {
        var joined = new StringBuilder(relation);
        asked.getOrDefault(source, Map.of()).forEach((property, alias) -> {
            var name = alias.name();
            joined.append(" LEFT JOIN event_texts AS %s ON (%s.seq = t%d.seq AND %s.property = %s%s)"
                    .formatted(
                            name,
                            name,
                            source,
                            name,
                            Quote.text(property),
                            alias.pieced() ? " AND %s.piece = 0".formatted(name) : ""));
        });
        computed.getOrDefault(source, Map.of())
                .forEach((sql, name) ->
                        joined.append(" LEFT JOIN LATERAL (SELECT %s AS v) AS %s ON TRUE".formatted(sql, name)));
        return joined.length() == relation.length() ? relation : "(" + joined + ")";
    }
}
