package io.nightglass.boards.evals;

import io.nightglass.boards.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the judges said. Safe to share; every method blocks for a question or two. */
public record Evals(Asker asker) {
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_DIMS = 30;
    private static final int MOST_FLIPS = 20;

    /** By suite, night and the time its scorer began, then dimension. */
    public List<DimNight> nights(EvalFilter filter) {
        return asker.rows(Cases.WITH + """
                SELECT %s AS night, suite, version, dim, count() AS cases, countIf(passed IS NOT NULL) AS judged,
                       countIf(passed = true) AS passes, avg(score) AS average, min(timestamp) AS began
                FROM cases WHERE %s GROUP BY night, suite, version, dim
                ORDER BY suite, night, began, dim LIMIT %d""".formatted(Cases.NIGHT, filter.where(), MOST_ROWS), values(filter)).stream()
                .map(DimNight::of)
                .toList();
    }

    /** The cases that changed most often between passed and not, each under one scorer; at most 20. */
    public List<Flip> flips(EvalFilter filter) {
        return asker.rows(Cases.WITH + """
                SELECT suite, version, case_id, project, countIf(place > 1 AND passed != before) AS flips,
                       count() AS judged, countIf(passed = true) AS passes
                FROM (
                  SELECT suite, version, case_id, project, client, passed,
                         lag(passed) OVER (PARTITION BY suite, version, case_id, project, client ORDER BY timestamp, uuid) AS before,
                         row_number() OVER (PARTITION BY suite, version, case_id, project, client ORDER BY timestamp, uuid) AS place
                  FROM cases WHERE passed IS NOT NULL AND case_id IS NOT NULL AND %s
                )
                GROUP BY suite, version, case_id, project HAVING flips > 0
                ORDER BY flips DESC, judged, case_id, suite, version, project LIMIT %d""".formatted(filter.where(), MOST_FLIPS), values(filter)).stream()
                .map(Flip::of)
                .toList();
    }

    /** By dimension, most first, with at most five of the latest each. */
    public List<Regressed> regressions(EvalFilter filter) {
        var from = """
                FROM events WHERE event = 'eval.regression' AND timestamp >= {start} AND timestamp < {end}
                  AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})""";
        var all = asker.rows("""
                SELECT left(properties.dim, 200) AS dim, count() AS n, avg(properties.delta) AS average
                %s GROUP BY dim ORDER BY n DESC, dim LIMIT %d""".formatted(from, MOST_DIMS), values(filter));
        var latest = asker.rows("""
                SELECT uuid, timestamp, round_id, dim, case_id, delta FROM (
                  SELECT uuid, timestamp, round_id, left(properties.dim, 200) AS dim, left(properties.case_id, 200) AS case_id,
                         properties.delta AS delta,
                         row_number() OVER (PARTITION BY left(properties.dim, 200) ORDER BY timestamp DESC, uuid) AS place %s
                ) WHERE place <= 5 ORDER BY timestamp DESC, uuid LIMIT 1000""".formatted(from), values(filter)).stream()
                .map(Regressed.Last::of)
                .toList();
        var regressed = new ArrayList<Regressed>();
        for (var row : all) {
            var dim = row.text("dim");
            var own = latest.stream()
                    .filter(last -> Objects.equals(last.dim(), dim))
                    .toList();
            regressed.add(new Regressed(dim, row.count("n"), row.number("average"), own));
        }
        return regressed;
    }

    /**
     * By project. A call is under a run when its parent is the run's suite, or when it names no parent but its trace and was
     * made, from beginning to end, while a suite of its round ran: until the last of its cases.
     */
    public List<JudgeCost> judgeCosts(EvalFilter filter) {
        return asker.rows("""
                WITH ends AS (
                  SELECT round_id AS end_round, properties.suite_id AS end_no, max(timestamp) AS ended
                  FROM events WHERE event = 'eval.case' AND timestamp >= {early} AND timestamp < {late}
                    AND round_id IS NOT NULL AND properties.suite_id IS NOT NULL
                  GROUP BY end_round, end_no
                ),
                runs AS (
                  SELECT run.run_round AS run_round, run.run_no AS run_no, run.began AS began, ends.ended AS ended
                  FROM (
                    SELECT round_id AS run_round, properties.suite_id AS run_no, min(timestamp) AS began
                    FROM events WHERE event = 'eval.run' AND timestamp >= {early} AND timestamp < {end} AND round_id IS NOT NULL
                    GROUP BY run_round, run_no
                  ) AS run LEFT JOIN ends ON run.run_round = ends.end_round AND run.run_no = ends.end_no
                ),
                judges AS (
                  SELECT DISTINCT call.uuid AS judge
                  FROM generations AS call JOIN runs ON call.round_id = runs.run_round
                  WHERE call.timestamp >= {early} AND call.timestamp < {late}
                    AND (call.parent_id = runs.run_no
                      OR (call.parent_id IS NULL OR call.parent_id = call.trace_id OR call.parent_id = call.round_id)
                        AND call.timestamp <= runs.ended
                        AND call.timestamp - toIntervalMillisecond(toInt(coalesce(call.latency, 0) * 1000)) >= runs.began)
                ),
                ledger AS (
                  SELECT project, cost_usd, coalesce(hides, uuid) IN (SELECT judge FROM judges) AS judged FROM costs
                  WHERE timestamp >= {start} AND timestamp < {end}
                    AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                )
                SELECT project, sumIf(cost_usd, judged) AS judges, countIf(judged AND cost_usd IS NULL) AS judges_unknown,
                       sum(cost_usd) AS all_usd, countIf(cost_usd IS NULL) AS all_unknown
                FROM ledger GROUP BY project ORDER BY all_usd DESC, project LIMIT 100""", values(filter)).stream().map(JudgeCost::of).toList();
    }

    /** Cases, the latest first; one more than {@code size} when there are more. @param number the page, from 1 */
    public List<Judged> cases(EvalFilter filter, int number, int size) {
        return asker
                .rows(
                        Cases.withRationale(filter.search() != null)
                                + """
                SELECT uuid, timestamp, round_id, suite, version, dim, case_id, score, passed, rationale
                FROM cases WHERE %s ORDER BY timestamp DESC, uuid LIMIT %d OFFSET %d""".formatted(filter.where(), size + 1, (long) (number - 1) * size),
                        values(filter))
                .stream()
                .map(Judged::of)
                .toList();
    }

    /** Runs of suites, the latest first; one more than {@code size} when there are more. @param number the page, from 1 */
    public List<SuiteRun> runs(EvalFilter filter, int number, int size) {
        return asker.rows("""
                WITH counts AS (
                  SELECT coalesce(round_id, '') AS case_round, properties.suite_id AS case_no, count() AS cases,
                         countIf(properties.passed IS NOT NULL) AS judged, countIf(properties.passed = true) AS passes,
                         avg(properties.score) AS average
                  FROM events WHERE event = 'eval.case' AND timestamp >= {early} AND timestamp < {late}
                    AND properties.suite_id IS NOT NULL
                  GROUP BY case_round, case_no
                ),
                runs AS (
                  SELECT uuid, timestamp, round_id, project, coalesce(round_id, '') AS run_round, properties.suite_id AS run_no,
                         left(properties.suite, 200) AS suite, left(properties.scorer_version, 100) AS version,
                         properties.n_cases AS n_cases
                  FROM events WHERE event = 'eval.run' AND timestamp >= {start} AND timestamp < {end}
                    AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                )
                SELECT runs.uuid AS uuid, runs.timestamp AS timestamp, runs.round_id AS round_id, runs.project AS project,
                       runs.suite AS suite, runs.version AS version, runs.n_cases AS n_cases, counts.cases AS cases,
                       counts.judged AS judged, counts.passes AS passes, counts.average AS average
                FROM runs LEFT JOIN counts ON runs.run_round = counts.case_round AND runs.run_no = counts.case_no
                WHERE %s ORDER BY timestamp DESC, uuid LIMIT %d OFFSET %d""".formatted(ofSuite(filter), size + 1, (long) (number - 1) * size), values(filter)).stream()
                .map(SuiteRun::of)
                .toList();
    }

    private static String ofSuite(EvalFilter filter) {
        var suite = filter.suite();
        return suite == null ? "true" : suite.equals(EvalFilter.NONE) ? "runs.suite IS NULL" : "runs.suite = {suite}";
    }

    private Map<String, @Nullable Object> values(EvalFilter filter) {
        return filter.values(asker.zone());
    }
}
