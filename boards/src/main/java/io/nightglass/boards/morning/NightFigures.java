package io.nightglass.boards.morning;

import io.nightglass.boards.Asker;
import io.nightglass.boards.Night;
import io.nightglass.boards.Row;
import io.nightglass.boards.Spent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queries of a morning, one method each; keys are project names, "" for none. */
record NightFigures(Asker asker, Night night) {

    Map<String, Best> bests() {
        return new BestScores(asker).around(night.start(), night.end());
    }

    Map<String, List<Stop>> stops() {
        return MorningReader.group(
                ask("""
                SELECT timestamp, project, run_id, properties.reason AS reason, properties.rounds_completed AS completed
                FROM events WHERE event = 'stop_triggered' AND timestamp >= {start} AND timestamp < {end}
                ORDER BY timestamp LIMIT 5000"""),
                row -> new Stop(
                        row.requiredMoment("timestamp"),
                        row.text("project"),
                        row.text("run_id"),
                        row.text("reason"),
                        row.number("completed") == null ? null : row.count("completed")));
    }

    Map<String, List<LoopNight.Regression>> regressions() {
        return MorningReader.group(
                ask("""
                SELECT project, properties.dim AS dim, count() AS n, min(properties.delta) AS delta,
                       count(DISTINCT properties.case_id) AS cases, any(properties.case_id) AS one_case
                FROM events WHERE event = 'eval.regression' AND timestamp >= {start} AND timestamp < {end}
                GROUP BY project, dim ORDER BY n DESC, dim"""),
                row -> new LoopNight.Regression(
                        row.text("dim"),
                        row.count("n"),
                        row.number("delta"),
                        row.count("cases") == 1 ? row.text("one_case") : null));
    }

    Map<String, LoopNight.Counts> counts() {
        var counts = new HashMap<String, LoopNight.Counts>();
        for (var row : ask("""
                SELECT project, countIf(event = 'model_escalated') AS escalations,
                       countIf(event = 'token_machine.anomaly') AS anomalies,
                       countIf(event = '$ai_generation' OR event = '$ai_embedding') AS calls,
                       countIf((event = '$ai_generation' OR event = '$ai_embedding') AND properties.$ai_is_error = true) AS failed
                FROM events
                WHERE timestamp >= {start} AND timestamp < {end}
                  AND event IN ('model_escalated', 'token_machine.anomaly', '$ai_generation', '$ai_embedding')
                GROUP BY project""")) {
            counts.put(
                    MorningReader.key(row.text("project")),
                    new LoopNight.Counts(
                            row.count("escalations"), row.count("anomalies"), row.count("calls"), row.count("failed")));
        }
        return counts;
    }

    Map<String, NightMoney> money() {
        var money = new HashMap<String, NightMoney>();
        for (var row : ask("""
                SELECT project, sum(cost_usd) AS cost, countIf(cost_usd IS NOT NULL) AS priced,
                       countIf(cost_usd IS NULL) AS unpriced,
                       sumIf(cost_usd, verdict IN ('reverted', 'crashed')) AS lost,
                       countIf(cost_usd IS NOT NULL AND verdict IN ('reverted', 'crashed')) AS lost_priced,
                       countIf(cost_usd IS NULL AND verdict IN ('reverted', 'crashed')) AS lost_unpriced
                FROM costs WHERE timestamp >= {start} AND timestamp < {end} GROUP BY project""")) {
            money.put(
                    MorningReader.key(row.text("project")),
                    new NightMoney(
                            Spent.of(row.number("cost"), row.count("priced"), row.count("unpriced")),
                            Spent.of(row.number("lost"), row.count("lost_priced"), row.count("lost_unpriced"))));
        }
        return money;
    }

    /** The code each loop ran last before the night. */
    Map<String, String> codeBefore() {
        var code = new HashMap<String, String>();
        for (var row : ask("""
                SELECT project, argMax(git_sha, coalesce(started_at, first_at)) AS sha FROM rounds
                WHERE coalesce(started_at, first_at) < {start} AND git_sha IS NOT NULL GROUP BY project""")) {
            var sha = row.text("sha");
            if (sha != null) {
                code.put(MorningReader.key(row.text("project")), sha);
            }
        }
        return code;
    }

    /** The latest moment of a round that began before the night. */
    @Nullable
    Instant lastRun() {
        var rows = ask(
                "SELECT max(last_at) AS last FROM rounds WHERE coalesce(started_at, first_at) < {start} HAVING count() > 0");
        return rows.isEmpty() ? null : rows.getFirst().moment("last");
    }

    private List<Row> ask(String hogql) {
        return asker.rows(hogql, Map.of("start", night.start(), "end", night.end()));
    }
}
