package io.nightglass.store.duckdb;

import java.util.List;

/**
 * Tables with one row per event of a kind, its columns typed and its round known: narrow, where {@code events} is wide. A
 * row is written once, when its event is folded; only the round of a model call may become known later.
 */
final class Copies {
    private static final String EVENT = """
            "timestamp" TIMESTAMP, uuid UUID, distinct_id VARCHAR, round_id VARCHAR, run_id VARCHAR, project VARCHAR,
              client VARCHAR, agent VARCHAR, git_sha VARCHAR""";

    static final List<String> CREATE = List.of(
            """
            CREATE TABLE IF NOT EXISTS generations ("timestamp" TIMESTAMP, uuid UUID, event VARCHAR, distinct_id VARCHAR,
              round_id VARCHAR, run_id VARCHAR, project VARCHAR, client VARCHAR, agent VARCHAR, git_sha VARCHAR,
              trace_id VARCHAR, span_id VARCHAR, parent_id VARCHAR, session_id VARCHAR, span_name VARCHAR, model VARCHAR,
              provider VARCHAR, task_type VARCHAR, phase VARCHAR, request_id VARCHAR, input_tokens BIGINT,
              output_tokens BIGINT, cache_read_tokens BIGINT, cache_write_tokens BIGINT, reasoning_tokens BIGINT,
              latency DOUBLE, time_to_first_token DOUBLE, cost_usd %s, provenance VARCHAR, is_error BOOLEAN, error VARCHAR,
              error_type VARCHAR, http_status BIGINT, stop_reason VARCHAR, stream BOOLEAN, sample BOOLEAN, who VARCHAR, seq BIGINT)""".formatted(Money.TYPE),
            """
            CREATE TABLE IF NOT EXISTS routed ("timestamp" TIMESTAMP, uuid UUID, distinct_id VARCHAR, round_id VARCHAR,
              run_id VARCHAR, project VARCHAR, client VARCHAR, agent VARCHAR, git_sha VARCHAR, request_id VARCHAR,
              task_type VARCHAR, model VARCHAR, baseline_model VARCHAR, policy_version VARCHAR, input_tokens BIGINT,
              output_tokens BIGINT, cost_usd %1$s, list_price_usd %1$s, quality_score DOUBLE, efficiency_grade VARCHAR,
              outcome VARCHAR, latency_ms DOUBLE, sample BOOLEAN, who VARCHAR, seq BIGINT, round_no BIGINT)""".formatted(Money.TYPE),
            """
            CREATE TABLE IF NOT EXISTS scores ("timestamp" TIMESTAMP, uuid UUID, distinct_id VARCHAR, round_id VARCHAR,
              run_id VARCHAR, project VARCHAR, client VARCHAR, agent VARCHAR, git_sha VARCHAR, score DOUBLE, metric VARCHAR,
              direction VARCHAR, baseline_score DOUBLE, quality_score DOUBLE, task_type VARCHAR, model VARCHAR,
              sample BOOLEAN, seq BIGINT, round_no BIGINT, round_direction VARCHAR, is_only BOOLEAN)""",
            """
            CREATE TABLE IF NOT EXISTS dimensions ("timestamp" TIMESTAMP, uuid UUID, round_id VARCHAR, run_id VARCHAR,
              project VARCHAR, client VARCHAR, agent VARCHAR, dimension VARCHAR, value DOUBLE, sample BOOLEAN,
              seq BIGINT, round_no BIGINT, is_only BOOLEAN)""",
            """
            CREATE TABLE IF NOT EXISTS stops (%1$s, reason VARCHAR, sample BOOLEAN, seq BIGINT)""".formatted(EVENT),
            """
            CREATE TABLE IF NOT EXISTS escalations (%1$s, from_model VARCHAR, to_model VARCHAR, reason VARCHAR,
              sample BOOLEAN, seq BIGINT)""".formatted(EVENT),
            """
            CREATE TABLE IF NOT EXISTS reverts (%1$s, failure_mode VARCHAR, sample BOOLEAN, seq BIGINT)""".formatted(EVENT),
            """
            CREATE TABLE IF NOT EXISTS anomalies (%1$s, type VARCHAR, user_id VARCHAR, task_type VARCHAR,
              recommendation VARCHAR, sample BOOLEAN, seq BIGINT)""".formatted(EVENT));

    /** The one column that {@code model_used}, {@code model} and {@code $ai_model} are (boards.md). */
    static final String MODEL = "coalesce(p_model_used, p_model, \"p_$ai_model\")";

    /** Whom a call and its request must share to be alike. */
    private static final String WHO = "coalesce(nullif(p_user_id, ''), distinct_id)";

    private static final String COST = Money.of("\"p_$ai_total_cost_usd\"");

    /** How sure the price of a call is: intake says it, and what intake did not see was sent. */
    private static final String PROVENANCE = """
            CASE WHEN %s IS NULL THEN 'unknown' WHEN "p_$ai_cost_provenance" = 'list_price' THEN 'list_price'
              ELSE 'reported' END""".formatted(COST);

    private static final String NEW = "seq > ? AND seq <= ?";

    /** What is inserted for the events after {@code ?} up to {@code ?}. */
    static final List<String> FILL = List.of(
            """
            INSERT INTO generations SELECT "timestamp", uuid, event, distinct_id, round_id, run_id, project, client, agent,
              git_sha, "p_$ai_trace_id", "p_$ai_span_id", "p_$ai_parent_id", "p_$ai_session_id", "p_$ai_span_name", %s,
              "p_$ai_provider", p_task_type, p_phase, nullif(p_request_id, ''), "p_$ai_input_tokens",
              "p_$ai_output_tokens", "p_$ai_cache_read_input_tokens", "p_$ai_cache_creation_input_tokens",
              "p_$ai_reasoning_tokens", "p_$ai_latency", "p_$ai_time_to_first_token", %s,
              %s, coalesce("p_$ai_is_error", false), "p_$ai_error", "p_$ai_error_type", "p_$ai_http_status",
              "p_$ai_stop_reason", "p_$ai_stream", coalesce(p_sample, false), %s, seq
            FROM events WHERE %s AND event IN ('$ai_generation', '$ai_embedding')""".formatted(MODEL, COST, PROVENANCE, WHO, NEW),
            """
            INSERT INTO routed SELECT "timestamp", uuid, distinct_id, round_id, run_id, project, client, agent, git_sha,
              nullif(p_request_id, ''), p_task_type, %s, p_baseline_model, p_policy_version, p_input_tokens,
              p_output_tokens, %s, %s, p_quality_score, p_efficiency_grade, p_outcome, p_latency_ms,
              coalesce(p_sample, false), %s, seq, round_no
            FROM events LEFT JOIN rounds_now ON id = round_id
            WHERE %s AND event = 'token_machine.request'""".formatted(MODEL, Money.of("p_cost_usd"), Money.of("p_list_price_usd"), WHO, NEW),
            """
            INSERT INTO scores SELECT "timestamp", uuid, distinct_id, round_id, run_id, project, client, agent, git_sha,
              p_score, p_metric, lower(p_direction), p_baseline_score, p_quality_score, p_task_type, %s,
              coalesce(p_sample, false), seq, round_no, rounds_now.direction, round_no IS NOT NULL
            FROM events LEFT JOIN rounds_now ON id = round_id
            WHERE %s AND event = 'round_scored'""".formatted(MODEL, NEW),
            """
            INSERT INTO dimensions
            SELECT "timestamp", uuid, round_id, run_id, project, client, agent, dimension, value, sample, seq,
              round_no, round_no IS NOT NULL
            FROM (
              SELECT *, CASE WHEN regexp_full_match(told, '\\s*[0-9.eE+-]{1,400}\\s*') THEN TRY_CAST(told AS DOUBLE) END AS value
              FROM (
                SELECT *, CASE WHEN json_type(properties, path) IN ('VARCHAR', 'BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE')
                    THEN json_extract_string(properties, path) END AS told
                FROM (
                  SELECT *, '/' || replace(replace(dimension, '~', '~0'), '/', '~1') AS path
                  FROM (
                    SELECT "timestamp", uuid, round_id, run_id, project, client, agent, coalesce(p_sample, false) AS sample,
                      seq, round_no, properties,
                      unnest(list_filter(json_keys(properties), lambda k: starts_with(k, 'dim_'))) AS dimension
                    FROM events LEFT JOIN rounds_now ON id = round_id
                    WHERE %s AND event = 'round_scored'))))
            WHERE isfinite(value)""".formatted(NEW),
            copied("stops", "p_reason", "stop_triggered"),
            copied("escalations", "p_from_model, p_to_model, p_reason", "model_escalated"),
            copied("reverts", "coalesce(p_failure_mode, p_reason)", "round_reverted"),
            copied("anomalies", "p_type, p_user_id, p_task_type, p_recommendation", "token_machine.anomaly"));

    /** Scores of a round that turned out to go the other way. */
    static final String TURNED = """
            UPDATE scores SET round_direction = rounds_now.direction FROM rounds_now
            WHERE scores.round_no = rounds_now.round_no AND scores.round_direction <> rounds_now.direction""";

    /** Calls that name a round by their trace alone, and whose round is known since events after {@code ?}. */
    static final String FOUND_ROUNDS = """
            CREATE OR REPLACE TEMP TABLE found_rounds AS
            SELECT seq, trace_id AS round_id FROM generations
            WHERE round_id IS NULL AND trace_id IN (SELECT round_id FROM rounds WHERE round_id IN (SELECT id FROM new_rounds))
            UNION
            SELECT seq, trace_id FROM generations
            WHERE seq > ? AND round_id IS NULL AND trace_id IN (SELECT round_id FROM rounds)""";

    static final String JOIN_ROUNDS = """
            UPDATE generations SET round_id = f.round_id FROM found_rounds AS f WHERE generations.seq = f.seq""";

    /** Rounds of the stretch that were scored more than once. */
    static final String SCORED_AGAIN = """
            CREATE OR REPLACE TEMP TABLE scored_again AS
            SELECT round_no FROM scores WHERE round_no IN (SELECT round_no FROM rounds_now)
            GROUP BY round_no HAVING count(*) > 1""";

    static final List<String> NOT_ONLY = List.of(
            "UPDATE scores SET is_only = false WHERE is_only AND round_no IN (FROM scored_again)",
            "UPDATE dimensions SET is_only = false WHERE is_only AND round_no IN (FROM scored_again)");

    private Copies() {}

    private static String copied(String table, String columns, String event) {
        return """
                INSERT INTO %s SELECT "timestamp", uuid, distinct_id, round_id, run_id, project, client, agent, git_sha, %s,
                  coalesce(p_sample, false), seq
                FROM events WHERE %s AND event = '%s'""".formatted(table, columns, NEW, event);
    }
}
