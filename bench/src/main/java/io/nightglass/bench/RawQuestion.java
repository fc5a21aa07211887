package io.nightglass.bench;

import java.util.List;

/**
 * A question over raw events, as HogQL and as the SQL one would write by hand for the typed table.
 *
 * @param sql for DuckDB, over the pane's own {@code events}
 */
record RawQuestion(String name, String hogql, String sql) {
    static final List<RawQuestion> ALL = List.of(
            new RawQuestion(
                    "events by name",
                    "SELECT event, count() FROM events GROUP BY event ORDER BY count() DESC LIMIT 100",
                    "SELECT event, count(*) FROM events GROUP BY event ORDER BY count(*) DESC LIMIT 100"),
            new RawQuestion(
                    "best score per day",
                    "SELECT toDate(timestamp) AS day, project, max(properties.score) FROM events"
                            + " WHERE event = 'round_scored' GROUP BY day, project ORDER BY day LIMIT 5000",
                    "SELECT CAST(\"timestamp\" AS DATE) AS day, project, max(p_score) FROM events"
                            + " WHERE event = 'round_scored' GROUP BY day, project ORDER BY day LIMIT 5000"),
            new RawQuestion(
                    "p95 latency by model",
                    "SELECT properties.$ai_model, quantile(0.95)(properties.$ai_latency), count() FROM events"
                            + " WHERE event = '$ai_generation' GROUP BY 1 ORDER BY 3 DESC LIMIT 100",
                    "SELECT \"p_$ai_model\", quantile_cont(\"p_$ai_latency\", 0.95), count(*) FROM events"
                            + " WHERE event = '$ai_generation' GROUP BY 1 ORDER BY 3 DESC LIMIT 100"),
            new RawQuestion(
                    "tokens per day",
                    "SELECT toDate(timestamp) AS day, sum(properties.$ai_input_tokens), sum(properties.$ai_output_tokens)"
                            + " FROM events WHERE event = '$ai_generation' GROUP BY day ORDER BY day LIMIT 5000",
                    "SELECT CAST(\"timestamp\" AS DATE) AS day, sum(\"p_$ai_input_tokens\"), sum(\"p_$ai_output_tokens\")"
                            + " FROM events WHERE event = '$ai_generation' GROUP BY day ORDER BY day LIMIT 5000"),
            new RawQuestion(
                    "stops by reason",
                    "SELECT project, properties.reason, count() FROM events WHERE event = 'stop_triggered'"
                            + " GROUP BY project, properties.reason LIMIT 1000",
                    "SELECT project, p_reason, count(*) FROM events WHERE event = 'stop_triggered'"
                            + " GROUP BY project, p_reason LIMIT 1000"),
            new RawQuestion(
                    "agents per project",
                    "SELECT project, uniq(distinct_id), count() FROM events GROUP BY project ORDER BY project LIMIT 100",
                    "SELECT project, count(DISTINCT distinct_id), count(*) FROM events GROUP BY project ORDER BY project"
                            + " NULLS LAST LIMIT 100"));
}
