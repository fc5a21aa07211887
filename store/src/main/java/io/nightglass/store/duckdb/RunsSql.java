package io.nightglass.store.duckdb;

/** {@code runs} as a question over {@code events} and {@code rounds}, recomputed whole per run. */
final class RunsSql {
    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS runs (run_id VARCHAR, project VARCHAR, client VARCHAR, agent VARCHAR,
              started_at TIMESTAMP, last_at TIMESTAMP, ended_at TIMESTAMP, stop_reason VARCHAR, rounds BIGINT, kept BIGINT,
              reverted BIGINT, crashed BIGINT, open BIGINT, best_score DOUBLE, direction VARCHAR, metric VARCHAR,
              git_sha VARCHAR, last_git_sha VARCHAR, stated_cost_usd %1$s, sample BOOLEAN, events BIGINT,
              first_seq BIGINT, cost_usd %1$s, unpriced BIGINT, generations BIGINT, tokens BIGINT, escalations BIGINT,
              regressions BIGINT)""".formatted(Money.SUM);

    /** The runs that events after {@code ?} up to {@code ?} name, and those whose rounds were touched, as they were before. */
    static final String TOUCHED = """
            SELECT DISTINCT run_id AS id FROM events WHERE seq > ? AND seq <= ? AND run_id IS NOT NULL
            UNION
            SELECT run_id FROM rounds WHERE run_id IS NOT NULL AND round_id IN (SELECT id FROM touched_rounds)""";

    /** The same for the rounds as they are after: a round may have changed its run. */
    static final String TOUCHED_AFTER = """
            INSERT INTO touched_runs
            SELECT DISTINCT run_id FROM rounds WHERE run_id IS NOT NULL
              AND round_id IN (SELECT id FROM touched_rounds) AND run_id NOT IN (SELECT id FROM touched_runs)""";

    /** The same for runs that only the ledger touched, or a call that went from them to its round. */
    static final String TOUCHED_BY_MONEY = """
            INSERT INTO touched_runs
            SELECT DISTINCT id FROM (
              SELECT run_id AS id FROM rounds WHERE round_id IN (SELECT id FROM billed_rounds)
              UNION ALL
              SELECT id FROM billed_runs
              UNION ALL
              SELECT run_id FROM generations WHERE seq IN (SELECT seq FROM found_rounds))
            WHERE id IS NOT NULL AND id NOT IN (SELECT id FROM touched_runs)""";

    /**
     * The rows of the runs in {@code touched_runs}; {@code ?} is the first seq that an event naming one may have. What
     * belongs to a round counts with the run of that round, and what names a run without a round with that run: once.
     */
    static final String ROWS = """
            WITH told AS (
              SELECT run_id,
                %s AS project,
                %s AS client,
                %s AS agent,
                min("timestamp") AS started_at,
                max("timestamp") AS last_at,
                max("timestamp") FILTER (event = 'stop_triggered') AS ended_at,
                %s AS stop_reason,
                %s AS git_sha,
                %s AS last_git_sha,
                %s AS stated_cost_usd,
                coalesce(bool_or(p_sample), false) AS sample,
                count(*) AS events,
                min(seq) AS first_seq,
                count(*) FILTER (event = 'model_escalated' AND round_id IS NULL) AS escalations,
                count(*) FILTER (event = 'eval.regression' AND round_id IS NULL) AS regressions
              FROM events WHERE seq >= ? AND run_id IN (SELECT id FROM touched_runs) GROUP BY run_id
            ),
            played AS (
              SELECT run_id, count(*) AS rounds,
                count(*) FILTER (verdict = 'kept') AS kept,
                count(*) FILTER (verdict = 'reverted') AS reverted,
                count(*) FILTER (verdict = 'crashed') AS crashed,
                count(*) FILTER (verdict = 'open') AS open,
                max(score) AS highest,
                min(score) AS lowest,
                CASE WHEN count(*) FILTER (direction = 'minimize') > count(*) FILTER (direction = 'maximize')
                  THEN 'minimize' ELSE 'maximize' END AS direction,
                arg_max(metric, row(first_at, round_id)) FILTER (metric IS NOT NULL) AS metric,
                sum(cost_usd) AS cost_usd,
                sum(unpriced) AS unpriced,
                sum(generations) AS generations,
                sum(tokens) AS tokens,
                sum(escalations) AS escalations,
                sum(regressions) AS regressions
              FROM rounds WHERE run_id IN (SELECT id FROM touched_runs) GROUP BY run_id
            ),
            called AS (
              SELECT run_id, count(*) FILTER (event = '$ai_generation') AS generations,
                sum(coalesce(input_tokens, 0) + coalesce(output_tokens, 0)) FILTER (
                  input_tokens IS NOT NULL OR output_tokens IS NOT NULL) AS tokens
              FROM generations WHERE round_id IS NULL AND run_id IN (SELECT id FROM touched_runs) GROUP BY run_id
            ),
            spent AS (
              SELECT run_id, sum(cost_usd) AS cost_usd, count(*) FILTER (cost_usd IS NULL) AS unpriced
              FROM costs WHERE round_id IS NULL AND run_id IN (SELECT id FROM touched_runs) GROUP BY run_id
            )
            SELECT told.run_id, project, client, agent, started_at, last_at, ended_at, stop_reason,
              coalesce(rounds, 0), coalesce(kept, 0), coalesce(reverted, 0), coalesce(crashed, 0), coalesce(open, 0),
              CASE WHEN direction = 'minimize' THEN lowest ELSE highest END, direction, metric, git_sha, last_git_sha,
              stated_cost_usd, sample, events, first_seq,
              %s, coalesce(played.unpriced, 0) + coalesce(spent.unpriced, 0),
              coalesce(played.generations, 0) + coalesce(called.generations, 0), %s,
              told.escalations + coalesce(played.escalations, 0), told.regressions + coalesce(played.regressions, 0)
            FROM told LEFT JOIN played ON played.run_id = told.run_id LEFT JOIN called ON called.run_id = told.run_id
              LEFT JOIN spent ON spent.run_id = told.run_id""".formatted(
                    RoundsSql.first("project"),
                    RoundsSql.first("client"),
                    RoundsSql.first("agent"),
                    RoundsSql.last("p_reason", "event = 'stop_triggered'"),
                    RoundsSql.first("git_sha"),
                    RoundsSql.last("git_sha", "true"),
                    Money.sum(RoundsSql.last("p_total_cost_usd", "event = 'stop_triggered'")),
                    either("played.cost_usd", "spent.cost_usd"),
                    either("played.tokens", "called.tokens"));

    private RunsSql() {}

    /** The sum of two of which either may be missing; null when both are. */
    private static String either(String one, String other) {
        return "coalesce(%1$s + %2$s, %1$s, %2$s)".formatted(one, other);
    }
}
