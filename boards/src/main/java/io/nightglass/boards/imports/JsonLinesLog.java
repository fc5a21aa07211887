package io.nightglass.boards.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads logs of one JSON object per line: pi- and codex-autoresearch with their {@code config} lines, ledgers of
 * experiments, and any other record that has names for its values. The columns are the names in order of first sight;
 * numbers inside {@code metrics}, {@code scores} and {@code results} become columns of their own.
 */
final class JsonLinesLog {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Names beyond this many are left out: a file with more is no log, and a table of it would fill the memory. */
    private static final int MOST_COLUMNS = 300;

    private static final Set<String> SPREAD = Set.of("metrics", "scores", "results", "secondary_metrics");
    private static final Set<String> SAYS_SOMETHING =
            Set.of("metric", "status", "keep", "kept", "score", "decision", "run", "iter", "iteration", "result");

    private final List<Map<String, String>> records = new ArrayList<>();
    private final List<Integer> lineNumbers = new ArrayList<>();
    private final List<Integer> goalOfRecord = new ArrayList<>();
    private final List<Malformed> malformed = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();

    private JsonLinesLog() {}

    static Table read(List<Line> lines) {
        var log = new JsonLinesLog();
        for (var line : lines) {
            if (!line.isBlank() && !line.isComment()) {
                log.read(line);
            }
        }
        return log.table();
    }

    private void read(Line line) {
        try {
            var node = JSON.readTree(line.text());
            if (!node.isObject()) {
                malformed.add(new Malformed(line.number(), "JSON, but not an object"));
            } else if (node.path("type").asString("").equals("config")) {
                goals.add(goal(node));
            } else if (!isRemark(node)) {
                records.add(cells(node));
                lineNumbers.add(line.number());
                goalOfRecord.add(goals.size() - 1);
            }
        } catch (JacksonException e) {
            malformed.add(new Malformed(line.number(), "not JSON"));
        }
    }

    /** A line that names a type and nothing of a round: a session mark, a hook's note. */
    private static boolean isRemark(JsonNode node) {
        return node.has("type") && SAYS_SOMETHING.stream().noneMatch(node::has);
    }

    private static Goal goal(JsonNode node) {
        String metric = text(node, "metricName", "metric_name", "metric");
        String direction = text(node, "bestDirection", "best_direction", "direction");
        return new Goal(metric, direction == null ? null : DirectionWords.read(direction));
    }

    private static @Nullable String text(JsonNode node, String... names) {
        for (var name : names) {
            if (node.path(name).isString() && !node.path(name).asString().isBlank()) {
                return node.path(name).asString().strip();
            }
        }
        return null;
    }

    private static Map<String, String> cells(JsonNode node) {
        var cells = new LinkedHashMap<String, String>();
        node.properties().forEach(property -> {
            cells.put(property.getKey(), cell(property.getValue()));
            if (SPREAD.contains(property.getKey())) {
                property.getValue().properties().forEach(inner -> {
                    if (inner.getValue().isNumber()) {
                        cells.putIfAbsent(inner.getKey(), cell(inner.getValue()));
                    }
                });
            }
        });
        return cells;
    }

    /** Truth values are spelled True and False, as the loops' own tools (Python) count them. */
    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "True" : "False";
        }
        return value.isValueNode() ? value.asString().strip() : value.toString();
    }

    private Table table() {
        var names = new LinkedHashSet<String>();
        records.forEach(record -> names.addAll(record.keySet()));
        var header = names.stream().limit(MOST_COLUMNS).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            var cells =
                    header.stream().map(name -> record.getOrDefault(name, "")).toList();
            rows.add(new Row(lineNumbers.get(i), cells, goalOfRecord.get(i)));
        }
        return new Table(header, true, true, List.copyOf(rows), List.copyOf(malformed), List.copyOf(goals), null);
    }
}
