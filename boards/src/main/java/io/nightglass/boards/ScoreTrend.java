package io.nightglass.boards;

import java.util.List;

/**
 * Answers "is each night improving on the last?": the best numeric score of each day, in the direction of most of the
 * project's rounds of that day (maximize when they are even). A score that belongs to no round follows its own direction.
 * Rounds scored once, which most are, are counted as they come; the others apart, each once a day.
 */
public final class ScoreTrend {
    static final Board BOARD = new Board(
            "score-trend",
            "Is each night improving on the last?",
            List.of(new Tile("Best score of the day", Tile.Mark.TREND, """
                    SELECT day, project,
                           if(if(rounds = 0, down_events * 2 > scored_events, down * 2 > rounds), lowest, highest) AS best_score,
                           rounds
                    FROM (
                      SELECT day, project, min(low) AS lowest, max(high) AS highest, sum(events) AS scored_events,
                             sum(down_event) AS down_events, sum(round) AS rounds, sum(down_round) AS down
                      FROM (
                        SELECT toDate(timestamp) AS day, project, min(score) AS low, max(score) AS high, count() AS events,
                               countIf(direction = 'minimize') AS down_event, countIf(is_only) AS round,
                               countIf(is_only AND round_direction = 'minimize') AS down_round
                        FROM scores
                        WHERE score IS NOT NULL
                          AND toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                          AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                        GROUP BY day, project
                        UNION ALL
                        SELECT day, project, NULL AS low, NULL AS high, 0 AS events, 0 AS down_event, count(round_no) AS round,
                               countIf(round_no IS NOT NULL AND round_direction = 'minimize') AS down_round
                        FROM (
                          SELECT toDate(timestamp) AS day, project, round_no, round_direction
                          FROM scores
                          WHERE score IS NOT NULL AND NOT is_only
                            AND toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                            AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                          GROUP BY day, project, round_no, round_direction
                        )
                        GROUP BY day, project
                      )
                      GROUP BY day, project
                    )
                    ORDER BY day, project LIMIT 50000
                    """)));

    private ScoreTrend() {}
}
