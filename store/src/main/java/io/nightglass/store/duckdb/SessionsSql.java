package io.nightglass.store.duckdb;

/** {@code sessions} as a question over {@code events}, recomputed whole per session: what shares a {@code $session_id}. */
final class SessionsSql {
    static final String CREATE = """
            CREATE TABLE IF NOT EXISTS sessions (session_id VARCHAR, distinct_id VARCHAR, person_id UUID,
              "$start_timestamp" TIMESTAMP, "$end_timestamp" TIMESTAMP, "$session_duration" BIGINT, events BIGINT,
              "$pageview_count" BIGINT, "$autocapture_count" BIGINT, "$screen_count" BIGINT, "$entry_current_url" VARCHAR,
              "$end_current_url" VARCHAR, "$entry_pathname" VARCHAR, "$end_pathname" VARCHAR, "$entry_referrer" VARCHAR,
              "$num_uniq_urls" BIGINT, "$is_bounce" BOOLEAN, first_seq BIGINT)""";

    static final String TOUCHED = """
            SELECT DISTINCT "p_$session_id" AS id FROM events
            WHERE seq > ? AND seq <= ? AND "p_$session_id" <> ''""";

    /**
     * The rows of the sessions in {@code touched_sessions}; {@code ?} is the first seq that an event of one may have. A
     * bounce is PostHog's: at most one page, nothing clicked, less than ten seconds.
     */
    static final String ROWS = """
            WITH e AS (
              SELECT "p_$session_id" AS id, seq, uuid, event, "timestamp", distinct_id, person_id,
                json_extract_string(properties, '/$current_url') AS url,
                json_extract_string(properties, '/$pathname') AS pathname,
                json_extract_string(properties, '/$referrer') AS referrer
              FROM events WHERE seq >= ? AND "p_$session_id" IN (SELECT id FROM touched_sessions)
            ),
            folded AS (
              SELECT id, %s AS distinct_id, %s AS person_id, min("timestamp") AS first_at, max("timestamp") AS last_at,
                count(*) AS events,
                count(*) FILTER (event = '$pageview') AS pages,
                count(*) FILTER (event = '$autocapture') AS clicks,
                count(*) FILTER (event = '$screen') AS screens,
                %s AS entry_url, %s AS end_url, %s AS entry_path, %s AS end_path, %s AS entry_referrer,
                count(DISTINCT url) AS urls, min(seq) AS first_seq
              FROM e GROUP BY id
            )
            SELECT id, distinct_id, person_id, first_at, last_at, date_diff('second', first_at, last_at), events, pages, clicks,
              screens, entry_url, end_url, entry_path, end_path, entry_referrer, urls,
              pages + screens <= 1 AND clicks = 0 AND last_at < first_at + INTERVAL 10 SECOND, first_seq
            FROM folded""".formatted(
                    RoundsSql.first("distinct_id"),
                    RoundsSql.first("person_id"),
                    RoundsSql.first("url"),
                    RoundsSql.last("url", "true"),
                    RoundsSql.first("pathname"),
                    RoundsSql.last("pathname", "true"),
                    RoundsSql.first("referrer"));

    private SessionsSql() {}
}
