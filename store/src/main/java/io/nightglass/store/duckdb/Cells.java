package io.nightglass.store.duckdb;

import io.nightglass.store.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The engine's values as {@link Table} promises them. */
final class Cells {
    private Cells() {}

    static List<@Nullable Object> row(ResultSet from, List<Table.Column> columns) throws SQLException {
        var row = new ArrayList<@Nullable Object>(columns.size());
        for (int i = 1; i <= columns.size(); i++) {
            row.add(cell(from.getObject(i)));
        }
        return row;
    }

    private static @Nullable Object cell(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Byte number -> number.longValue();
            case Short number -> number.longValue();
            case Integer number -> number.longValue();
            case Float number -> number.doubleValue();
            case BigInteger number -> number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
            case BigDecimal number -> number.doubleValue();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case OffsetDateTime time -> time.toInstant();
            case Timestamp time -> time.toLocalDateTime().toInstant(ZoneOffset.UTC);
            case Date date -> date.toLocalDate();
            case Array array -> list(Arrays.asList((Object[]) array.getArray()));
            case Struct struct -> list(Arrays.asList(struct.getAttributes()));
            case Collection<?> values -> list(values);
            case Map<?, ?> map -> map(map);
            case String text -> text;
            case Blob text -> new String(text.getBytes(1, (int) text.length()), StandardCharsets.UTF_8);
            case Boolean truth -> truth;
            case Long number -> number;
            case Double number -> number;
            case LocalDate date -> date;
            case Instant time -> time;
            case UUID uuid -> uuid;
            case Object other -> other.toString();
        };
    }

    private static List<@Nullable Object> list(Collection<?> values) throws SQLException {
        var cells = new ArrayList<@Nullable Object>(values.size());
        for (Object value : values) {
            cells.add(cell(value));
        }
        return cells;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> values) throws SQLException {
        var cells = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : values.entrySet()) {
            cells.put(String.valueOf(cell(entry.getKey())), cell(entry.getValue()));
        }
        return cells;
    }

    /** About what {@code row} weighs in memory. */
    static long bytes(List<@Nullable Object> row) {
        long bytes = 16;
        for (Object cell : row) {
            bytes += switch (cell) {
                case String text -> 56L + text.length();
                case List<?> list -> 32L + 48L * list.size();
                case Map<?, ?> map -> 32L + 96L * map.size();
                case null -> 4;
                case Object other -> 28;
            };
        }
        return bytes;
    }
}
