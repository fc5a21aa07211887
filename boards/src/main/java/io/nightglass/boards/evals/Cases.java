package io.nightglass.boards.evals;

/**
 * Cases with the suite they belong to, as HogQL. A case finds its run by suite_id within its round; one without suite_id
 * belongs to the only run of its round. Suite and scorer_version are the run's, else the case's own, else null: not known.
 */
final class Cases {
    private static final String HOGQL = """
            WITH runs AS (
              SELECT coalesce(round_id, '') AS run_round, coalesce(properties.suite_id, '') AS run_no,
                     any(left(properties.suite, 200)) AS run_suite, any(left(properties.scorer_version, 100)) AS run_version
              FROM events WHERE event = 'eval.run' AND timestamp >= {early} AND timestamp < {end}
              GROUP BY run_round, run_no
            ),
            alone AS (
              SELECT run_round AS alone_round, any(run_suite) AS alone_suite, any(run_version) AS alone_version
              FROM runs WHERE run_round != '' GROUP BY alone_round HAVING count() = 1
            ),
            said AS (
              SELECT uuid, timestamp, round_id, project, client, coalesce(round_id, '') AS case_round,
                     properties.suite_id AS case_no, if(properties.suite_id IS NULL, round_id, NULL) AS lone_round,
                     left(properties.suite, 200) AS own_suite, left(properties.scorer_version, 100) AS own_version,
                     left(properties.case_id, 200) AS case_id, left(properties.dim, 200) AS dim,
                     properties.score AS score, properties.passed AS passed%s
              FROM events WHERE event = 'eval.case' AND timestamp >= {start} AND timestamp < {end}
                AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})%s
            ),
            cases AS (
              SELECT said.uuid AS uuid, said.timestamp AS timestamp, said.round_id AS round_id, said.project AS project,
                     said.client AS client, said.case_id AS case_id, said.dim AS dim, said.score AS score,
                     said.passed AS passed, coalesce(runs.run_suite, alone.alone_suite, said.own_suite) AS suite,
                     coalesce(runs.run_version, alone.alone_version, said.own_version) AS version%s
              FROM said
              LEFT JOIN runs ON said.case_round = runs.run_round AND said.case_no = runs.run_no
              LEFT JOIN alone ON said.lone_round = alone.alone_round
            )
            """;

    /** The night a moment belongs to, by the clock on the wall. */
    static final String NIGHT = "if(toHour(timestamp) < 12, addDays(toDate(timestamp), -1), toDate(timestamp))";

    /** {@code WITH ... cases AS (...)}. */
    static final String WITH = HOGQL.formatted("", "", "");

    private Cases() {}

    /** The same with the rationale of each case, if asked for only of those that say {@code {search}} in it. */
    static String withRationale(boolean searched) {
        return HOGQL.formatted(
                ", left(properties.rationale, 600) AS rationale",
                searched ? " AND positionCaseInsensitiveUTF8(properties.rationale, {search}) > 0" : "",
                ", said.rationale AS rationale");
    }
}
