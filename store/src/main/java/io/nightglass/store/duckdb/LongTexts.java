package io.nightglass.store.duckdb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where long values go (docs/decisions/0010): apart from their event, in pieces. The engine reads 2,048 values of a column
 * at once, so each must be small for all of them to fit its memory.
 */
final class LongTexts {
    /** Most characters of one piece, and of the JSON text of an event's other properties. */
    static final int PIECE = 1 << 15;

    /** A text in a column of its own may be longer; beyond, it lies apart alone. */
    static final int CELL = 1 << 16;

    /** What persons and groups are told by is read from the event itself, unless it is beyond what PostHog keeps of a person. */
    private static final int PROFILE = 640_000;

    private static final Set<String> PROFILES = Set.of(
            "$set", "$set_once", "$unset", "$anon_distinct_id", "alias", "$group_set", "$group_type", "$group_key");

    private LongTexts() {}

    /** The names of the properties that do not fit, the longest first, so that as few as possible go. */
    static Set<String> tooLong(ObjectNode properties, int length) {
        if (length <= PIECE) {
            return Set.of();
        }
        record Sized(String name, int length) {}
        var sized = new ArrayList<Sized>(properties.size());
        for (var property : properties.properties()) {
            int own = CellValues.json(property.getValue()).length();
            if (!PROFILES.contains(property.getKey()) || own > PROFILE) {
                sized.add(new Sized(property.getKey(), own));
            }
        }
        sized.sort(Comparator.comparingInt(Sized::length).reversed());
        var names = new HashSet<String>();
        int left = length;
        for (var next : sized) {
            if (left <= PIECE) {
                break;
            }
            left -= next.length() + next.name().length() + "\"\":,".length();
            names.add(next.name());
        }
        return names;
    }

    static boolean isPieced(String text) {
        return text.length() > PIECE;
    }

    /** {@code text} in parts of at most {@link #PIECE} characters; never between the two halves of one character. */
    static List<String> pieces(String text) {
        if (!isPieced(text)) {
            return List.of(text);
        }
        var pieces = new ArrayList<String>(text.length() / PIECE + 1);
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    /** All properties of an event of the alias {@code source}, those that went for their length put back, as SQL. */
    static String whole(String source) {
        var always = Columns.LONG_TEXTS.stream()
                .sorted()
                .map(name -> "'" + name.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        var apart = """
                (SELECT string_agg(to_json(p.property) || ':' || p.text, ',') FROM (
                  SELECT x.property, string_agg(x.text, '' ORDER BY x.piece) AS text FROM event_texts AS x
                  WHERE x.seq = %s.seq AND x.property NOT IN (%s) GROUP BY x.property) AS p)""".formatted(source, always);
        return """
                coalesce(CASE WHEN %1$s.properties = '{}' THEN '{' ELSE left(%1$s.properties, -1) || ',' END || %2$s || '}',
                  %1$s.properties)""".formatted(source, apart);
    }
}
