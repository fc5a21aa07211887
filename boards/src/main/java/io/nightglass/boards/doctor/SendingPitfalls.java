package io.nightglass.boards.doctor;

import java.util.List;

/** What is wrong with how events are sent. */
final class SendingPitfalls {
    static final List<Pitfall> ALL = List.of(
            new Pitfall(
                    "envelope-missing",
                    "events came without their envelope",
                    "Send project, client, agent, run_id and round_id, or a distinct_id of project:client:agent.",
                    """
                    SELECT count() AS n, min(concat(event, ' without ', coalesce(property, 'its envelope'))) AS example, NULL AS round
                    FROM ingestion_warnings WHERE kind = 'missing_envelope'"""),
            new Pitfall(
                    "cost-twice",
                    "a span or trace states the cost of the calls inside it again",
                    "Send $ai_total_cost_usd on the calls only; the ledger counts those, a sum of your own counts both.",
                    """
                    SELECT count() AS n, min(concat(event, ' of trace ', properties.$ai_trace_id)) AS example, min(round_id) AS round
                    FROM events WHERE event IN ('$ai_span', '$ai_trace') AND properties.$ai_total_cost_usd > 0
                      AND properties.$ai_trace_id IN (SELECT trace_id FROM generations WHERE cost_usd > 0 AND trace_id IS NOT NULL)"""),
            new Pitfall(
                    "unpriced-model",
                    "the price of calls is not known",
                    "Send $ai_total_cost_usd with the call, or name the model as its provider does.",
                    """
                    SELECT count() AS n, min(concat('model ', coalesce(model, '(not said)'))) AS example, min(round_id) AS round
                    FROM costs WHERE cost_usd IS NULL"""),
            new Pitfall(
                    "prompt-elsewhere",
                    "a prompt rides on an event that is no model call",
                    "Send prompts as $ai_input of $ai_generation, where they are redacted, kept apart and forgotten in time.",
                    """
                    SELECT count() AS n, min(event) AS example, min(round_id) AS round FROM events
                    WHERE event IN ('round_started', 'proposal_generated', 'proposal_applied', 'round_scored', 'round_kept',
                        'round_reverted', 'model_escalated', 'stop_triggered', 'token_machine.request')
                      AND (properties.prompt IS NOT NULL OR properties.messages IS NOT NULL
                        OR properties.system_prompt IS NOT NULL OR properties.completion IS NOT NULL)"""),
            new Pitfall(
                    "ids-explode",
                    "a loop sends nearly every event under another distinct_id",
                    "An agent is a user: send project:client:agent, and put what changes into run_id and round_id.",
                    """
                    SELECT count() AS n, min(concat('project ', coalesce(project, '(none)'), ': ', toString(ids), ' ids for ',
                        toString(events), ' events')) AS example, NULL AS round
                    FROM (SELECT project, uniqExact(distinct_id) AS ids, count() AS events FROM events GROUP BY project)
                    WHERE ids > 50 AND ids * 20 > events"""),
            new Pitfall(
                    "clock-skew",
                    "a clock is wrong: events from the future, or a score before its round began",
                    "Keep the sender's clock by NTP; send sent_at with a batch, then a constant error is taken out.",
                    """
                    SELECT count() AS n, min(what) AS example, min(round_id) AS round FROM (
                      SELECT concat(event, ' at ', toString(timestamp)) AS what, round_id FROM events
                      WHERE timestamp > created_at + INTERVAL 10 MINUTE
                      UNION ALL
                      SELECT concat('round ', round_id) AS what, round_id FROM rounds WHERE scored_at < started_at)"""));

    private SendingPitfalls() {}
}
