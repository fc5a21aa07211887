package io.nightglass.store.duckdb;

import static io.nightglass.hogql.ValueType.BOOLEAN;
import static io.nightglass.hogql.ValueType.DATETIME;
import static io.nightglass.hogql.ValueType.FLOAT;
import static io.nightglass.hogql.ValueType.INTEGER;
import static io.nightglass.hogql.ValueType.JSON;
import static io.nightglass.hogql.ValueType.STRING;
import static io.nightglass.hogql.ValueType.UUID;

import io.nightglass.hogql.Tables.ColumnShape;
import io.nightglass.hogql.Tables.TableShape;
import io.nightglass.hogql.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the tables look like in a query. A column here is a column of the same name on disk. */
final class Shapes {
    static final TableShape SESSIONS = new TableShape(
            "sessions",
            "one row per $session_id that events carry",
            List.of(
                    always("session_id", STRING, "the sender's"),
                    always("distinct_id", STRING, "of its earliest event"),
                    always("person_id", UUID, "of its earliest event, after merges"),
                    always("$start_timestamp", DATETIME, "its earliest event"),
                    always("$end_timestamp", DATETIME, "its latest event"),
                    always("$session_duration", INTEGER, "seconds between them"),
                    always("events", INTEGER, "its events"),
                    always("$pageview_count", INTEGER, "$pageview events"),
                    always("$autocapture_count", INTEGER, "$autocapture events"),
                    always("$screen_count", INTEGER, "$screen events"),
                    maybe("$entry_current_url", STRING, "first $current_url"),
                    maybe("$end_current_url", STRING, "last $current_url"),
                    maybe("$entry_pathname", STRING, "first $pathname"),
                    maybe("$end_pathname", STRING, "last $pathname"),
                    maybe("$entry_referrer", STRING, "first $referrer"),
                    always("$num_uniq_urls", INTEGER, "different $current_url"),
                    always("$is_bounce", BOOLEAN, "one page at most, nothing clicked, shorter than ten seconds")));

    static final TableShape EVENTS = new TableShape(
            "events",
            "every event kept, one row each",
            List.of(
                    always("uuid", UUID, "the sender's id of the event"),
                    always("event", STRING, "its name"),
                    always("timestamp", DATETIME, "when it happened, the sender's clock corrected"),
                    always("distinct_id", STRING, "who sent it; an agent is project:client:agent"),
                    always("person_id", UUID, "the person, after merges"),
                    always("properties", JSON, "everything sent with it; properties.x is one of them"),
                    always("created_at", DATETIME, "when it was received"),
                    maybe("project", STRING, "sent, else told by the ids"),
                    maybe("client", STRING, "sent, else told by the ids"),
                    maybe("run_id", STRING, "the nightly run"),
                    maybe("round_id", STRING, "the round"),
                    maybe("agent", STRING, "sent, else told by the ids"),
                    maybe("git_sha", STRING, "the loop's code")),
            FurtherColumns.ofEvents(SESSIONS.columns()));

    static final TableShape ROUNDS = new TableShape(
            "rounds",
            "one row per round, whatever the order its events came in",
            List.of(
                    always("round_id", STRING, "ULID of the round, also its trace"),
                    always("round_no", INTEGER, "a number of its own, of no other meaning; it never changes"),
                    maybe("run_id", STRING, "the run it belongs to"),
                    maybe("project", STRING, "the loop"),
                    maybe("client", STRING, "whose"),
                    maybe("agent", STRING, "who began it"),
                    maybe("git_sha", STRING, "the loop's code when it began"),
                    maybe("started_at", DATETIME, "first round_started"),
                    maybe("generated_at", DATETIME, "first proposal_generated"),
                    maybe("applied_at", DATETIME, "first proposal_applied"),
                    maybe("scored_at", DATETIME, "first round_scored"),
                    maybe("kept_at", DATETIME, "first round_kept, even if reverted later"),
                    maybe("reverted_at", DATETIME, "first round_reverted"),
                    maybe("decided_at", DATETIME, "last round_kept or round_reverted"),
                    always("verdict", STRING, "kept, reverted, crashed (reverted, never scored) or open"),
                    maybe("score", FLOAT, "last numeric score"),
                    always("direction", STRING, "maximize or minimize"),
                    maybe("metric", STRING, "name of the score"),
                    maybe("baseline_score", FLOAT, "score to beat"),
                    maybe("delta", FLOAT, "how much better than the baseline; positive is better"),
                    maybe("failure_mode", STRING, "why it was reverted"),
                    maybe("cost_usd", FLOAT, "what is known of its money in costs"),
                    always("unpriced", INTEGER, "rows of costs without a price: above 0, cost_usd is at least"),
                    always("generations", INTEGER, "$ai_generation events"),
                    maybe("tokens", INTEGER, "in and out, of its model calls, else of its proposals"),
                    always("escalations", INTEGER, "model_escalated events"),
                    always("regressions", INTEGER, "eval.regression events"),
                    maybe("model", STRING, "model that proposed, as last said"),
                    maybe("diff_lines", INTEGER, "size of the change, as last said"),
                    maybe("description", STRING, "what it tried, as last said"),
                    maybe("status", STRING, "what an imported log called the outcome"),
                    always("sample", BOOLEAN, "made by the simulator"),
                    always("imported", BOOLEAN, "read from a log"),
                    always("first_at", DATETIME, "its earliest event"),
                    always("last_at", DATETIME, "its latest event"),
                    always("events", INTEGER, "its events, model calls of its trace included")));

    static final TableShape RUNS = new TableShape(
            "runs",
            "one row per nightly run",
            List.of(
                    always("run_id", STRING, "ULID of the run"),
                    maybe("project", STRING, "the loop"),
                    maybe("client", STRING, "whose"),
                    maybe("agent", STRING, "who began it"),
                    always("started_at", DATETIME, "its earliest event"),
                    always("last_at", DATETIME, "its latest event"),
                    maybe("ended_at", DATETIME, "last stop_triggered"),
                    maybe("stop_reason", STRING, "reason of the last stop_triggered"),
                    always("rounds", INTEGER, "its rounds"),
                    always("kept", INTEGER, "rounds kept"),
                    always("reverted", INTEGER, "rounds reverted, crashes apart"),
                    always("crashed", INTEGER, "rounds reverted without a score"),
                    always("open", INTEGER, "rounds without a verdict"),
                    maybe("best_score", FLOAT, "best score in the direction of most of its rounds"),
                    maybe("direction", STRING, "direction of most of its rounds"),
                    maybe("metric", STRING, "name of the score"),
                    maybe("git_sha", STRING, "the loop's code at its beginning"),
                    maybe("last_git_sha", STRING, "the loop's code at its end"),
                    maybe("cost_usd", FLOAT, "what is known of its money in costs: of its rounds, and beside them"),
                    always("unpriced", INTEGER, "rows of costs without a price: above 0, cost_usd is at least"),
                    maybe("stated_cost_usd", FLOAT, "total_cost_usd as its stop_triggered says it, not the ledger's"),
                    always("generations", INTEGER, "$ai_generation events"),
                    maybe("tokens", INTEGER, "in and out"),
                    always("escalations", INTEGER, "model_escalated events"),
                    always("regressions", INTEGER, "eval.regression events"),
                    always("sample", BOOLEAN, "made by the simulator"),
                    always("events", INTEGER, "events that name it")));

    static final TableShape PERSONS = new TableShape(
            "persons",
            "one row per person: a distinct_id, or several that were merged",
            List.of(
                    always("id", UUID, "events.person_id"),
                    always("created_at", DATETIME, "first seen"),
                    always("is_identified", BOOLEAN, "whether an $identify or a merge named it"),
                    always("properties", JSON, "what $set and $set_once left")));

    static final TableShape DISTINCT_IDS = new TableShape(
            "person_distinct_ids",
            "one row per id that a person was known by",
            List.of(
                    always("distinct_id", STRING, "as events carry it"),
                    always("person_id", UUID, "whose it is, after merges")));

    static final TableShape GROUPS = new TableShape(
            "groups",
            "one row per group",
            List.of(
                    always("index", INTEGER, "of its type, 0 to 4, by first sight"),
                    always("type", STRING, "its type"),
                    always("key", STRING, "its key"),
                    always("created_at", DATETIME, "first seen"),
                    always("updated_at", DATETIME, "last identified"),
                    always("properties", JSON, "what $groupidentify set")));

    static final TableShape WARNINGS = new TableShape(
            "ingestion_warnings",
            "what was odd about events that were kept all the same",
            List.of(
                    always("timestamp", DATETIME, "when the event was received"),
                    always("kind", STRING, "missing_property, mistyped_property, too_many_promoted, ..."),
                    always("event", STRING, "the event's name"),
                    maybe("property", STRING, "the property it is about"),
                    always("detail", STRING, "what was found"),
                    always("uuid", UUID, "the event")));

    static final List<TableShape> ALL = all();

    private static final Set<String> FURTHER =
            EVENTS.further().stream().map(ColumnShape::name).collect(Collectors.toUnmodifiableSet());

    private Shapes() {}

    /** Whether {@code column} of {@code events} is one of {@link FurtherColumns}. */
    static boolean isFurther(String column) {
        return FURTHER.contains(column);
    }

    private static List<TableShape> all() {
        var all = new ArrayList<TableShape>(List.of(EVENTS, ROUNDS, RUNS));
        all.addAll(CallShapes.ALL);
        all.addAll(List.of(SESSIONS, PERSONS, DISTINCT_IDS, GROUPS, WARNINGS));
        return List.copyOf(all);
    }

    static ColumnShape always(String name, ValueType type, String doc) {
        return new ColumnShape(name, type, false, doc);
    }

    static ColumnShape maybe(String name, ValueType type, String doc) {
        return new ColumnShape(name, type, true, doc);
    }
}
