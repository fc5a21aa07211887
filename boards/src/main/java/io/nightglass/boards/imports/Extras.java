package io.nightglass.boards.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a row says beyond its verdict: where it stands in the log, and its other numbers under their own names
 * ({@code memory_gb}). Scores per task in one text stay that text.
 */
final class Extras {
    private static final List<String> COST = List.of("cost_usd", "cost", "total_cost_usd");

    /** Names that mean something else on an event. */
    private static final Set<String> TAKEN = Set.of(
            "project",
            "client",
            "run_id",
            "round_id",
            "agent",
            "git_sha",
            "user_id",
            "distinct_id",
            "token",
            "uuid",
            "timestamp",
            "time",
            "date",
            "score",
            "metric",
            "direction",
            "segment",
            "status",
            "description",
            "delta",
            "new_best",
            "baseline_score",
            "cost_usd",
            "imported",
            "time_source",
            "sample",
            "ts",
            "import_file",
            "import_line",
            "import_log",
            "commit",
            "baseline");

    /** A row with more numbers than this tells the rest to nobody. */
    private static final int MOST = 200;

    private static final int LONGEST_TEXT = 20_000;

    private final ImportedLog log;
    private final String logId;
    private final Set<Integer> played = new HashSet<>();
    private final int cost;

    Extras(ImportedLog log, String logId) {
        this.log = log;
        this.logId = logId;
        var columns = log.columns();
        played.addAll(List.of(
                columns.status(),
                columns.flag(),
                columns.metric(),
                columns.commit(),
                columns.description(),
                columns.time(),
                columns.session(),
                columns.value()));
        this.cost = COST.stream()
                .mapToInt(log.table()::column)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Money of the round in USD, where the log has it. */
    @Nullable
    Double cost(LogRound round) {
        return Numbers.parse(round.row().cell(cost));
    }

    /** What every event of the round says. */
    ObjectNode mark(LogRound round) {
        var more = JsonMapper.shared().createObjectNode();
        more.put("import_file", String.valueOf(log.path().getFileName()));
        more.put("import_line", round.row().line());
        more.put("import_log", logId);
        var commit = round.row().cell(log.columns().commit());
        if (!commit.isEmpty()) {
            more.put("commit", clip(commit));
        }
        if (round.outcome() == Outcome.BASELINE) {
            more.put("baseline", true);
        }
        return more;
    }

    /** What one event of the round says: the mark, and the row's other columns. */
    ObjectNode of(LogRound round) {
        var more = mark(round);
        var header = log.table().header();
        for (int i = 0; i < header.size() && more.size() < MOST; i++) {
            var name = header.get(i);
            if (played.contains(i) || i == cost || name.isBlank() || name.length() > 200 || !isFree(name)) {
                continue;
            }
            var cell = round.row().cell(i);
            var number = Numbers.parse(cell);
            if (number != null) {
                more.put(name, number);
            } else if (!cell.isEmpty() && name.toLowerCase(Locale.ROOT).contains("scores")) {
                more.put(name, clip(cell));
            }
        }
        return more;
    }

    /** Keeps a runaway line from becoming an event no pane takes. */
    static String clip(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    }

    private static boolean isFree(String name) {
        return !name.startsWith("$") && !name.startsWith("#") && !TAKEN.contains(name.toLowerCase(Locale.ROOT));
    }
}
