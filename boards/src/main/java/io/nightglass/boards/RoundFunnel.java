package io.nightglass.boards;

import java.util.List;

/**
 * Answers "where do rounds drop off?". A round reaches a step when it has the first events of all steps up to it in time
 * order, within 24 hours of its start.
 */
public final class RoundFunnel {
    /** The steps, in order: a step's position is its place in the table. */
    public static final List<String> STEPS =
            List.of("round_started", "proposal_generated", "proposal_applied", "round_scored", "round_kept");

    /** Innermost: how far each round came. Then one row per project. Outermost: one row per project and step. */
    static final Board BOARD = new Board(
            "round-funnel",
            "Where do rounds drop off?",
            List.of(new Tile("Rounds by step reached", Tile.Mark.FUNNEL, """
                    SELECT project,
                           ['round_started', 'proposal_generated', 'proposal_applied', 'round_scored', 'round_kept'][n] AS step,
                           counts[n] AS rounds,
                           counts[n] / counts[1] AS from_start,
                           if(n = 1, 1, if(counts[n - 1] = 0, NULL, counts[n] / counts[n - 1])) AS from_previous,
                           multiIf(n = 2, to_generated, n = 3, to_applied, n = 4, to_scored, n = 5, to_kept, NULL) / 1000 AS median_seconds
                    FROM (
                      SELECT project, arrayJoin([1, 2, 3, 4, 5]) AS n, counts, to_generated, to_applied, to_scored, to_kept
                      FROM (
                        SELECT project,
                               [count(), countIf(reached >= 2), countIf(reached >= 3), countIf(reached >= 4), countIf(reached >= 5)] AS counts,
                               medianIf(toUnixTimestamp64Milli(generated_at) - toUnixTimestamp64Milli(started_at), reached >= 2) AS to_generated,
                               medianIf(toUnixTimestamp64Milli(applied_at) - toUnixTimestamp64Milli(generated_at), reached >= 3) AS to_applied,
                               medianIf(toUnixTimestamp64Milli(scored_at) - toUnixTimestamp64Milli(applied_at), reached >= 4) AS to_scored,
                               medianIf(toUnixTimestamp64Milli(kept_at) - toUnixTimestamp64Milli(scored_at), reached >= 5) AS to_kept
                        FROM (
                          SELECT project, started_at, generated_at, applied_at, scored_at, kept_at,
                                 multiIf(generated_at IS NULL OR generated_at < started_at OR generated_at > started_at + INTERVAL 24 HOUR, 1,
                                         applied_at IS NULL OR applied_at < generated_at OR applied_at > started_at + INTERVAL 24 HOUR, 2,
                                         scored_at IS NULL OR scored_at < applied_at OR scored_at > started_at + INTERVAL 24 HOUR, 3,
                                         kept_at IS NULL OR kept_at < scored_at OR kept_at > started_at + INTERVAL 24 HOUR, 4,
                                         5) AS reached
                          FROM rounds
                          WHERE toDate(started_at) >= {from} AND toDate(started_at) <= {to}
                            AND ({project} IS NULL OR project = {project}) AND ({client} IS NULL OR client = {client})
                        )
                        GROUP BY project
                      )
                    )
                    ORDER BY project, n LIMIT 50000
                    """)));

    private RoundFunnel() {}
}
