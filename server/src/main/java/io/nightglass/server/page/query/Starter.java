package io.nightglass.server.page.query;

import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.PropertyShape;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.function.Function;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A first question about a name of the schema: what one would type to see what is in it. */
final class Starter {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Starter() {}

    static Question of(TableShape table) {
        return new Question("-- What is in %s?\nSELECT * FROM %s LIMIT 20".formatted(table.name(), table.name()));
    }

    static Question of(TableShape table, ColumnShape column) {
        var what = table.name() + "." + column.name();
        return about(what, name(column.name()), new Source(table.name(), column.type(), ""));
    }

    static Question of(PropertyShape property) {
        var path = "properties[%s]".formatted(Literal.of(property.name()));
        var plain = property.name().startsWith("$") ? property.name().substring(1) : property.name();
        var written = PLAIN.matcher(plain).matches() ? "properties." + property.name() : path;
        var filter = "\nWHERE %s IS NOT NULL".formatted(written);
        return about(property.name(), written, new Source("events", property.type(), filter));
    }

    /** Its example, which a test has run. */
    static Question of(Function function) {
        var parts = function.example().split(" over ", 2);
        var select = parts.length == 1
                ? "SELECT " + parts[0]
                : "SELECT %s\nFROM (SELECT arrayJoin(%s) AS x, x AS y)".formatted(parts[0], parts[1]);
        return new Question("-- %s\n%s".formatted(function.meaning(), select));
    }

    private record Source(String table, ValueType type, String filter) {}

    private static Question about(String what, String written, Source source) {
        var question = switch (source.type) {
            case FLOAT, INTEGER -> """
                        -- How large is %s?
                        SELECT count() AS rows, min(%s) AS least, median(%s) AS middle, max(%s) AS most
                        FROM %s%s""".formatted(what, written, written, written, source.table, source.filter);
            case DATETIME, DATE -> """
                        -- How many rows of %s by day?
                        SELECT toDate(%s) AS day, count() AS rows
                        FROM %s%s
                        GROUP BY day
                        ORDER BY day""".formatted(what, written, source.table, source.filter);
            case STRING, BOOLEAN, UUID, JSON, ARRAY, TUPLE, MAP, INTERVAL, NULL ->
                """
                        -- Which values has %s?
                        SELECT %s AS value, count() AS rows
                        FROM %s%s
                        GROUP BY value
                        ORDER BY rows DESC
                        LIMIT 50""".formatted(what, written, source.table, source.filter);
        };
        return new Question(question);
    }

    /** {@code person.created_at}; a word of the language, like {@code index}, is quoted. */
    private static String name(String column) {
        return Arrays.stream(column.split("\\.")).map(Starter::part).collect(Collectors.joining("."));
    }

    private static String part(String name) {
        return PLAIN.matcher(name).matches() && !name.equals("index") ? name : "`" + name + "`";
    }
}
