package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a cell looks like in golden files and examples. */
final class Cells {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ROOT);

    private Cells() {}

    static String shown(@Nullable Object cell, Type type, ZoneId zone) throws SQLException {
        return switch (cell) {
            case null -> "NULL";
            case Timestamp moment ->
                FORMAT.format(moment.toLocalDateTime().atOffset(ZoneOffset.UTC).atZoneSameInstant(zone));
            case Array array ->
                list(
                        (Object[]) array.getArray(),
                        part -> type.base() == ValueType.ARRAY ? type.element() : type,
                        zone,
                        "[]");
            case Struct tuple ->
                list(tuple.getAttributes(), part -> type.parts().get(part), zone, "()");
            case Map<?, ?> map -> {
                var shown = new ArrayList<String>();
                for (var entry : map.entrySet()) {
                    shown.add(shown(entry.getKey(), type.parts().getFirst(), zone) + ":"
                            + shown(entry.getValue(), type.parts().getLast(), zone));
                }
                yield "{" + String.join(", ", shown) + "}";
            }
            case String text -> "'" + text + "'";
            case Double number ->
                number == Math.rint(number) && Math.abs(number) < 1e15
                        ? Long.toString(number.longValue())
                        : number.toString();
            default -> cell.toString();
        };
    }

    private interface PartType {
        Type of(int part);
    }

    private static String list(@Nullable Object[] parts, PartType type, ZoneId zone, String brackets)
            throws SQLException {
        var shown = new ArrayList<String>();
        for (int i = 0; i < parts.length; i++) {
            shown.add(shown(parts[i], type.of(i), zone));
        }
        return brackets.charAt(0) + String.join(", ", List.copyOf(shown)) + brackets.charAt(1);
    }
}
