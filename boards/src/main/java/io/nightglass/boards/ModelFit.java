package io.nightglass.boards;

import java.util.List;

/**
 * Answers "which model earns which task?": routed calls and scored rounds together, graded by both. Grouped by round first,
 * so that each counts once without a set of them for every model.
 */
public final class ModelFit {
    static final Board BOARD = new Board(
            "model-fit",
            "Which model earns which task?",
            List.of(new Tile("Quality by task and model", Tile.Mark.MATRIX, """
                    SELECT task_type, model, sum(asked) AS requests, count(round_no) AS rounds,
                           if(sum(graded) = 0, NULL, sum(quality) / sum(graded)) AS average_quality
                    FROM (
                      SELECT task_type, model, round_no, sum(request) AS asked, sum(quality_score) AS quality,
                             count(quality_score) AS graded
                      FROM (
                        SELECT task_type, model, 1 AS request, round_no, quality_score
                        FROM routed
                        WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                          AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                        UNION ALL
                        SELECT task_type, model, 0 AS request, round_no, quality_score
                        FROM scores
                        WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                          AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                      )
                      WHERE task_type IS NOT NULL AND model IS NOT NULL
                      GROUP BY task_type, model, round_no
                    )
                    GROUP BY task_type, model
                    ORDER BY task_type, model LIMIT 50000
                    """)));

    private ModelFit() {}
}
