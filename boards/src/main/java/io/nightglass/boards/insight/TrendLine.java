package io.nightglass.boards.insight;

import java.util.Arrays;
import java.util.List;

/**
 * One line of trends.
 *
 * @param place of its series in the question
 * @param breakdown its values; none when nothing is split
 * @param values one per point, or one for everything
 */
record TrendLine(int place, Period period, List<String> breakdown, Axis axis, double[] values) {

    double sum() {
        return Arrays.stream(values).sum();
    }

    TrendLine with(double[] others) {
        return new TrendLine(place, period, breakdown, axis, others);
    }

    /** 0 for a value as it is, 1 for events without one, 2 for the rest: so they are listed. */
    int kind() {
        return breakdown.contains(Breakdown.OTHER) ? 2 : breakdown.contains(Breakdown.NULL) ? 1 : 0;
    }

    /** Sums up to each point. */
    TrendLine cumulated() {
        var sums = values.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return with(sums);
    }

    /** Means of so many points up to each, rounded down. */
    TrendLine smoothed(int points) {
        var means = new double[values.length];
        for (int i = 0; i < means.length; i++) {
            int first = Math.max(0, i - points + 1);
            means[i] = Math.floor(Arrays.stream(values, first, i + 1).average().orElse(0));
        }
        return with(means);
    }
}
