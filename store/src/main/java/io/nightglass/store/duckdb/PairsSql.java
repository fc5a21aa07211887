package io.nightglass.store.duckdb;

/** How {@link PairFold} finds the calls that new ones may change the pairs of. */
final class PairsSql {
    /** The request_ids that calls and requests after {@code ?} (twice) carry. */
    static final String TOUCHED_IDS = """
            CREATE OR REPLACE TEMP TABLE touched_ids AS
            SELECT request_id AS id FROM generations WHERE seq > ? AND request_id IS NOT NULL
            UNION
            SELECT request_id FROM routed WHERE seq > ? AND request_id IS NOT NULL""";

    /** Everything that carries one of them. */
    static final String SAME_ID = """
            CREATE OR REPLACE TEMP TABLE near AS
            SELECT request_id AS g, "timestamp" AS moment, uuid, true AS request, true AS has_id, seq
            FROM routed WHERE request_id IN (SELECT id FROM touched_ids)
            UNION ALL
            SELECT request_id, "timestamp", uuid, false, true, seq
            FROM generations WHERE request_id IN (SELECT id FROM touched_ids)""";

    private static final String COMPLETE =
            "task_type IS NOT NULL AND model IS NOT NULL AND input_tokens IS NOT NULL AND output_tokens IS NOT NULL";

    private static final String KEY = "who, task_type, model, input_tokens, output_tokens";

    /**
     * The likenesses of what came after {@code ?} (twice) and of what is paired by id otherwise than before, each with the
     * time around it that is looked at.
     */
    static final String SPANS = """
            CREATE OR REPLACE TEMP TABLE spans AS
            SELECT %1$s, row_number() OVER () AS g, min("timestamp") - INTERVAL 10 MINUTE AS lo, max("timestamp") + INTERVAL 10 MINUTE AS hi
            FROM (
              SELECT %1$s, "timestamp" FROM generations
              WHERE %2$s AND (seq > ? OR seq IN (SELECT call FROM changed_pairs))
              UNION ALL
              SELECT %1$s, "timestamp" FROM routed
              WHERE %2$s AND (seq > ? OR seq IN (SELECT request FROM changed_pairs)))
            GROUP BY %1$s""".formatted(KEY, COMPLETE);

    private static final String ALIKE = """
            CREATE OR REPLACE TEMP TABLE near AS
            SELECT s.g, e."timestamp" AS moment, e.uuid, e.request, e.has_id, e.seq
            FROM (
              SELECT %1$s, "timestamp", uuid, true AS request, request_id IS NOT NULL AS has_id, seq FROM routed
              WHERE "timestamp" BETWEEN make_timestamp(%2$s) AND make_timestamp(%3$s)
              UNION ALL
              SELECT %1$s, "timestamp", uuid, false, request_id IS NOT NULL, seq FROM generations
              WHERE "timestamp" BETWEEN make_timestamp(%2$s) AND make_timestamp(%3$s)) AS e
              JOIN spans AS s USING (%1$s)
            WHERE e."timestamp" >= s.lo - INTERVAL 2 MINUTE AND e."timestamp" <= s.hi + INTERVAL 2 MINUTE""";

    /**
     * Widens the spans outside which something lies within two minutes, by so much time; more each time, so that a chain
     * of any length is found in a few steps. Afterwards every chain of calls less than two minutes apart is in one span.
     */
    static final String WIDEN = """
            UPDATE spans SET lo = least(lo, n.first - ?::BIGINT * INTERVAL 1 SECOND),
              hi = greatest(hi, n.last + ?::BIGINT * INTERVAL 1 SECOND)
            FROM (SELECT g, min(moment) AS first, max(moment) AS last FROM near GROUP BY g) AS n
            WHERE n.g = spans.g AND (n.first < spans.lo OR n.last > spans.hi)""";

    /** Those near that may be a pair, in the order that {@link Pairing} takes them: groups that hold both kinds. */
    static final String GROUPS = groups("true");

    /** The same without those that are a pair by id. */
    static final String GROUPS_LEFT = groups("""
            seq NOT IN (SELECT call FROM hidden_calls WHERE by_id AND call IN (SELECT seq FROM near))
                AND seq NOT IN (SELECT request FROM hidden_calls WHERE by_id AND request IN (SELECT seq FROM near))""");

    static final String PAIRS_NOW = "CREATE OR REPLACE TEMP TABLE pairs_now (call BIGINT, request BIGINT)";

    static final String CHANGED_PAIRS = "CREATE OR REPLACE TEMP TABLE changed_pairs (call BIGINT, request BIGINT)";

    static final String NOTE_CHANGED = """
            INSERT INTO changed_pairs
            (FROM pairs_now EXCEPT FROM pairs_before) UNION ALL (FROM pairs_before EXCEPT FROM pairs_now)""";

    private PairsSql() {}

    /** What is alike within a span or two minutes of it; {@code from} and {@code to} in microseconds enclose them all. */
    static String alike(long from, long to) {
        return ALIKE.formatted(KEY, from, to);
    }

    /** The pairs of those near as they were. */
    static String before(boolean byId) {
        return """
                CREATE OR REPLACE TEMP TABLE pairs_before AS
                SELECT call, request FROM hidden_calls WHERE by_id = %s AND call IN (SELECT seq FROM near WHERE NOT request)""".formatted(byId);
    }

    static String part(boolean byId) {
        return """
                DELETE FROM hidden_calls
                WHERE by_id = %s AND call IN (SELECT call FROM (FROM pairs_before EXCEPT FROM pairs_now))""".formatted(byId);
    }

    static String join(boolean byId) {
        return "INSERT INTO hidden_calls SELECT call, request, %s FROM (FROM pairs_now EXCEPT FROM pairs_before)"
                .formatted(byId);
    }

    private static String groups(String which) {
        return """
                SELECT dense_rank() OVER (ORDER BY g), epoch_us(moment), request, has_id, seq
                FROM (
                  FROM near WHERE %s
                  QUALIFY bool_or(request) OVER (PARTITION BY g) AND NOT bool_and(request) OVER (PARTITION BY g))
                ORDER BY g, moment, uuid""".formatted(which);
    }
}
