package io.nightglass.boards;

import java.util.List;

/** Answers "escalating too eagerly, too late?". */
public final class Escalations {
    static final Board BOARD = new Board(
            "escalations",
            "Escalating too eagerly, too late?",
            List.of(new Tile("Escalations by day", Tile.Mark.BARS, """
                    SELECT toDate(timestamp) AS day, from_model, to_model, count() AS escalations
                    FROM escalations
                    WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                      AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                    GROUP BY day, from_model, to_model
                    ORDER BY day, from_model, to_model LIMIT 50000
                    """)));

    private Escalations() {}
}
