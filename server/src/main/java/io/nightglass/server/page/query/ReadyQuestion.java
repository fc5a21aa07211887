package io.nightglass.server.page.query;

import java.util.List;

/**
 * A question to begin with. Its first line says what it asks.
 *
 * @param title as the list of them calls it
 */
public record ReadyQuestion(String title, Question question) {
    public static final List<ReadyQuestion> ALL = List.of(
            of("Rounds by night", """
                    -- How many rounds ended how, by day?
                    SELECT toDate(started_at) AS day, verdict, count() AS rounds
                    FROM rounds
                    WHERE started_at >= now() - INTERVAL 30 DAY
                    GROUP BY day, verdict
                    ORDER BY day, verdict
                    LIMIT 1000
                    """),
            of("Failures by money", """
                    -- Which failures cost most?
                    SELECT failure_mode, count() AS rounds, round(sum(cost_usd), 2) AS wasted_usd
                    FROM rounds
                    WHERE verdict IN ('reverted', 'crashed')
                    GROUP BY failure_mode
                    ORDER BY wasted_usd DESC
                    """),
            of("Last kept rounds", """
                    -- What was kept last?
                    SELECT round_id, project, score, delta, decided_at
                    FROM rounds
                    WHERE verdict = 'kept'
                    ORDER BY decided_at DESC
                    LIMIT 20
                    """),
            of("Slowest models", """
                    -- Which model is slowest?
                    SELECT properties.$ai_model AS model, count() AS calls,
                           round(quantile(0.5)(properties.$ai_latency), 2) AS median_seconds,
                           round(quantile(0.95)(properties.$ai_latency), 2) AS p95_seconds
                    FROM events
                    WHERE event = '$ai_generation'
                    GROUP BY model
                    ORDER BY p95_seconds DESC
                    """),
            of("Money by day and model", """
                    -- What did each model cost, by day?
                    SELECT toDate(timestamp) AS day, model, round(sum(cost_usd), 2) AS spent_usd
                    FROM costs
                    WHERE timestamp >= now() - INTERVAL 30 DAY
                    GROUP BY day, model
                    ORDER BY day, model
                    LIMIT 1000
                    """),
            of("What arrived", """
                    -- Which events arrived, and when last?
                    SELECT event, count() AS events, max(timestamp) AS last
                    FROM events
                    GROUP BY event
                    ORDER BY events DESC
                    """));

    /** Its text without the comment, on one line. */
    public String gist() {
        var text = question.text();
        return text.substring(text.indexOf('\n') + 1).replaceAll("\\s+", " ");
    }

    private static ReadyQuestion of(String title, String hogql) {
        return new ReadyQuestion(title, new Question(hogql));
    }
}
