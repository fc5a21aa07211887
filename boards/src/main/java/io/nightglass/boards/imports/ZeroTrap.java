package io.nightglass.boards.imports;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Zeros and sentinels written where nothing was measured. Loops write {@code 0.000000} for a run that gave no number and
 * do not always call it a crash; a bits-per-byte of 0 would be the best of all times.
 *
 * @param allZero whether no row holds anything but zero
 */
record ZeroTrap(boolean allZero) {
    private static final Set<Double> SENTINELS = Set.of(-999.0, -9999.0);

    static ZeroTrap of(Table table, Columns columns, @Nullable String metric) {
        if (metric == null) {
            return new ZeroTrap(false);
        }
        boolean allZero = table.rows().size() > 1
                && table.rows().stream()
                        .filter(r -> columns.outcome(r) != Outcome.CRASHED)
                        .map(r -> Numbers.parse(r.cell(columns.metric())))
                        .allMatch(v -> v == null || v == 0);
        return new ZeroTrap(allZero);
    }

    /** @param metric the row's own */
    boolean catches(@Nullable String metric, double score) {
        boolean isZero = score == 0
                && (allZero || (metric != null && MetricName.of(metric).isAboveZero()));
        return isZero || SENTINELS.contains(score);
    }
}
