package io.nightglass.boards.trace;

import io.nightglass.boards.Row;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The question for a trace's events, and its rows. Texts are cut to what names and lines need. */
final class TraceRows {
    private static final String COLUMNS = Stream.of(
                    "uuid, timestamp, event, agent",
                    text("step_id", "step", 300),
                    text("suite_id", "suite_id", 300),
                    text("case_id", "case_id", 300),
                    text("$ai_span_id", "span_id", 300),
                    text("$ai_parent_id", "parent_id", 300),
                    text("$ai_trace_id", "trace_id", 1000),
                    text("$ai_span_name", "span_name", 200),
                    text("$ai_trace_name", "trace_name", 200),
                    text("tool", "tool", 200),
                    text("suite", "suite", 200),
                    text("dim", "dim", 200),
                    text("$ai_model", "model", 200),
                    text("failure_mode", "failure_mode", 200),
                    text("reason", "reason", 200),
                    text("error", "error", 200),
                    text("$ai_error", "ai_error", 200),
                    "properties.$ai_latency AS latency, properties.$ai_ingestion_source = 'otel' AS otlp",
                    "properties.$ai_is_error AS failed, properties.ok AS ok, properties.passed AS passed",
                    "properties.$ai_total_cost_usd AS call_cost, properties.cost_usd AS cost",
                    "properties.score AS score, properties.delta AS delta",
                    "properties.n_cases AS n_cases, properties.attempt AS attempt")
            .collect(Collectors.joining(", "));

    /** Events from {@code {from}} to {@code {to}} of the round {@code {id}}, by time. */
    static final String HOGQL = """
            SELECT * FROM (
              SELECT %s FROM events WHERE timestamp >= {from} AND timestamp <= {to} AND round_id = {id}
              UNION ALL
              SELECT %s FROM events
              WHERE timestamp >= {from} AND timestamp <= {to} AND round_id IS NULL AND properties.$ai_trace_id = {id}
            )
            ORDER BY timestamp, uuid""".formatted(COLUMNS, COLUMNS);

    private TraceRows() {}

    static TraceEvent event(Row row) {
        return new TraceEvent(
                UUID.fromString(row.requiredText("uuid")),
                row.requiredText("event"),
                row.requiredMoment("timestamp"),
                said(row, "agent"),
                new TraceEvent.Ids(
                        said(row, "step"),
                        said(row, "suite_id"),
                        said(row, "case_id"),
                        said(row, "span_id"),
                        said(row, "parent_id"),
                        said(row, "trace_id")),
                new TraceEvent.Labels(
                        first(said(row, "span_name"), said(row, "trace_name")),
                        said(row, "tool"),
                        said(row, "suite"),
                        said(row, "dim"),
                        said(row, "model")),
                call(row),
                figures(row));
    }

    private static TraceEvent.Call call(Row row) {
        return new TraceEvent.Call(
                row.number("latency"), row.truth("otlp"), row.said("failed"), row.said("ok"), row.number("call_cost"));
    }

    private static TraceEvent.Figures figures(Row row) {
        var cases = row.number("n_cases");
        var attempt = row.number("attempt");
        return new TraceEvent.Figures(
                row.number("score"),
                row.number("delta"),
                row.number("cost"),
                row.said("passed"),
                cases == null ? null : cases.longValue(),
                attempt == null ? null : attempt.longValue(),
                first(said(row, "error"), said(row, "ai_error"), said(row, "failure_mode"), reverted(row)));
    }

    /** Why a round was reverted, in the word its code sends; a stop or an escalation has its reasons too. */
    private static @Nullable String reverted(Row row) {
        return "round_reverted".equals(row.text("event")) ? said(row, "reason") : null;
    }

    /** An empty text says nothing. */
    private static @Nullable String said(Row row, String column) {
        var text = row.text(column);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String first(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String text(String property, String name, int most) {
        return "left(properties.%s, %d) AS %s".formatted(property, most, name);
    }
}
