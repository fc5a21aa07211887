package io.nightglass.boards;

import java.util.List;

/** Answers "which dimensions chronically gate the score?": every numeric {@code dim_*}, whatever its name. */
public final class DimensionHeatmap {
    static final Board BOARD = new Board(
            "dimension-heatmap",
            "Which dimensions chronically gate the score?",
            List.of(new Tile("Average of each dimension by day", Tile.Mark.HEAT, """
                    SELECT day, dimension, sum(mean) AS average, sum(round) AS rounds
                    FROM (
                      SELECT toDate(timestamp) AS day, dimension, avg(value) AS mean, countIf(is_only) AS round
                      FROM dimensions
                      WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND project = coalesce({project}, 'gtm-autoresearch') AND ({client} IS NULL OR client = {client})
                      GROUP BY day, dimension
                      UNION ALL
                      SELECT toDate(timestamp) AS day, dimension, 0.0 AS mean, count(DISTINCT round_no) AS round
                      FROM dimensions
                      WHERE NOT is_only AND toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND project = coalesce({project}, 'gtm-autoresearch') AND ({client} IS NULL OR client = {client})
                      GROUP BY day, dimension
                    )
                    GROUP BY day, dimension
                    ORDER BY day, dimension LIMIT 50000
                    """)));

    private DimensionHeatmap() {}
}
