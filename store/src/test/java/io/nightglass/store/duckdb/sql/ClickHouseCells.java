package io.nightglass.store.duckdb.sql;

import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Cells of both engines spelled alike: BigInteger, Double, String, Boolean, Instant, LocalDate, a List for an array or
 * tuple, and {@link #NOTHING} for NULL.
 */
final class ClickHouseCells {
    static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "NULL";
        }
    };

    private ClickHouseCells() {}

    /** What ClickHouse wrote as JSON, floats as texts. */
    static List<Object> shown(List<JsonNode> row, List<AnswerType> types) {
        var cells = new ArrayList<Object>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(shown(row.get(i), types.get(i)));
        }
        return List.copyOf(cells);
    }

    private static Object shown(JsonNode cell, AnswerType type) {
        if (cell.isNull()) {
            return NOTHING;
        }
        return switch (type.name()) {
            case "Float" -> number(cell.asString());
            case "Int" -> cell.bigIntegerValue();
            case "Bool" -> cell.booleanValue();
            case "DateTime" -> Instant.parse(cell.asString());
            case "Date" -> LocalDate.parse(cell.asString());
            case "Array" ->
                List.<Object>copyOf(cell.valueStream()
                        .map(part -> shown(part, type.parts().getFirst()))
                        .toList());
            case "Tuple" -> tuple(cell, type);
            case "Map" ->
                List.<Object>copyOf(cell.properties().stream()
                        .map(entry -> List.of(
                                key(entry.getKey(), type.parts().getFirst()),
                                shown(entry.getValue(), type.parts().getLast())))
                        .toList());
            default -> cell.asString();
        };
    }

    private static List<Object> tuple(JsonNode cell, AnswerType type) {
        var places = new ArrayList<Object>();
        for (int i = 0; i < cell.size(); i++) {
            places.add(shown(cell.get(i), type.parts().get(i)));
        }
        return List.copyOf(places);
    }

    /** Keys of a map are texts in JSON. */
    private static Object key(String key, AnswerType type) {
        return type.name().equals("Int") ? new BigInteger(key) : key;
    }

    private static Object number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.valueOf(text);
        };
    }

    /** What DuckDB's driver gave. */
    static Object shown(@Nullable Object cell) throws SQLException {
        return switch (cell) {
            case null -> NOTHING;
            case Timestamp moment -> moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
            case LocalDateTime moment -> moment.toInstant(ZoneOffset.UTC);
            case Date day -> day.toLocalDate();
            case Double number -> number;
            case Float number -> number.doubleValue();
            case Number number -> new BigInteger(number.toString());
            case Array array -> parts((Object[]) array.getArray());
            case Struct tuple -> parts(tuple.getAttributes());
            case Map<?, ?> map -> {
                var entries = new ArrayList<Object>();
                for (var entry : map.entrySet()) {
                    entries.add(List.of(shown(entry.getKey()), shown(entry.getValue())));
                }
                yield List.copyOf(entries);
            }
            case Boolean truth -> truth;
            case LocalDate day -> day;
            default -> cell.toString();
        };
    }

    private static List<Object> parts(@Nullable Object[] parts) throws SQLException {
        var shown = new ArrayList<Object>();
        for (var part : parts) {
            shown.add(shown(part));
        }
        return List.copyOf(shown);
    }
}
