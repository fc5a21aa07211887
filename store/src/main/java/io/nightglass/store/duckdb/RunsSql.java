package io.nightglass.store.duckdb;

/** {@code runs} as a question over {@code events} and {@code rounds}, recomputed whole per run. */
final class RunsSql {
    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS runs (run_id VARCHAR, project VARCHAR, client VARCHAR, agent VARCHAR,
              started_at TIMESTAMP, last_at TIMESTAMP, ended_at TIMESTAMP, stop_reason VARCHAR, rounds BIGINT, kept BIGINT,
              reverted BIGINT, crashed BIGINT, open BIGINT, best_score DOUBLE, direction VARCHAR, metric VARCHAR,
              git_sha VARCHAR, last_git_sha VARCHAR, stated_cost_usd DOUBLE, sample BOOLEAN, events BIGINT,
              first_seq BIGINT)""";

    /** The runs that events after {@code ?} name, and those whose rounds were touched, as they were before. */
    static final String TOUCHED = """
            SELECT DISTINCT run_id AS id FROM events WHERE seq > ? AND run_id IS NOT NULL
            UNION
            SELECT run_id FROM rounds WHERE run_id IS NOT NULL AND round_id IN (SELECT id FROM touched_rounds)""";

    /** The same for the rounds as they are after: a round may have changed its run. */
    static final String TOUCHED_AFTER = """
            INSERT INTO touched_runs
            SELECT DISTINCT run_id FROM rounds WHERE run_id IS NOT NULL
              AND round_id IN (SELECT id FROM touched_rounds) AND run_id NOT IN (SELECT id FROM touched_runs)""";

    /** The rows of the runs in {@code touched_runs}; {@code ?} is the first seq that an event naming one may have. */
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
                min(seq) AS first_seq
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
                arg_max(metric, row(first_at, round_id)) FILTER (metric IS NOT NULL) AS metric
              FROM rounds WHERE run_id IN (SELECT id FROM touched_runs) GROUP BY run_id
            )
            SELECT told.run_id, project, client, agent, started_at, last_at, ended_at, stop_reason,
              coalesce(rounds, 0), coalesce(kept, 0), coalesce(reverted, 0), coalesce(crashed, 0), coalesce(open, 0),
              CASE WHEN direction = 'minimize' THEN lowest ELSE highest END, direction, metric, git_sha, last_git_sha,
              stated_cost_usd, sample, events, first_seq
            FROM told LEFT JOIN played ON played.run_id = told.run_id""".formatted(
                    RoundsSql.first("project"),
                    RoundsSql.first("client"),
                    RoundsSql.first("agent"),
                    RoundsSql.last("p_reason", "event = 'stop_triggered'"),
                    RoundsSql.first("git_sha"),
                    RoundsSql.last("git_sha", "true"),
                    RoundsSql.last("p_total_cost_usd", "event = 'stop_triggered'"));

    private RunsSql() {}
}
