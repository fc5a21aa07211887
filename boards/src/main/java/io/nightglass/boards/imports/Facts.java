package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is in one log, counted.
 *
 * @param dataRows rows, malformed ones too
 * @param rowsByStatus rows by status as written; {@code <malformed>} and {@code <no status column>} are counted here too
 * @param direction null when the log does not tell, or tells another one per row; then there is no best, unless all scores
 *     are the same
 * @param bestValue best measured value of a row that did not crash, of the log's main metric
 * @param bestLine the physical line of the first row that has it, 1 for the first
 * @param crashed rows whose status is a crash or failure
 */
public record Facts(
        String path,
        int dataRows,
        Map<String, Integer> rowsByStatus,
        @Nullable String metric,
        @Nullable Direction direction,
        @Nullable Double bestValue,
        @Nullable Integer bestLine,
        int kept,
        int baseline,
        int crashed,
        int malformed,
        @Nullable String problem) {

    public static Facts of(ImportedLog log) {
        var best = best(log);
        return new Facts(
                log.path().toString(),
                log.rounds().size() + log.table().malformed().size(),
                statuses(log),
                log.metric(),
                log.choice().direction(),
                best == null ? null : best.score(),
                best == null ? null : best.row().line(),
                count(log, Outcome.KEPT),
                count(log, Outcome.BASELINE),
                count(log, Outcome.CRASHED),
                log.table().malformed().size(),
                log.problem());
    }

    private static Map<String, Integer> statuses(ImportedLog log) {
        var counts = new TreeMap<String, Integer>();
        for (var round : log.rounds()) {
            counts.merge(log.columns().hasStatus() ? round.status() : "<no status column>", 1, Integer::sum);
        }
        if (!log.table().malformed().isEmpty()) {
            counts.put("<malformed>", log.table().malformed().size());
        }
        return counts;
    }

    private static int count(ImportedLog log, Outcome outcome) {
        return (int) log.rounds().stream().filter(r -> r.outcome() == outcome).count();
    }

    private static @Nullable LogRound best(ImportedLog log) {
        var scored = log.rounds().stream()
                .filter(r -> r.score() != null && Objects.equals(r.metric(), log.metric()))
                .toList();
        var direction = log.choice().direction();
        if (direction == null) {
            return sameEitherWay(log, scored);
        }
        @Nullable LogRound best = null;
        for (var round : scored) {
            if (best == null || direction.beats(score(round), score(best))) {
                best = round;
            }
        }
        return best;
    }

    /** Where every score is the same, nobody needs to know which way is better. */
    private static @Nullable LogRound sameEitherWay(ImportedLog log, List<LogRound> scored) {
        boolean perRow = log.columns().metricDirection() >= 0;
        boolean alike = scored.stream().map(LogRound::score).distinct().count() == 1;
        return alike && !perRow ? scored.getFirst() : null;
    }

    private static double score(LogRound round) {
        return Objects.requireNonNull(round.score());
    }

    /** The JSON of {@code import --dry-run --format json}; {@code problem} is there only when there is one. */
    public ObjectNode toJson() {
        var json = JsonMapper.shared().createObjectNode();
        json.put("path", path);
        json.put("data_rows", dataRows);
        rowsByStatus.forEach(json.putObject("rows_by_status")::put);
        json.put("metric", metric);
        json.put("direction", direction == null ? null : direction.wire());
        json.put("best_value", bestValue);
        json.put("best_line", bestLine);
        json.put("kept", kept);
        json.put("baseline", baseline);
        json.put("crashed", crashed);
        json.put("malformed", malformed);
        if (problem != null) {
            json.put("problem", problem);
        }
        return json;
    }
}
