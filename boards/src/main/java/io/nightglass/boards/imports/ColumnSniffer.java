package io.nightglass.boards.imports;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the part each column plays, by its name first and by what stands in it second. */
final class ColumnSniffer {
    private static final List<String> STATUS = List.of("status", "decision", "verdict", "outcome", "result");
    private static final Set<String> FLAG = Set.of("keep", "kept", "accepted", "accept", "is_kept", "improved");
    private static final List<String> COMMIT = List.of(
            "commit",
            "git_commit",
            "commit_hash",
            "git_sha",
            "sha",
            "hash",
            "experiment_commit",
            "commit_id",
            "git_hash",
            "commit_sha",
            "harness_commit");
    private static final List<String> DESCRIPTION = List.of(
            "description",
            "desc",
            "change_summary",
            "change",
            "title",
            "idea",
            "hypothesis",
            "summary",
            "notes",
            "note",
            "strategy",
            "comment",
            "experiment_name",
            "job_name");
    private static final List<String> TIME = List.of(
            "timestamp", "datetime", "time", "date", "finished_at", "ended_at", "started_at", "created_at", "ts");
    private static final List<String> SESSION = List.of("session", "segment", "session_id");
    private static final List<String> FAILURE = List.of("failure_mode", "failure_cause", "failure", "failure_reason");
    private static final Pattern SHA = Pattern.compile("[0-9a-f]{7,40}");

    /** Rows looked at where each look is dear. */
    private static final int SAMPLED = 200;

    private final Table table;
    private final List<String> names;

    private ColumnSniffer(Table table) {
        this.table = table;
        this.names = table.header().stream()
                .map(n -> n.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList();
    }

    /** @param wanted the metric column by name as the user gave it, or empty to choose one */
    static Columns sniff(Table table, String wanted) {
        return new ColumnSniffer(table).columns(wanted);
    }

    private Columns columns(String wanted) {
        int flag = named(List.copyOf(FLAG));
        int status = status();
        int metricName = named(List.of("metric_name"));
        if (metricName < 0 && holdsWords(named(List.of("metric"))) && named(List.of("value")) >= 0) {
            metricName = named(List.of("metric"));
        }
        int chosen = table.column(wanted);
        int metric = chosen >= 0 ? chosen : new MetricSniffer(table, status, metricName).column();
        return new Columns(
                status,
                flag,
                metric,
                metricName,
                named(List.of("metric_direction")),
                metricName < 0 ? -1 : named(List.of("metric_value", "value")),
                commit(),
                description(),
                time(),
                named(SESSION),
                named(FAILURE));
    }

    private int named(List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(i -> i >= 0)
                .findFirst()
                .orElse(-1);
    }

    /** Among columns named like a status the one with most verdicts; else any column that holds little but verdicts. */
    private int status() {
        int best = -1;
        long most = -1;
        for (var wanted : STATUS) {
            int column = names.indexOf(wanted);
            if (column >= 0 && !holdsNumbers(column) && verdicts(column) > most) {
                best = column;
                most = verdicts(column);
            }
        }
        if (best >= 0 || table.rows().isEmpty()) {
            return best;
        }
        for (int column = 0; column < names.size(); column++) {
            if (!FLAG.contains(names.get(column))
                    && verdicts(column) * 2 > table.rows().size()) {
                return column;
            }
        }
        return -1;
    }

    /** A column named like a time that holds one, else the first in which nearly every row writes one. */
    private int time() {
        var rows = table.rows().subList(0, Math.min(table.rows().size(), SAMPLED));
        for (var wanted : TIME) {
            int column = names.indexOf(wanted);
            if (column >= 0 && rows.stream().anyMatch(r -> TimeText.parse(r.cell(column), ZoneOffset.UTC) != null)) {
                return column;
            }
        }
        for (int column = 0; column < names.size() && !rows.isEmpty(); column++) {
            int at = column;
            long written =
                    rows.stream().filter(r -> TimeText.isWritten(r.cell(at))).count();
            if (written * 10 >= rows.size() * 9L) {
                return column;
            }
        }
        return -1;
    }

    private int commit() {
        int named = named(COMMIT);
        if (named >= 0 || table.rows().isEmpty()) {
            return named;
        }
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            long shas = table.rows().stream()
                    .filter(r -> SHA.matcher(r.cell(at)).matches() && !Numbers.isNumber(r.cell(at)))
                    .count();
            if (shas * 2 > table.rows().size()) {
                return column;
            }
        }
        return -1;
    }

    private int description() {
        int named = named(DESCRIPTION);
        if (named >= 0 || table.hasHeader() || table.rows().isEmpty()) {
            return named;
        }
        int last = names.size() - 1;
        return holdsNumbers(last) ? -1 : last;
    }

    private long verdicts(int column) {
        return table.rows().stream()
                .filter(r -> Outcome.isVerdict(r.cell(column)))
                .count();
    }

    private boolean holdsNumbers(int column) {
        return table.rows().stream().anyMatch(r -> Numbers.isNumber(r.cell(column)));
    }

    private boolean holdsWords(int column) {
        return column >= 0
                && table.rows().stream().anyMatch(r -> !r.cell(column).isEmpty())
                && !holdsNumbers(column);
    }
}
