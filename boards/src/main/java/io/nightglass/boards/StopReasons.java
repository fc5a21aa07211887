package io.nightglass.boards;

import java.util.List;

/** Answers "budget, plateau or round cap?". */
public final class StopReasons {
    static final Board BOARD = new Board(
            "stop-reasons",
            "Budget, plateau or round cap?",
            List.of(new Tile("Stops by day and reason", Tile.Mark.GLYPHS, """
                    SELECT toDate(timestamp) AS day, project, reason, count() AS stops
                    FROM stops
                    WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                      AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                    GROUP BY day, project, reason
                    ORDER BY day, project, reason LIMIT 50000
                    """)));

    private StopReasons() {}
}
