package io.nightglass.boards.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which calls. A null component does not filter.
 *
 * @param from earliest moment, inclusive
 * @param to exclusive
 * @param named what they must name; {@link #NONE} is those that name none
 * @param failed whether they failed
 * @param error what they failed with, in a word: {@link Wording#ERROR}
 * @param message what they failed with, folded: {@link Wording#folded}
 */
public record CallFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        Map<CallField, String> named,
        @Nullable Boolean failed,
        @Nullable String error,
        @Nullable String message) {
    /** Not said: a call that names no model, say. */
    public static final String NONE = "";

    public static final CallFilter ALL = new CallFilter(null, null, Map.of(), null, null, null);

    public CallFilter {
        named = Map.copyOf(named);
    }

    /** The same, only calls that name {@code value} there. */
    public CallFilter with(CallField field, String value) {
        var more = new HashMap<>(named);
        more.put(field, value);
        return new CallFilter(from, to, more, failed, error, message);
    }

    /** Null when it does not filter by {@code field}. */
    public @Nullable String named(CallField field) {
        return named.get(field);
    }

    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", from);
        values.put("end", to);
        named.forEach((field, value) -> values.put(field.wire(), value));
        values.put("error", error);
        values.put("message", message);
        Wording.putValues(values);
        return values;
    }

    /** The conditions that are set, as HogQL over {@code generations}; values stay placeholders. */
    String where() {
        var text = new StringBuilder("true");
        and(text, from, "timestamp >= {start}");
        and(text, to, "timestamp < {end}");
        and(text, failed, Boolean.TRUE.equals(failed) ? "is_error" : "NOT is_error");
        for (var field : CallField.values()) {
            var value = named.get(field);
            var column = field.column();
            and(
                    text,
                    value,
                    NONE.equals(value)
                            ? "coalesce(%s, '') = ''".formatted(column)
                            : "%s = {%s}".formatted(column, field.wire()));
        }
        and(text, error, "is_error AND %s = {error}".formatted(Wording.ERROR));
        and(text, message, "is_error AND %s = {message}".formatted(Wording.folded(Wording.MESSAGE)));
        return text.toString();
    }

    private static void and(StringBuilder text, @Nullable Object value, String condition) {
        if (value != null) {
            text.append(" AND ").append(condition);
        }
    }
}
