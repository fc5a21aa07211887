package io.nightglass.boards.rounds;

import io.nightglass.catalog.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds. A null component does not filter; {@link #NONE} as a project or failure mode is those that name none.
 *
 * @param from earliest moment, inclusive
 * @param to exclusive
 * @param clock which moment of a round the two are about
 * @param failureMode of rounds that were not kept
 * @param step rounds that reached this step of the funnel
 * @param lostAt rounds that reached every step before this one but not it
 * @param incident rounds that met one of these
 * @param search part of a round id, in any case
 * @param among rounds that one of its events names; {@code from}, {@code to}, {@code project} and {@code client} are then
 *     about those events
 */
public record RoundFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        Clock clock,
        @Nullable String project,
        @Nullable String client,
        @Nullable String run,
        @Nullable Verdict verdict,
        @Nullable String failureMode,
        @Nullable Integer step,
        @Nullable Integer lostAt,
        @Nullable Incident incident,
        @Nullable String search,
        @Nullable Among among) {
    /** Not said: a project or failure mode no event of the round names. */
    public static final String NONE = "";

    public static final RoundFilter ALL =
            new RoundFilter(null, null, Clock.BEGAN, null, null, null, null, null, null, null, null, null, null);

    /** The moment by which a round belongs to a night or day. */
    public enum Clock {
        BEGAN("coalesce(started_at, first_at)"),
        /** Its first score; a round without a number for a score is left out. */
        SCORED("scored_at"),
        /** Its last verdict; a round without one is left out. */
        DECIDED("decided_at");

        private final String hogql;

        Clock(String hogql) {
            this.hogql = hogql;
        }

        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** All rounds that began in {@code [from, to)}. */
    public static RoundFilter between(Instant from, Instant to) {
        return new RoundFilter(from, to, Clock.BEGAN, null, null, null, null, null, null, null, null, null, null);
    }

    /** All rounds whose score came in {@code [from, to)}. */
    public static RoundFilter scored(Instant from, Instant to) {
        return new RoundFilter(from, to, Clock.SCORED, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same of one project and client; null for all. */
    public RoundFilter of(@Nullable String ofProject, @Nullable String ofClient) {
        return new RoundFilter(
                from, to, clock, ofProject, ofClient, run, verdict, failureMode, step, lostAt, incident, search, among);
    }

    /** The same, only rounds that met {@code what}. */
    public RoundFilter having(Incident what) {
        return new RoundFilter(
                from, to, clock, project, client, run, verdict, failureMode, step, lostAt, what, search, among);
    }

    /** The same, only rounds of one run. */
    public RoundFilter inRun(String id) {
        return new RoundFilter(
                from, to, clock, project, client, id, verdict, failureMode, step, lostAt, incident, search, among);
    }

    /** The same, only rounds that {@code events} name. */
    public RoundFilter among(@Nullable Among events) {
        return new RoundFilter(
                from, to, clock, project, client, run, verdict, failureMode, step, lostAt, incident, search, events);
    }

    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", from);
        values.put("end", to);
        values.put("project", project);
        values.put("client", client);
        values.put("run", run);
        values.put("verdict", verdict == null ? null : verdict.wire());
        values.put("failure", failureMode);
        values.put("step", step == null ? null : Long.valueOf(step));
        values.put("lost", lostAt == null ? null : Long.valueOf(lostAt));
        values.put("search", search == null ? null : search.toLowerCase(java.util.Locale.ROOT));
        values.putAll(among == null ? Map.of() : among.values());
        return values;
    }

    /** The conditions that are set, as HogQL over {@code rounds}; values stay placeholders. */
    String where() {
        var text = new StringBuilder(clock == Clock.SCORED ? "score IS NOT NULL" : "true");
        if (among == null) {
            when(text, clock.hogql);
        } else {
            var events = new StringBuilder("true");
            when(events, "timestamp");
            text.append(" AND ").append(among.hogql(events.toString()));
        }
        and(text, run, "run_id = {run}");
        and(text, verdict, "verdict = {verdict}");
        and(text, failureMode, "coalesce(failure_mode, '') = {failure} AND verdict IN ('reverted', 'crashed')");
        and(text, step, REACHED + " >= {step}");
        and(text, lostAt, REACHED + " = {lost} - 1");
        and(text, incident, incident == null ? "" : incident.hogql());
        and(text, search, "position(lower(round_id), {search}) > 0");
        return text.toString();
    }

    private void when(StringBuilder text, String moment) {
        and(text, from, moment + " >= {start}");
        and(text, to, moment + " < {end}");
        and(text, project, NONE.equals(project) ? "project IS NULL" : "project = {project}");
        and(text, client, "client = {client}");
    }

    /** How far a round came, 1 to 5, by the rule of the funnel; null when it never started. */
    private static final String REACHED = """
            if(started_at IS NULL, NULL,
              multiIf(generated_at IS NULL OR generated_at < started_at OR generated_at > started_at + INTERVAL 24 HOUR, 1,
                      applied_at IS NULL OR applied_at < generated_at OR applied_at > started_at + INTERVAL 24 HOUR, 2,
                      scored_at IS NULL OR scored_at < applied_at OR scored_at > started_at + INTERVAL 24 HOUR, 3,
                      kept_at IS NULL OR kept_at < scored_at OR kept_at > started_at + INTERVAL 24 HOUR, 4,
                      5))""";

    private static void and(StringBuilder text, @Nullable Object value, String condition) {
        if (value != null) {
            text.append(" AND ").append(condition);
        }
    }
}
