package io.nightglass.boards;

import java.util.List;

/**
 * Answers "what does a kept change cost?". Money falls on the day of its ledger row, a kept round on the day it was decided;
 * wasted is the day's money of rounds that are reverted or crashed by now.
 */
public final class CostPerKept {
    static final Board BOARD = new Board(
            "cost-per-kept",
            "What does a kept change cost?",
            List.of(new Tile("Money and kept rounds by day", Tile.Mark.MONEY, """
                    SELECT day, sum(spent) AS cost_usd, sum(decided) AS kept,
                           if(kept = 0, NULL, cost_usd / kept) AS cost_per_kept, sum(lost) AS wasted_usd
                    FROM (
                      SELECT toDate(timestamp) AS day, coalesce(sum(cost_usd), 0) AS spent, 0 AS decided,
                             coalesce(sumIf(cost_usd, verdict IN ('reverted', 'crashed')), 0) AS lost
                      FROM costs
                      WHERE toDate(timestamp) >= {from} AND toDate(timestamp) <= {to}
                        AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                      GROUP BY day
                      UNION ALL
                      SELECT toDate(decided_at) AS day, 0.0 AS spent, count() AS decided, 0.0 AS lost
                      FROM rounds
                      WHERE verdict = 'kept' AND toDate(decided_at) >= {from} AND toDate(decided_at) <= {to}
                        AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                      GROUP BY day
                    )
                    GROUP BY day
                    ORDER BY day LIMIT 50000
                    """)));

    private CostPerKept() {}
}
