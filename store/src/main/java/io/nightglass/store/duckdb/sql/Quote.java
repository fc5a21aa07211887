package io.nightglass.store.duckdb.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The only door through which a constant or a name enters SQL. */
final class Quote {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");

    private Quote() {}

    /** A text. The engine knows no escape but the doubled quote; it ends a statement at NUL, so that is put together. */
    static String text(String text) {
        var safe = wellFormed(text).replace("'", "''");
        return safe.indexOf('\0') < 0 ? "'" + safe + "'" : "('" + safe.replace("\0", "' || chr(0) || '") + "')";
    }

    /** A lone surrogate is no character; U+FFFD stands in its place, as in what is stored. */
    private static String wellFormed(String text) {
        if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
            return text;
        }
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** The name of a table or column. */
    static String name(String name) {
        return "\"" + wellFormed(name).replace("\0", "\uFFFD").replace("\"", "\"\"") + "\"";
    }

    static String constant(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            case Long number -> whole(number);
            case Double number -> real(number);
            case String text -> text(text);
            case Instant moment ->
                "TIMESTAMP '%s'".formatted(MICROS.format(LocalDateTime.ofInstant(moment, ZoneOffset.UTC)));
            case LocalDate day -> "DATE '%s'".formatted(day);
            case UUID uuid -> "'%s'::UUID".formatted(uuid);
            default -> throw new IllegalArgumentException("no constant: " + value.getClass());
        };
    }

    /** 64 bits from the start: the engine would take a small number for 32. */
    private static String whole(long number) {
        if (number == Long.MIN_VALUE) {
            return "'" + number + "'::BIGINT";
        }
        return number < 0 ? "(" + number + ")::BIGINT" : number + "::BIGINT";
    }

    private static String real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "'%s'::DOUBLE".formatted(Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf");
        }
        var digits = Double.toString(number);
        var literal = digits.contains("E") ? digits : digits + "e0";
        return number < 0 || literal.startsWith("-") ? "(" + literal + ")" : literal;
    }

    /** {@code /a/b~1c}: where a value lies in JSON. */
    static String pointer(List<String> path) {
        var pointer = new StringBuilder();
        path.forEach(key -> pointer.append('/').append(key.replace("~", "~0").replace("/", "~1")));
        return text(pointer.toString());
    }
}
