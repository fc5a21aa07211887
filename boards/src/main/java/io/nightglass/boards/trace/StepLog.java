package io.nightglass.boards.trace;

import io.nightglass.boards.Asker;
import io.nightglass.boards.Row;
import io.nightglass.boards.rounds.Round;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the agents of a round did, step by step in the order of time. Safe to share; every method blocks for a question. */
public record StepLog(Asker asker) {
    /** Lines of one question: even full of long texts they are fewer bytes than an answer may have. */
    public static final int MOST = 6_000;

    private static final String OF_ROUND = """
            FROM events WHERE timestamp >= {first} AND timestamp <= {last} AND round_id = {round}
              AND (startsWith(event, 'step.') OR event = '$exception')""";

    /** Which lines; null does not filter. @param failed only what failed */
    public record Filter(
            Round round, @Nullable String agent, @Nullable String tool, boolean failed) {

        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("first", round.times().first());
            values.put("last", round.times().last());
            values.put("round", round.id());
            values.put("agent", agent);
            values.put("tool", tool);
            return values;
        }

        /** A return that does not repeat its tool is found by its step. */
        private String hogql() {
            var text = new StringBuilder(OF_ROUND);
            if (agent != null) {
                text.append(" AND agent = {agent}");
            }
            if (tool != null) {
                text.append(" AND (properties.tool = {tool} OR properties.tool IS NULL AND properties.step_id IN"
                        + " (SELECT properties.step_id AS step " + OF_ROUND
                        + " AND properties.tool = {tool} AND properties.step_id IS NOT NULL))");
            }
            if (failed) {
                text.append(" AND (properties.ok = false OR event = '$exception')");
            }
            return text.toString();
        }
    }

    /** What a filter can be set to. */
    public record Choices(List<String> agents, List<String> tools) {}

    public List<Step> lines(Filter filter, long offset, int most) {
        var hogql = "SELECT %s %s ORDER BY timestamp, uuid LIMIT %d OFFSET %d"
                .formatted(Step.COLUMNS, filter.hogql(), Math.min(most, MOST), offset);
        return asker.rows(hogql, filter.values()).stream().map(Step::of).toList();
    }

    public long count(Filter filter) {
        return asker.ask("SELECT count() AS n " + filter.hogql(), filter.values())
                .longAt(0, 0);
    }

    public Choices choices(Round round) {
        var all = new Filter(round, null, null, false);
        return new Choices(distinct("agent", all), distinct("properties.tool", all));
    }

    private List<String> distinct(String column, Filter all) {
        var hogql = "SELECT DISTINCT left(%s, 200) AS v %s ORDER BY v LIMIT 200".formatted(column, all.hogql());
        return asker.rows(hogql, all.values()).stream()
                .map(StepLog::value)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String value(Row row) {
        return row.text("v");
    }
}
