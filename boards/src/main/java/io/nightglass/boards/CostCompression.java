package io.nightglass.boards;

import java.util.List;

/** Answers "is routing cutting cost?": the ledger by week, which is named after its Monday. */
public final class CostCompression {
    static final Board BOARD = new Board(
            "cost-compression",
            "Is routing cutting cost?",
            List.of(new Tile("Money by week and task", Tile.Mark.WEEKS, """
                    SELECT toMonday(timestamp) AS week, task_type, coalesce(sum(cost_usd), 0) AS cost_usd,
                           countIf(source IN ('token_machine', 'generation')) AS requests
                    FROM costs
                    WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                      AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                    GROUP BY week, task_type
                    ORDER BY week, task_type LIMIT 50000
                    """)));

    private CostCompression() {}
}
