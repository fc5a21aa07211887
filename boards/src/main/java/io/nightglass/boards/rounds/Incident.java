package io.nightglass.boards.rounds;

import java.util.Locale;

/** Something a round can have met, whatever its verdict. The name in lower case is the filter's. */
public enum Incident {
    REGRESSION("an eval regression", "regressions > 0"),
    ESCALATION("an escalation", "escalations > 0"),
    ANOMALY(
            "a routing anomaly",
            "round_id IN (SELECT round_id FROM events WHERE event = 'token_machine.anomaly' AND round_id IS NOT NULL)"),
    FAILED_CALL("a failed model call", """
            round_id IN (SELECT coalesce(round_id, properties.$ai_trace_id) FROM events
              WHERE (event = '$ai_generation' OR event = '$ai_embedding') AND properties.$ai_is_error = true)""");

    private final String words;
    private final String hogql;

    Incident(String words, String hogql) {
        this.words = words;
        this.hogql = hogql;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a list of such rounds says: rounds with {@code an escalation}. */
    public String words() {
        return words;
    }

    /** The condition over {@code rounds}. */
    String hogql() {
        return hogql;
    }
}
