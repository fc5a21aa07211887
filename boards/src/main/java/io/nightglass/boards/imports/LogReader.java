package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one file as a log. Never throws on what is in the file; what is wrong with it is in the answer. */
public final class LogReader {
    private LogReader() {}

    public static ImportedLog read(Path file, LogOptions options) {
        var text = LogText.of(file);
        var table = isJson(file, text) ? JsonLinesLog.read(text.lines()) : DelimitedLog.read(text.lines());
        var columns = ColumnSniffer.sniff(table, options.metric() == null ? "" : options.metric());
        var metric = metric(table, columns);
        var choice = options.direction() == null
                ? DirectionSniffer.sniff(table, columns, metric)
                : new DirectionChoice(options.direction(), "as you said");
        var rounds = new Rounds(table, columns, metric, choice.direction()).list();
        var problem = text.problem() == null ? missing(table, options.metric()) : text.problem();
        return new ImportedLog(file, table, columns, metric, choice, rounds, problem);
    }

    private static @Nullable String missing(Table table, @Nullable String metric) {
        boolean isGoal = table.goals().stream().anyMatch(g -> Objects.equals(g.metric(), metric));
        if (metric == null || table.column(metric) >= 0 || isGoal) {
            return null;
        }
        var columns = String.join(", ", table.header());
        return "has no column %s; its columns are %s"
                .formatted(metric, columns.length() > 300 ? columns.substring(0, 300) + "..." : columns);
    }

    private static boolean isJson(Path file, LogText text) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return true;
        }
        return text.lines().stream()
                .filter(l -> !l.isBlank() && !l.isComment())
                .findFirst()
                .filter(l -> l.text().stripLeading().startsWith("{"))
                .isPresent();
    }

    /** The goal announced last names it, else its column does. */
    private static @Nullable String metric(Table table, Columns columns) {
        if (columns.metric() < 0) {
            return null;
        }
        var column = table.header().get(columns.metric());
        if (column.equals("metric")) {
            for (var goal : table.goals().reversed()) {
                if (goal.metric() != null) {
                    return goal.metric();
                }
            }
        }
        return column;
    }

    /** Turns rows into rounds; segments are counted on the way. */
    private static final class Rounds {
        private final Table table;
        private final Columns columns;
        private final @Nullable String metric;
        private final @Nullable Direction direction;
        private final ZeroTrap trap;
        private final Segments segments = new Segments();

        Rounds(Table table, Columns columns, @Nullable String metric, @Nullable Direction direction) {
            this.table = table;
            this.columns = columns;
            this.metric = metric;
            this.direction = direction;
            this.trap = ZeroTrap.of(table, columns, metric);
        }

        List<LogRound> list() {
            var rounds = new ArrayList<LogRound>();
            for (var row : table.rows()) {
                rounds.add(round(row));
            }
            return List.copyOf(rounds);
        }

        private LogRound round(Row row) {
            var outcome = columns.outcome(row);
            var name = metricOf(row);
            var way = directionOf(row);
            var score = outcome == Outcome.CRASHED ? null : score(row, name);
            int segment = segments.next(new Segments.Step(
                    String.valueOf(name), columns.session(row), row.cell(columns.description()), outcome, score, way));
            return new LogRound(row, outcome, columns.status(row), name, way, score, segment);
        }

        private @Nullable Double score(Row row, @Nullable String name) {
            var score = Numbers.parse(row.cell(columns.metric()));
            if (score == null && columns.value() >= 0) {
                score = Numbers.parse(row.cell(columns.value()));
            }
            return score == null || trap.catches(name, score) ? null : score;
        }

        private @Nullable String metricOf(Row row) {
            boolean isOwn = row.cell(columns.metric()).isEmpty() || columns.metric() == columns.value();
            if (columns.metricName() >= 0
                    && isOwn
                    && !row.cell(columns.metricName()).isEmpty()) {
                return row.cell(columns.metricName());
            }
            boolean hasGoal = row.goal() >= 0 && metric != null && columns.metric() == table.column("metric");
            if (hasGoal) {
                var goal = table.goals().get(row.goal()).metric();
                return goal == null ? metric : goal;
            }
            return metric;
        }

        private @Nullable Direction directionOf(Row row) {
            if (direction == null && columns.metricDirection() >= 0) {
                return DirectionWords.read(row.cell(columns.metricDirection()));
            }
            return direction;
        }
    }
}
