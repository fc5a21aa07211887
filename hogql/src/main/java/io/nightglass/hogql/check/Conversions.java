package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.checked.Checked.Convert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One type as another; constants right here, so that a comparison has the bare column on its other side. */
record Conversions(ZoneId zone) {

    /** {@code value} as {@code base}; NULL where it cannot be read, so that nothing fails while answering. */
    Checked to(ValueType base, Checked value) {
        var type = value.type();
        if (type.base() == base || type.isText() && Type.of(base).isText()) {
            return value;
        }
        if (value instanceof Constant(var constant, var ignored)) {
            var converted = constant == null ? null : constant(base, constant);
            if (converted != null || constant == null) {
                return new Constant(converted, Type.of(base).withNull(converted == null));
            }
        }
        return new Convert(value, Type.of(base).withNull(type.nullable() || mayFail(type, base)));
    }

    private static boolean mayFail(Type from, ValueType to) {
        return from.isText() && to != ValueType.STRING && to != ValueType.JSON;
    }

    /** {@code value} as {@code type}, parts of arrays included. */
    Checked to(Type type, Checked value) {
        if (value.type().sameStorage(type)) {
            return value;
        }
        return type.parts().isEmpty() ? to(type.base(), value) : new Convert(value, type);
    }

    /** The constant as {@code base}, or null when it is none. */
    @Nullable
    Object constant(ValueType base, Object value) {
        return switch (base) {
            case FLOAT -> asFloat(value);
            case INTEGER -> asInteger(value);
            case BOOLEAN -> asBoolean(value);
            case DATETIME -> asInstant(value).orElse(null);
            case DATE -> asDay(value).orElse(null);
            case UUID -> value instanceof String text ? asUuid(text) : null;
            case STRING, JSON -> value instanceof Long || value instanceof Boolean ? value.toString() : null;
            case ARRAY, TUPLE, MAP, INTERVAL, NULL -> null;
        };
    }

    private static @Nullable Double asFloat(Object value) {
        return switch (value) {
            case Number number -> number.doubleValue();
            case Boolean truth -> truth ? 1.0 : 0.0;
            case String text ->
                text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?") ? Double.valueOf(text) : null;
            default -> null;
        };
    }

    private static @Nullable Long asInteger(Object value) {
        return switch (value) {
            case Long number -> number;
            case Double number -> Math.abs(number) < 9e18 ? (Long) number.longValue() : null;
            case Boolean truth -> truth ? 1L : 0L;
            case String text -> text.matches("[+-]?\\d{1,18}") ? Long.valueOf(text) : null;
            default -> null;
        };
    }

    private static @Nullable Boolean asBoolean(Object value) {
        return switch (value) {
            case Boolean truth -> truth;
            case Number number -> number.doubleValue() != 0;
            case String text ->
                switch (text) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> null;
                };
            default -> null;
        };
    }

    private Optional<Instant> asInstant(Object value) {
        return switch (value) {
            case Instant moment -> Optional.of(moment);
            case LocalDate day -> Optional.of(day.atStartOfDay(zone).toInstant());
            case Long seconds ->
                Math.abs(seconds) < 200_000_000_000L ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
            case String text -> Moments.instant(text, zone);
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> asDay(Object value) {
        return value instanceof LocalDate day
                ? Optional.of(day)
                : asInstant(value).map(moment -> moment.atZone(zone).toLocalDate());
    }

    private static @Nullable UUID asUuid(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }
}
