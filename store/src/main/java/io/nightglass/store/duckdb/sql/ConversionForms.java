package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** One type as another. What cannot be read is NULL: a conversion never ends a query. */
record ConversionForms(Zones zones) {

    String convert(String sql, Type from, Type to) {
        if (from.isNull()) {
            return noValue(sql, to);
        }
        if (from.sameStorage(to)) {
            return sql;
        }
        return switch (to.base()) {
            case STRING, JSON -> toText(sql, from);
            case FLOAT -> toFloat(sql, from);
            case INTEGER -> toInteger(sql, from);
            case BOOLEAN -> toBoolean(sql, from);
            case DATETIME -> toMoment(sql, from);
            case DATE -> "CAST(%s AS DATE)".formatted(zones.shown(toMoment(sql, from), zones.zone()));
            case UUID -> "TRY_CAST(%s AS UUID)".formatted(sql);
            case ARRAY ->
                "list_transform(%s, lambda e: %s)"
                        .formatted(
                                from.isText() ? "coalesce(TRY_CAST(%s AS VARCHAR[]), [])".formatted(sql) : sql,
                                convert("e", from.isText() ? Type.STRING : from.element(), to.element()));
            case TUPLE -> tuple(sql, from, to);
            case MAP -> map(sql, from, to);
            case INTERVAL, NULL -> sql;
        };
    }

    /** NULL, of the type it stands for. */
    static String noValue(String sql, Type type) {
        return switch (type.base()) {
            case STRING, JSON -> "CAST(%s AS VARCHAR)".formatted(sql);
            case FLOAT -> "CAST(%s AS DOUBLE)".formatted(sql);
            case INTEGER -> "CAST(%s AS BIGINT)".formatted(sql);
            case BOOLEAN -> "CAST(%s AS BOOLEAN)".formatted(sql);
            case DATE -> "CAST(%s AS DATE)".formatted(sql);
            case DATETIME -> "CAST(%s AS TIMESTAMP)".formatted(sql);
            case UUID -> "CAST(%s AS UUID)".formatted(sql);
            case ARRAY, TUPLE, MAP, INTERVAL, NULL -> sql;
        };
    }

    private String tuple(String sql, Type from, Type to) {
        var places = new ArrayList<String>();
        for (int i = 0; i < to.parts().size(); i++) {
            var place = "struct_extract(%s, %d)".formatted(sql, i + 1);
            places.add(convert(place, from.parts().get(i), to.parts().get(i)));
        }
        return "row(%s)".formatted(String.join(", ", places));
    }

    private String map(String sql, Type from, Type to) {
        if (from.base() == ValueType.ARRAY) {
            return "map_from_entries(%s)".formatted(convert(sql, from, Type.arrayOf(Type.tupleOf(to.parts()))));
        }
        return "map_from_entries(list_transform(map_entries(%s), lambda e: row(%s, %s)))"
                .formatted(
                        sql,
                        convert("e.key", from.parts().getFirst(), to.parts().getFirst()),
                        convert("e.value", from.parts().getLast(), to.parts().getLast()));
    }

    String toText(String sql, Type from) {
        return switch (from.base()) {
            case FLOAT -> floatText(sql);
            case BOOLEAN ->
                from.unsigned()
                        ? "CAST(CAST(%s AS INTEGER) AS VARCHAR)".formatted(sql)
                        : "CAST(%s AS VARCHAR)".formatted(sql);
            case DATETIME -> clockText(zones.shown(sql, zones.zone()), from);
            case STRING, JSON -> sql;
            case MAP ->
                "'{' || array_to_string(list_transform(map_entries(%s), lambda e: %s || ':' || %s), ',') || '}'"
                        .formatted(
                                sql,
                                inside("e.key", from.parts().getFirst()),
                                inside("e.value", from.parts().getLast()));
            case ARRAY ->
                "'[' || array_to_string(list_transform(%s, lambda e: %s), ',') || ']'"
                        .formatted(sql, inside("e", from.element()));
            case TUPLE -> places(sql, from);
            case INTEGER, DATE, UUID, INTERVAL, NULL -> "CAST(%s AS VARCHAR)".formatted(sql);
        };
    }

    private String places(String sql, Type tuple) {
        var places = new ArrayList<String>();
        for (int i = 0; i < tuple.parts().size(); i++) {
            places.add(inside(
                    "struct_extract(%s, %d)".formatted(sql, i + 1),
                    tuple.parts().get(i)));
        }
        return places.isEmpty() ? "'()'" : "'(' || %s || ')'".formatted(String.join(" || ',' || ", places));
    }

    /** A part of an array or tuple as text: NULL is a word there, texts and dates stand in quotes. */
    private String inside(String sql, Type type) {
        var text = toText(sql, type);
        if (type.isText()) {
            text = "replace(replace(%s, '\\', '\\\\'), '''', '\\''')".formatted(text);
        }
        boolean quoted = type.isText() || type.isMoment() || type.base() == ValueType.UUID;
        return "coalesce(%s, 'NULL')".formatted(quoted ? "'''' || %s || ''''".formatted(text) : text);
    }

    /** What a clock shows as text: with microseconds, unless they are known to be none. */
    static String clockText(String shown, Type type) {
        return "strftime(%s, '%%Y-%%m-%%d %%H:%%M:%%S%s')".formatted(shown, type.unsigned() ? "" : ".%f");
    }

    /** Without needless zeros, all digits up to 1e21, as ClickHouse writes it. */
    private static String floatText(String sql) {
        return Let.in(
                "n",
                sql,
                number ->
                        ("CASE WHEN %s = 0 THEN CASE WHEN signbit(%s) THEN '-0' ELSE '0' END WHEN isnan(%s) THEN 'nan'"
                                        + " WHEN %s = trunc(%s) AND abs(%s) < 1e21 THEN CAST(CAST(%s AS HUGEINT) AS VARCHAR)"
                                        + " ELSE replace(replace(replace(CAST(%s AS VARCHAR), 'e+', 'e'), 'e0', 'e'), 'e-0', 'e-') END")
                                .replace("%s", number));
    }

    /** The engine would also read ' 5' and '1_000'. */
    String toFloat(String sql, Type from) {
        return switch (from.base()) {
            case STRING, JSON ->
                "CASE WHEN NOT regexp_matches(%s, '[\\s_]') THEN TRY_CAST(%s AS DOUBLE) END".formatted(sql, sql);
            case DATETIME -> "epoch(%s)".formatted(sql);
            case DATE -> "CAST(%s - DATE '1970-01-01' AS DOUBLE)".formatted(sql);
            case UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> "CAST(NULL AS DOUBLE)";
            case FLOAT -> sql;
            case INTEGER, BOOLEAN -> "CAST(%s AS DOUBLE)".formatted(sql);
        };
    }

    String toInteger(String sql, Type from) {
        return switch (from.base()) {
            case STRING, JSON ->
                "CASE WHEN regexp_full_match(%s, '[+-]?[0-9]+') THEN TRY_CAST(%s AS BIGINT) END".formatted(sql, sql);
            case FLOAT -> "TRY_CAST(trunc(%s) AS BIGINT)".formatted(sql);
            case DATETIME -> "epoch_us(%s) // 1000000".formatted(sql);
            case DATE -> "(%s - DATE '1970-01-01')".formatted(sql);
            case UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> "CAST(NULL AS BIGINT)";
            case INTEGER -> sql;
            case BOOLEAN -> "CAST(%s AS BIGINT)".formatted(sql);
        };
    }

    /** NULL where something would get lost: no fraction is cut off. */
    String toIntegerIfWhole(String sql, Type from) {
        return from.base() == ValueType.FLOAT
                ? "CASE WHEN %s = trunc(%s) THEN TRY_CAST(%s AS BIGINT) END".formatted(sql, sql, sql)
                : toInteger(sql, from);
    }

    /** Also the other words for it: on, no, T, enabled. */
    String toBooleanOfWord(String sql, Type from) {
        return from.isText()
                ? ("CASE WHEN regexp_full_match(%s, '(?i)t|true|y|yes|on|enabled?|1') THEN TRUE"
                                + " WHEN regexp_full_match(%s, '(?i)f|false|n|no|off|disabled?|0') THEN FALSE END")
                        .formatted(sql, sql)
                : toBoolean(sql, from);
    }

    String toBoolean(String sql, Type from) {
        return switch (from.base()) {
            case STRING, JSON ->
                "CASE %s WHEN 'true' THEN TRUE WHEN '1' THEN TRUE WHEN 'false' THEN FALSE WHEN '0' THEN FALSE END"
                        .formatted(sql);
            case FLOAT, INTEGER -> "(%s <> 0)".formatted(sql);
            case BOOLEAN -> sql;
            case DATE, DATETIME, UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> "CAST(NULL AS BOOLEAN)";
        };
    }

    /** A text with an offset says its moment; one without is the pane's clock. */
    private String toMoment(String sql, Type from) {
        return switch (from.base()) {
            case STRING, JSON ->
                "CASE WHEN regexp_matches(%s, '(Z|[+-][0-9]{2}:?[0-9]{2})$') THEN timezone('UTC', TRY_CAST(%s AS TIMESTAMPTZ)) ELSE %s END"
                        .formatted(sql, sql, zones.meant("TRY_CAST(%s AS TIMESTAMP)".formatted(sql), zones.zone()));
            case FLOAT, INTEGER -> "make_timestamp(TRY_CAST(%s * 1000000 AS BIGINT))".formatted(sql);
            case DATE -> zones.meant("CAST(%s AS TIMESTAMP)".formatted(sql), zones.zone());
            case DATETIME -> sql;
            case BOOLEAN, UUID, ARRAY, TUPLE, MAP, INTERVAL, NULL -> "CAST(NULL AS TIMESTAMP)";
        };
    }

    /** What ClickHouse answers where there is no value and the type cannot be NULL. */
    static String nothing(Type type) {
        return switch (type.base()) {
            case STRING, JSON -> "''";
            case FLOAT -> "0e0";
            case INTEGER -> "0::BIGINT";
            case BOOLEAN -> "FALSE";
            case DATE -> "DATE '1970-01-01'";
            case DATETIME -> "TIMESTAMP '1970-01-01 00:00:00'";
            case UUID -> "'00000000-0000-0000-0000-000000000000'::UUID";
            case ARRAY -> "[]";
            case MAP -> "map([], [])";
            case TUPLE ->
                type.parts().stream()
                        .map(part -> part.nullable() ? noValue("NULL", part) : nothing(part))
                        .collect(Collectors.joining(", ", "row(", ")"));
            case INTERVAL, NULL -> "NULL";
        };
    }
}
