package io.nightglass.store.duckdb;

import static io.nightglass.hogql.ValueType.BOOLEAN;
import static io.nightglass.hogql.ValueType.DATETIME;
import static io.nightglass.hogql.ValueType.JSON;
import static io.nightglass.hogql.ValueType.STRING;
import static io.nightglass.hogql.ValueType.UUID;

import io.nightglass.hogql.Tables.ColumnShape;
import java.util.ArrayList;
import java.util.List;

/**
 * What PostHog offers with an event beyond its own columns: its session, its groups, its person. Not part of {@code *},
 * since most of it is looked up in another table.
 */
final class FurtherColumns {
    private static final int GROUP_TYPES = 5;

    private FurtherColumns() {}

    /** Of {@code events}. {@code sessions} and {@code groups} are theirs too. */
    static List<ColumnShape> ofEvents(List<ColumnShape> sessions) {
        var all = new ArrayList<ColumnShape>(List.of(
                Shapes.maybe("$session_id", STRING, "the sender's session"),
                Shapes.maybe("$window_id", STRING, "the sender's window"),
                Shapes.always("elements_chain", STRING, "what was clicked, outermost last"),
                Shapes.always("person.id", UUID, "the person, after merges"),
                Shapes.maybe("person.properties", JSON, "of the person; person.properties.x is one of them"),
                Shapes.maybe("person.created_at", DATETIME, "when the person was first seen"),
                Shapes.maybe("person.is_identified", BOOLEAN, "whether somebody named the person")));
        for (int i = 0; i < GROUP_TYPES; i++) {
            all.add(Shapes.maybe("$group_" + i, STRING, "key of its group of type " + i));
            all.add(Shapes.maybe("group_%d.key".formatted(i), STRING, "the same"));
            all.add(Shapes.maybe("group_%d.properties".formatted(i), JSON, "of that group"));
            all.add(Shapes.maybe("group_%d.created_at".formatted(i), DATETIME, "when that group was first seen"));
        }
        for (var column : sessions) {
            all.add(new ColumnShape("session." + column.name(), column.type(), true, column.doc()));
        }
        return List.copyOf(all);
    }

    /** The SQL of {@code column} of the event called {@code source}. */
    static String sql(String source, String column) {
        int dot = column.indexOf('.');
        var from = dot < 0 ? "" : column.substring(0, dot);
        var name = column.substring(dot + 1);
        return switch (from) {
            case "" -> own(source, name);
            case "person" -> name.equals("id") ? PersonsSql.merged(source + ".person_id") : person(source, name);
            case "session" ->
                "(SELECT s.%s FROM sessions AS s WHERE s.session_id = %s.\"p_$session_id\")"
                        .formatted(Columns.quoted(name), source);
            default -> group(source, from.charAt(from.length() - 1) - '0', name);
        };
    }

    private static String own(String source, String name) {
        return switch (name) {
            case "$session_id" -> source + ".\"p_$session_id\"";
            case "$window_id" -> sent(source, "$window_id");
            case "elements_chain" -> "coalesce(%s, '')".formatted(sent(source, "$elements_chain"));
            default -> groupKey(source, name.charAt(name.length() - 1) - '0');
        };
    }

    private static String sent(String source, String property) {
        return "json_extract_string(%s.properties, '/%s')".formatted(source, property);
    }

    private static String person(String source, String name) {
        return """
                (SELECT p.%s FROM person_distinct_ids AS d JOIN persons AS p ON p.id = d.person_id \
                WHERE d.distinct_id = %s.distinct_id)""".formatted(Columns.quoted(name), source);
    }

    private static String groupKey(String source, int index) {
        return """
                json_extract_string(%s.properties, '/$groups/' || (SELECT replace(replace(any_value(g.type), '~', '~0'), \
                '/', '~1') FROM groups AS g WHERE g."index" = %d))""".formatted(source, index);
    }

    private static String group(String source, int index, String name) {
        return "(SELECT g.%s FROM groups AS g WHERE g.\"index\" = %d AND g.key = %s)"
                .formatted(Columns.quoted(name), index, groupKey(source, index));
    }
}
