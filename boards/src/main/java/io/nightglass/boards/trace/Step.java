package io.nightglass.boards.trace;

import io.nightglass.boards.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a round's log.
 *
 * @param what {@code called}, {@code returned}, {@code retry}, {@code exception}, {@code plan}, ...
 * @param ok null when nobody said, or it is not something that works or fails
 * @param milliseconds of a tool that returned, as it says
 * @param said the beginning of its arguments, result or reason, on one line; may be empty
 */
public record Step(
        String uuid,
        Instant at,
        String what,
        @Nullable String agent,
        @Nullable String tool,
        @Nullable Boolean ok,
        @Nullable Double milliseconds,
        String said) {
    private static final int LONGEST = 240;
    private static final double DAY = 86_400_000;

    /** What {@link #of} reads. */
    static final String COLUMNS = """
            uuid, timestamp, event, agent, left(properties.tool, 200) AS tool, properties.ok AS ok,
            properties.latency_ms AS latency, properties.attempt AS attempt, left(properties.args_json, 300) AS args,
            left(properties.result, 300) AS result, left(properties.error, 300) AS error,
            left(properties.cause, 300) AS cause, left(properties.prior_error, 300) AS prior,
            left(properties.plan, 300) AS plan, left(properties.next_action, 300) AS next,
            left(properties.source, 300) AS source, left(properties.value, 300) AS value,
            left(properties.verdict, 300) AS verdict, left(toString(properties.issues), 300) AS issues,
            left(toString(coalesce(properties.$exception_message, properties.$exception_list)), 300) AS exception""";

    static Step of(Row row) {
        var event = row.requiredText("event");
        var took = row.number("latency");
        return new Step(
                row.requiredText("uuid"),
                row.requiredMoment("timestamp"),
                what(event),
                row.text("agent"),
                row.text("tool"),
                event.equals("$exception") ? Boolean.FALSE : row.said("ok"),
                took == null || took < 0 || took > DAY ? null : took,
                said(row, event));
    }

    private static String what(String event) {
        return event.equals("$exception")
                ? "exception"
                : event.substring("step.".length()).replaceFirst("^tool_", "");
    }

    private static String said(Row row, String event) {
        var words = switch (event) {
            case "step.tool_called" -> Stream.of(row.text("args"));
            case "step.tool_returned" -> Stream.of(row.text("error"), row.text("result"));
            case "step.retry" -> Stream.of(attempt(row.number("attempt")), row.text("cause"), row.text("prior"));
            case "step.plan" -> Stream.of(row.text("plan"), row.text("next"));
            case "step.observation" -> Stream.of(row.text("source"), row.text("value"));
            case "step.reflection" -> Stream.of(row.text("verdict"), row.text("issues"));
            default -> Stream.of(row.text("exception"), row.text("error"));
        };
        var line = words.filter(Objects::nonNull)
                .map(OneLine::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return OneLine.cut(line, LONGEST);
    }

    private static @Nullable String attempt(@Nullable Double number) {
        return number == null ? null : "attempt " + number.longValue();
    }
}
