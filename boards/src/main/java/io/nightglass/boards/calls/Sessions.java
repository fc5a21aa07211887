package io.nightglass.boards.calls;

import io.nightglass.boards.Asker;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls by {@code $ai_session_id}. Safe to share; every method blocks for a question. */
public record Sessions(Asker asker) {
    private static final int MOST_PARTS = 200;

    /** A session's place in a list: the next part begins behind it. */
    public record Place(Instant last, String id) {
        public String wire() {
            return last + "~" + id;
        }

        /** Empty when {@code wire} is no place. */
        public static Optional<Place> read(String wire) {
            int tilde = wire.indexOf('~');
            try {
                return tilde < 0
                        ? Optional.empty()
                        : Optional.of(new Place(Instant.parse(wire.substring(0, tilde)), wire.substring(tilde + 1)));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** How many sessions the calls are of. */
    public long count(CallFilter filter) {
        var hogql =
                "SELECT count(DISTINCT session_id) AS n FROM generations WHERE session_id != '' AND " + filter.where();
        return asker.ask(hogql, filter.values()).longAt(0, 0);
    }

    /**
     * The sessions, latest call first, with the figures of the calls that {@code filter} lets through.
     *
     * @param after where the part begins; null for the first
     */
    public List<CallSession> page(CallFilter filter, @Nullable Place after, int size) {
        var values = new HashMap<>(filter.values());
        if (after != null) {
            values.put("last", after.last());
            values.put("id", after.id());
        }
        var hogql = """
                SELECT session_id, min(timestamp) AS first, max(timestamp) AS last, argMin(project, timestamp) AS project,
                  count(DISTINCT round_id) AS rounds, %1$s
                FROM generations
                WHERE %2$s AND session_id IN (
                  SELECT session_id FROM generations WHERE session_id != '' AND %2$s GROUP BY session_id
                  %3$s ORDER BY max(timestamp) DESC, session_id LIMIT %4$d)
                GROUP BY session_id ORDER BY last DESC, session_id LIMIT %4$d""".formatted(
                        Figures.COLUMNS,
                        filter.where(),
                        after == null
                                ? ""
                                : "HAVING max(timestamp) < {last} OR (max(timestamp) = {last} AND session_id > {id})",
                        size);
        return asker.rows(hogql, values).stream()
                .map(row -> new CallSession(
                        row.requiredText("session_id"),
                        row.requiredMoment("first"),
                        row.requiredMoment("last"),
                        row.text("project"),
                        row.count("rounds"),
                        Figures.of(row)))
                .toList();
    }

    /** The rounds and traces of a session, by time, at most 200. */
    public List<CallSession.Part> parts(String session) {
        var hogql = """
                SELECT round_id, if(round_id IS NULL, trace_id, NULL) AS trace, count() AS calls, min(timestamp) AS first,
                  max(timestamp) AS last
                FROM generations WHERE session_id = {session} GROUP BY round_id, trace ORDER BY first, round_id, trace LIMIT %d""".formatted(MOST_PARTS);
        var values = new HashMap<String, @Nullable Object>();
        values.put("session", session);
        return asker.rows(hogql, values).stream()
                .map(row -> new CallSession.Part(
                        row.text("round_id"),
                        row.text("trace"),
                        row.count("calls"),
                        row.requiredMoment("first"),
                        row.requiredMoment("last")))
                .toList();
    }
}
