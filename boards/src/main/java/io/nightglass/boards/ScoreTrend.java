package io.nightglass.boards;

import java.util.List;

/**
 * Answers "is each night improving on the last?": the best numeric score of each day, in the direction of most of the
 * project's rounds of that day (maximize when they are even). A score that belongs to no round follows its own direction.
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
                      SELECT toDate(timestamp) AS day, project, min(score) AS lowest, max(score) AS highest,
                             count() AS scored_events, countIf(direction = 'minimize') AS down_events,
                             countIf(is_only) + count(DISTINCT if(is_only, NULL, round_no)) AS rounds,
                             countIf(is_only AND round_direction = 'minimize')
                               + count(DISTINCT if(is_only OR round_direction != 'minimize', NULL, round_no)) AS down
                      FROM scores
                      WHERE score IS NOT NULL
                        AND toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                      GROUP BY day, project
                    )
                    ORDER BY day, project LIMIT 50000
                    """)));

    private ScoreTrend() {}
}
