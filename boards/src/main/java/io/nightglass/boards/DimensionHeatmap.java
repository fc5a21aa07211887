package io.nightglass.boards;

import java.util.List;

/** Answers "which dimensions chronically gate the score?": every numeric {@code dim_*}, whatever its name. */
public final class DimensionHeatmap {
    static final Board BOARD = new Board(
            "dimension-heatmap",
            "Which dimensions chronically gate the score?",
            List.of(new Tile("Average of each dimension by day", Tile.Mark.TABLE, """
                    SELECT toDate(timestamp) AS day, dimension, avg(value) AS average,
                           countIf(is_only) + count(DISTINCT if(is_only, NULL, round_no)) AS rounds
                    FROM dimensions
                    WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                      AND project = coalesce({project}, 'gtm-autoresearch') AND ({client} IS NULL OR client = {client})
                    GROUP BY day, dimension
                    ORDER BY day, dimension LIMIT 50000
                    """)));

    private DimensionHeatmap() {}
}
