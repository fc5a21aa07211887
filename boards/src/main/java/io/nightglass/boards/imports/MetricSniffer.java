package io.nightglass.boards.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Chooses the column the loop is after. In this order: a column that says so ({@code metric}, {@code score}, ...); a
 * validation metric ({@code val_bpb}); the first number after the row's ids, when its name is a metric's; an overall
 * score; the first number after the ids, whatever its name; the first column with a metric's name. Settings,
 * resources and training metrics are passed over.
 */
final class MetricSniffer {
    private static final List<String> EXACT = List.of(
            "metric_value",
            "metric",
            "primary_metric",
            "metric_after",
            "score",
            "objective",
            "final_score",
            "primary_score",
            "new_score",
            "score_after",
            "main_metric",
            "reward",
            "fitness",
            "mean");
    private static final Set<String> IDS = Set.of(
            "id",
            "commit",
            "run",
            "iter",
            "iteration",
            "experiment",
            "exp",
            "round",
            "cycle",
            "timestamp",
            "date",
            "time",
            "datetime",
            "ts",
            "status",
            "session",
            "step",
            "trial",
            "hash",
            "sha",
            "tag",
            "segment",
            "kind",
            "name",
            "decision",
            "result",
            "epoch",
            "phase",
            "index",
            "no",
            "#",
            "commit_hash",
            "git_commit",
            "description",
            "verdict",
            "outcome",
            "experiment_id",
            "run_id",
            "config_id",
            "trial_id",
            "started_at",
            "seed");

    /** What stands where a number would, had there been one. */
    private static final Set<String> NO_NUMBER = Set.of(
            "", "-", "--", "nan", "inf", "-inf", "+inf", "none", "null", "n/a", "na", "crash", "crashed", "failed",
            "fail", "error", "oom", "timeout");

    private final Table table;
    private final int status;
    private final int metricName;
    private final List<MetricName> names;

    MetricSniffer(Table table, int status, int metricName) {
        this.table = table;
        this.status = status;
        this.metricName = metricName;
        this.names = table.header().stream().map(MetricName::of).toList();
    }

    int column() {
        if (names.size() < 2) {
            return -1; // a lone column is text, not a ledger
        }
        int exact = exact(i -> table.rows().isEmpty() || numbers(i) > 0);
        if (exact >= 0) {
            return exact;
        }
        int validation = first(i -> names.get(i).isValidation() && names.get(i).endsKnown() && isMeasured(i));
        if (validation >= 0) {
            return validation;
        }
        int position = afterIds();
        if (position >= 0 && names.get(position).isKnown()) {
            return position;
        }
        int whole = first(i -> names.get(i).endsInScore() && names.get(i).isOfTheWhole() && isCandidate(i));
        if (whole >= 0) {
            return whole;
        }
        if (position >= 0) {
            return position;
        }
        int score = first(i -> names.get(i).endsInScore() && isCandidate(i));
        if (score >= 0) {
            return score;
        }
        int known = first(i -> names.get(i).isKnown() && isCandidate(i));
        return known >= 0 ? known : exact(i -> true);
    }

    private int exact(IntPredicate allowed) {
        for (var wanted : EXACT) {
            int found = first(i -> i != metricName && name(i).equals(wanted) && allowed.test(i));
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }

    /**
     * The first column behind the ids, if it holds numbers that are no setting. Without a header any column of words may
     * stand before it; without rows the one behind the commit is taken at its place.
     */
    private int afterIds() {
        for (int i = 0; i < names.size(); i++) {
            if (table.rows().isEmpty()) {
                boolean isNext = i > 0 && name(i - 1).contains("commit") && !isId(i) && isCandidate(i);
                if (isNext) {
                    return i;
                }
            } else if (!isId(i) && (table.hasHeader() || isCandidate(i))) {
                boolean isResult = isCandidate(i) || (names.get(i).isResource() && isMeasured(i) && judges());
                return isResult ? i : -1;
            }
        }
        return -1;
    }

    private boolean isId(int column) {
        return column == status || (table.hasHeader() ? IDS.contains(name(column)) : column == 0);
    }

    private String name(int column) {
        return table.header().get(column).toLowerCase(Locale.ROOT);
    }

    private boolean isCandidate(int column) {
        var name = names.get(column);
        return column != status
                && (!table.hasHeader() || (!name.isSetting() && !name.isResource()))
                && isMeasured(column);
    }

    /**
     * Whether at least half of what stands in the column are numbers, and in a third of the rows that did not crash, or
     * nothing stands anywhere yet. A column with a metric's name may hold them as rarely as it likes.
     */
    private boolean isMeasured(int column) {
        if (table.rows().isEmpty()) {
            return true;
        }
        long filled =
                table.rows().stream().filter(r -> isFilled(r.cell(column))).count();
        long numbers = numbers(column);
        boolean named = table.hasHeader() && names.get(column).isKnown();
        return numbers * 2 >= filled
                && (named || (numbers > 0 && numbers * 3 >= table.rows().size() - crashed()));
    }

    private long crashed() {
        return status < 0
                ? 0
                : table.rows().stream()
                        .filter(r -> Outcome.of(r.cell(status)) == Outcome.CRASHED)
                        .count();
    }

    private long numbers(int column) {
        return table.rows().stream()
                .filter(r -> Numbers.isNumber(r.cell(column)))
                .count();
    }

    private static boolean isFilled(String cell) {
        return !NO_NUMBER.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Whether any row was kept or thrown away: only then is a bare duration what the loop is after. */
    private boolean judges() {
        return table.rows().stream().anyMatch(r -> Outcome.isVerdict(r.cell(status)));
    }

    private int first(IntPredicate wanted) {
        return IntStream.range(0, names.size()).filter(wanted).findFirst().orElse(-1);
    }
}
