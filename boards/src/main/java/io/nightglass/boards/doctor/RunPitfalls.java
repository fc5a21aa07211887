package io.nightglass.boards.doctor;

import java.util.List;

/** Runs and rounds that do not end, or of which a part is lacking. Logs read afterwards never said these and are left out. */
final class RunPitfalls {
    static final List<Pitfall> ALL = List.of(
            new Pitfall(
                    "run-without-stop",
                    "a run fell silent without saying why it stopped",
                    "Send stop_triggered with a reason on every way out of the loop, also from a signal or an exception.",
                    """
                    SELECT count() AS n, min(concat('run ', run_id)) AS example, NULL AS round FROM runs
                    WHERE ended_at IS NULL AND rounds > 0 AND last_at < {quiet}
                      AND run_id NOT IN (SELECT run_id FROM rounds WHERE imported AND run_id IS NOT NULL)"""),
            new Pitfall(
                    "round-without-verdict",
                    "a round was neither kept nor reverted",
                    "Send round_kept or round_reverted for every round, also for one that crashed.",
                    """
                    SELECT count() AS n, min(concat('round ', round_id)) AS example, min(round_id) AS round FROM rounds
                    WHERE verdict = 'open' AND NOT imported AND last_at < {quiet}
                      AND (started_at IS NOT NULL OR generated_at IS NOT NULL OR applied_at IS NOT NULL OR scored_at IS NOT NULL)"""),
            new Pitfall(
                    "events-lost",
                    "a decided round lacks its start, or a kept one its score",
                    "Flush before the process exits (shutdown of the client, also after a signal); then send the rest again.",
                    """
                    SELECT count() AS n, min(concat('round ', round_id)) AS example, min(round_id) AS round FROM rounds
                    WHERE NOT imported AND decided_at IS NOT NULL
                      AND (started_at IS NULL OR (verdict = 'kept' AND scored_at IS NULL))"""),
            new Pitfall(
                    "proposal-tried-again",
                    "a proposal that was reverted was tried again, word for word",
                    "Show the planner what was reverted before, with the reason, and refuse what it has seen.",
                    """
                    SELECT sum(tries - 1) AS n, argMax(what, tries) AS example, argMax(last, tries) AS round FROM (
                      SELECT project, client, description AS what, count() AS tries, max(round_id) AS last FROM rounds
                      WHERE verdict = 'reverted' AND length(description) >= 30
                      GROUP BY project, client, description HAVING count() > 1 LIMIT 100000)"""));

    private RunPitfalls() {}
}
