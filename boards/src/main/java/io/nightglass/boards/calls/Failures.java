package io.nightglass.boards.calls;

import io.nightglass.boards.Asker;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What failed, alike failures together. Safe to share; every method blocks for a question. */
public record Failures(Asker asker) {
    /** Groups told at most. */
    public static final int MOST = 200;

    /** Failures of a group told at most. */
    public static final int MOST_OF_ONE = 100;

    private static final int SHOWN = 300;

    /** The groups, largest first. */
    public List<Failure> groups(FailureFilter filter) {
        var hogql = """
                SELECT kind, word, %s AS message, count() AS n, min(at) AS first, max(at) AS last,
                  topK(4)(what) AS whats, topK(4)(agent) AS agents, count(DISTINCT round) AS rounds,
                  argMax(id, at) AS uuid, argMax(left(said, %d), at) AS example, argMax(round, at) AS of_round,
                  NULL AS of_what, NULL AS of_agent
                FROM (%s)%s
                GROUP BY kind, word, message ORDER BY n DESC, last DESC, kind, word, message LIMIT %d""".formatted(Wording.folded("said"), SHOWN, failures(filter), ofKind(filter.kind()), MOST);
        return asker.rows(hogql, filter.values()).stream().map(Failure::of).toList();
    }

    /** Those of one group, latest first. */
    public List<Failure.One> of(FailureFilter filter, FailureKind kind, String word, String message) {
        var values = new HashMap<>(filter.values());
        values.put("kind", kind.wire());
        values.put("word", word);
        values.put("message", message);
        var hogql = """
                SELECT kind, id AS uuid, at AS last, left(said, %d) AS example, what AS of_what, agent AS of_agent,
                  round AS of_round FROM (%s)
                WHERE kind = {kind} AND word = {word} AND %s = {message} ORDER BY last DESC, uuid LIMIT %d""".formatted(SHOWN, failures(filter), Wording.folded("said"), MOST_OF_ONE);
        return asker.rows(hogql, values).stream().map(Failure.One::of).toList();
    }

    private static String ofKind(@Nullable FailureKind kind) {
        return kind == null ? "" : " WHERE kind = {kind}";
    }

    /** Every failure, one row each. */
    private static String failures(FailureFilter filter) {
        return """
                SELECT 'call' AS kind, %s AS word, %s AS said, timestamp AS at, toString(uuid) AS id,
                  nullIf(left(model, 200), '') AS what, nullIf(left(agent, 200), '') AS agent, round_id AS round
                FROM generations WHERE is_error AND %s
                UNION ALL
                SELECT 'tool', '', %s, timestamp, toString(uuid),
                  nullIf(left(properties.tool, 200), ''), nullIf(left(agent, 200), ''), round_id
                FROM events WHERE event = 'step.tool_returned' AND properties.ok = false AND %s
                UNION ALL
                SELECT 'span', coalesce(left(properties.$ai_error_type, 200), ''), %s, timestamp, toString(uuid),
                  nullIf(left(properties.$ai_span_name, 200), ''), nullIf(left(agent, 200), ''), round_id
                FROM events WHERE event = '$ai_span' AND properties.$ai_is_error = true AND %s
                UNION ALL
                SELECT 'exception', coalesce(left(properties.$exception_type, 200),
                    left(JSONExtractString(properties.$exception_list, 1, 'type'), 200), ''),
                  coalesce(properties.$exception_message, JSONExtractString(properties.$exception_list, 1, 'value'), ''),
                  timestamp, toString(uuid), NULL, nullIf(left(agent, 200), ''), round_id
                FROM events WHERE event = '$exception' AND %s""".formatted(
                        Wording.ERROR,
                        Wording.MESSAGE,
                        filter.where(),
                        Wording.said("properties.error"),
                        filter.where(),
                        Wording.said("properties.$ai_error"),
                        filter.where(),
                        filter.where());
    }
}
