package io.nightglass.boards;

import java.util.List;

/** Answers "does a misrouting cause reverts?": every pair of a wrong model and a revert in the same hour of the clock. */
public final class AnomalyRegressions {
    static final Board BOARD = new Board(
            "anomaly-regressions",
            "Does a misrouting cause reverts?",
            List.of(new Tile("Wrong models and the reverts of their hour", Tile.Mark.PAIRS, """
                    SELECT anomaly_at, user_id, task_type, recommendation, round_id, failure_mode, reverted_at
                    FROM (
                      SELECT timestamp AS anomaly_at, toStartOfHour(timestamp) AS anomaly_hour, uuid AS anomaly,
                             user_id, task_type, recommendation
                      FROM anomalies
                      WHERE type = 'wrong_model'
                        AND toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                    ) AS a
                    JOIN (
                      SELECT timestamp AS reverted_at, toStartOfHour(timestamp) AS reverted_hour, uuid AS revert, round_id,
                             failure_mode
                      FROM reverts
                      WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                    ) AS r ON anomaly_hour = reverted_hour
                    ORDER BY anomaly_at, anomaly, reverted_at, revert LIMIT 50000
                    """)));

    private AnomalyRegressions() {}
}
