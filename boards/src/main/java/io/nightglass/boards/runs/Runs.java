package io.nightglass.boards.runs;

import io.nightglass.boards.Asker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of all loops. Safe to share; every method blocks for a query. */
public record Runs(Asker asker) {
    private static final String OF_PROJECT = "({project} IS NULL OR project = {project})";

    /** The latest first. @param number the page, from 1 */
    public List<Run> page(@Nullable String project, int number, int size) {
        return ask(
                "%s ORDER BY started_at DESC, run_id DESC LIMIT %d OFFSET %d"
                        .formatted(OF_PROJECT, size, (long) (number - 1) * size),
                project,
                null);
    }

    public long count(@Nullable String project) {
        return asker.ask("SELECT count() AS n FROM runs WHERE " + OF_PROJECT, values(project, null))
                .longAt(0, 0);
    }

    public Optional<Run> named(String id) {
        return ask("run_id = {run}", null, id).stream().findFirst();
    }

    /** The run of the same loop that began before this one. */
    public Optional<Run> before(Run run) {
        return beside(run, "<", "DESC");
    }

    /** The run of the same loop that began after this one. */
    public Optional<Run> after(Run run) {
        return beside(run, ">", "ASC");
    }

    private Optional<Run> beside(Run run, String sign, String order) {
        var project = run.project() == null ? "project IS NULL" : "project = {project}";
        var values = values(run.project(), run.id());
        values.put("at", run.times().started());
        return asker.rows("""
                        SELECT %1$s FROM runs WHERE %2$s
                          AND (started_at %3$s {at} OR started_at = {at} AND run_id %3$s {run})
                        ORDER BY started_at %4$s, run_id %4$s LIMIT 1""".formatted(Run.COLUMNS, project, sign, order), values).stream()
                .map(Run::of)
                .findFirst();
    }

    /** Every escalation of the run, by time. */
    public List<Escalation> escalations(Run run) {
        var values = values(null, run.id());
        values.put("from", run.times().started());
        values.put("to", run.times().last());
        return asker.rows("""
                        SELECT timestamp, round_id, properties.from_model AS from_model, properties.to_model AS to_model,
                               properties.reason AS reason
                        FROM events
                        WHERE event = 'model_escalated' AND timestamp >= {from} AND timestamp <= {to}
                          AND (run_id = {run} OR round_id IN (SELECT round_id FROM rounds WHERE run_id = {run}))
                        ORDER BY timestamp LIMIT 5000""", values).stream()
                .map(row -> new Escalation(
                        row.requiredMoment("timestamp"),
                        row.text("round_id"),
                        row.text("from_model"),
                        row.text("to_model"),
                        row.text("reason")))
                .toList();
    }

    private List<Run> ask(String where, @Nullable String project, @Nullable String run) {
        return asker.rows("SELECT %s FROM runs WHERE %s".formatted(Run.COLUMNS, where), values(project, run)).stream()
                .map(Run::of)
                .toList();
    }

    private static Map<String, @Nullable Object> values(@Nullable String project, @Nullable String run) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("project", project);
        values.put("run", run);
        return values;
    }
}
