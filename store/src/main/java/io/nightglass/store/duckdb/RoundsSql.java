package io.nightglass.store.duckdb;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code rounds} as a question over {@code events}: boards.md "Rounds", written once and recomputed whole per round. */
final class RoundsSql {
    /** The loop's own nine events. */
    private static final String LOOP = """
            event IN ('round_started', 'proposal_generated', 'proposal_applied', 'round_scored', 'round_kept', \
            'round_reverted', 'model_escalated', 'stop_triggered', 'finetune_batch_published')""";

    private static final String READ = """
            event, "timestamp", uuid, seq, run_id, project, client, agent, git_sha, p_score, p_baseline_score, p_delta, \
            p_failure_mode, p_reason, p_direction, p_metric, p_model, p_diff_lines, p_description, p_status, p_sample, \
            p_imported, p_prompt_tokens, p_completion_tokens, "p_$ai_input_tokens", "p_$ai_output_tokens\"""";

    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS rounds (round_id VARCHAR, run_id VARCHAR, project VARCHAR, client VARCHAR,
              agent VARCHAR, git_sha VARCHAR, started_at TIMESTAMP, generated_at TIMESTAMP, applied_at TIMESTAMP,
              scored_at TIMESTAMP, kept_at TIMESTAMP, reverted_at TIMESTAMP, decided_at TIMESTAMP, verdict VARCHAR,
              score DOUBLE, direction VARCHAR, metric VARCHAR, baseline_score DOUBLE, delta DOUBLE, failure_mode VARCHAR,
              generations BIGINT, tokens BIGINT, escalations BIGINT, regressions BIGINT, model VARCHAR,
              diff_lines BIGINT, description VARCHAR, status VARCHAR, sample BOOLEAN, imported BOOLEAN,
              first_at TIMESTAMP, last_at TIMESTAMP, events BIGINT, first_seq BIGINT, cost_usd %s, unpriced BIGINT,
              round_no BIGINT)""".formatted(Money.SUM);

    /**
     * The ids of rounds that events after {@code ?} up to {@code ?} belong to, or, by {@code loose} ones after {@code ?},
     * would belong to if such a round is known.
     */
    static final String TOUCHED = """
            SELECT DISTINCT round_id AS id FROM events WHERE seq > ? AND seq <= ? AND round_id IS NOT NULL
            UNION
            SELECT trace_id FROM loose WHERE seq > ?""";

    /** {@code $ai_*} events that name no round: they belong to the one their trace names, should it become known. */
    static final String CREATE_LOOSE = "CREATE TABLE IF NOT EXISTS loose (trace_id VARCHAR, seq BIGINT)";

    /** The loose events after {@code ?} up to {@code ?}. */
    static final String LOOSE = """
            INSERT INTO loose SELECT "p_$ai_trace_id", seq FROM events
            WHERE seq > ? AND seq <= ? AND round_id IS NULL AND starts_with(event, '$ai_') AND "p_$ai_trace_id" IS NOT NULL""";

    static final String TOUCHED_LOOSE = "SELECT seq FROM loose WHERE trace_id IN (SELECT id FROM touched_rounds)";

    /**
     * The rows of the rounds in {@code touched_rounds}. {@code ?1} is the first seq that an event naming one of them may
     * have, {@code ?2} the first of {@code touched_loose}. A tie in time is settled by uuid, so that the order of arrival cannot show. The ledger, which needs to know
     * the rounds, fills in their money: {@link CostsSql}.
     */
    static final String ROWS = """
            WITH named AS MATERIALIZED (
              SELECT round_id AS rid, %s FROM events WHERE seq >= ? AND round_id IN (SELECT id FROM touched_rounds)
            ),
            e AS (
              SELECT *, seq AS naming FROM named
              UNION ALL
              SELECT "p_$ai_trace_id" AS rid, %s, NULL FROM events
              WHERE seq >= ? AND seq IN (SELECT seq FROM touched_loose)
                AND "p_$ai_trace_id" IN (SELECT DISTINCT rid FROM named)
            ),
            folded AS (
              SELECT rid,
                %s,
                min("timestamp") FILTER (event = 'round_started') AS started_at,
                min("timestamp") FILTER (event = 'proposal_generated') AS generated_at,
                min("timestamp") FILTER (event = 'proposal_applied') AS applied_at,
                min("timestamp") FILTER (event = 'round_scored') AS scored_at,
                min("timestamp") FILTER (event = 'round_kept') AS kept_at,
                min("timestamp") FILTER (event = 'round_reverted') AS reverted_at,
                max("timestamp") FILTER (event = 'round_kept') AS last_kept_at,
                max("timestamp") FILTER (event = 'round_reverted') AS last_reverted_at,
                %s AS score,
                %s AS baseline_score,
                %s AS sent_delta,
                %s AS failure_mode,
                %s AS direction,
                %s AS metric,
                %s AS model,
                %s AS diff_lines,
                %s AS description,
                %s AS status,
                count(*) FILTER (event = '$ai_generation') AS generations,
                sum(coalesce("p_$ai_input_tokens", 0) + coalesce("p_$ai_output_tokens", 0)) FILTER (
                  event IN ('$ai_generation', '$ai_embedding')
                  AND ("p_$ai_input_tokens" IS NOT NULL OR "p_$ai_output_tokens" IS NOT NULL)) AS call_tokens,
                sum(coalesce(p_prompt_tokens, 0) + coalesce(p_completion_tokens, 0)) FILTER (
                  event = 'proposal_generated'
                  AND (p_prompt_tokens IS NOT NULL OR p_completion_tokens IS NOT NULL)) AS proposal_tokens,
                count(*) FILTER (event = 'model_escalated') AS escalations,
                count(*) FILTER (event = 'eval.regression') AS regressions,
                coalesce(bool_or(p_sample), false) AS sample,
                coalesce(bool_or(p_imported), false) AS imported,
                min("timestamp") AS first_at,
                max("timestamp") AS last_at,
                count(*) AS events,
                min(seq) AS first_seq,
                min(naming) AS round_no
              FROM e GROUP BY rid
            ),
            judged AS (
              SELECT *, coalesce(direction, 'maximize') AS way, greatest(last_kept_at, last_reverted_at) AS decided_at,
                CASE
                  WHEN last_reverted_at IS NULL AND last_kept_at IS NULL THEN 'open'
                  WHEN last_reverted_at IS NULL OR last_kept_at > last_reverted_at THEN 'kept'
                  WHEN scored_at IS NULL THEN 'crashed'
                  ELSE 'reverted'
                END AS verdict
              FROM folded
            )
            SELECT rid, run_id, project, client, agent, git_sha, started_at, generated_at, applied_at, scored_at, kept_at,
              reverted_at, decided_at, verdict, score, way, metric, baseline_score,
              CASE
                WHEN score IS NULL OR baseline_score IS NULL THEN sent_delta
                WHEN way = 'minimize' THEN baseline_score - score
                ELSE score - baseline_score
              END,
              failure_mode, generations, coalesce(call_tokens, proposal_tokens)::BIGINT, escalations, regressions, model,
              diff_lines, description, status, sample, imported, first_at, last_at, events, first_seq, NULL, 0, round_no
            FROM judged""".formatted(
                    READ,
                    READ,
                    envelope(),
                    last("p_score", "event = 'round_scored'"),
                    last("p_baseline_score", LOOP),
                    last("p_delta", "event IN ('round_kept', 'round_reverted')"),
                    last("coalesce(p_failure_mode, p_reason)", "event = 'round_reverted'"),
                    last("lower(p_direction)", LOOP + " AND lower(p_direction) IN ('maximize', 'minimize')"),
                    last("p_metric", LOOP),
                    last("p_model", LOOP),
                    last("p_diff_lines", LOOP),
                    last("p_description", LOOP),
                    last("p_status", LOOP));

    /**
     * What {@link Copies} say of the rounds of their events. {@code round_no} never changes and no two rounds share it: it is
     * the number of the first event kept that names the round.
     */
    static final String NOW = """
            CREATE OR REPLACE TEMP TABLE rounds_now AS
            SELECT round_id AS id, round_no, direction FROM rounds
            WHERE round_id >= (SELECT min(id) FROM touched_rounds) AND round_id <= (SELECT max(id) FROM touched_rounds)
              AND round_id IN (SELECT id FROM touched_rounds)""";

    private RoundsSql() {}

    private static String envelope() {
        return Stream.of("run_id", "project", "client", "agent", "git_sha")
                .map(column -> first(column) + " AS " + column)
                .collect(Collectors.joining(",\n    "));
    }

    /** The value of the earliest event that has one. */
    static String first(String column) {
        return "arg_min(%1$s, row(\"timestamp\", uuid)) FILTER (%1$s IS NOT NULL)".formatted(column);
    }

    /** The value of the latest event that has one and fulfils {@code condition}. */
    static String last(String value, String condition) {
        return "arg_max(%1$s, row(\"timestamp\", uuid)) FILTER (%2$s AND %1$s IS NOT NULL)".formatted(value, condition);
    }
}
