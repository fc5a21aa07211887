package io.nightglass.store.duckdb.function;

import java.util.Arrays;

/**
 * The histogram of Ben-Haim and Tom-Tov (a streaming parallel decision tree algorithm, 2010), as ClickHouse has it:
 * values are points, of which the two nearest become one until there are few enough. Up to as many values as bins it is
 * exact; beyond, it depends on their order.
 */
final class Histogram {
    private static final double SAME = 10 * Math.ulp(1.0);

    private final int bins;
    private final double[] means;
    private final double[] weights;
    private int size;
    private double low = Double.MAX_VALUE;
    private double high = -Double.MAX_VALUE;

    Histogram(int bins) {
        this.bins = bins;
        this.means = new double[2 * bins];
        this.weights = new double[2 * bins];
    }

    void add(double value) {
        put(value, 1);
        low = Math.min(low, value);
        high = Math.max(high, value);
        if (size == means.length) {
            join();
        }
    }

    private void put(double mean, double weight) {
        means[size] = mean;
        weights[size] = weight;
        size++;
    }

    /** What has been seen so far, as a text that {@link #read} takes. */
    String state() {
        var text = new StringBuilder().append(low).append(' ').append(high);
        for (int i = 0; i < size; i++) {
            text.append(' ').append(means[i]).append(' ').append(weights[i]);
        }
        return text.toString();
    }

    static Histogram read(int bins, String state) {
        var histogram = new Histogram(bins);
        if (!state.isEmpty()) {
            var words = state.split(" ");
            histogram.low = Double.parseDouble(words[0]);
            histogram.high = Double.parseDouble(words[1]);
            for (int i = 2; i < words.length; i += 2) {
                histogram.put(Double.parseDouble(words[i]), Double.parseDouble(words[i + 1]));
            }
        }
        return histogram;
    }

    /** Lower bound, upper bound and height of each bin. */
    String answer() {
        join();
        fuse();
        var text = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            boolean isFirst = i == 0;
            boolean isLast = i + 1 == size;
            double from = isFirst ? low : (means[i] + means[i - 1]) / 2;
            double to = isLast ? high : (means[i] + means[i + 1]) / 2;
            double left = isFirst ? weights[i] : (weights[i - 1] + weights[i] * 3) / 4;
            double right = isLast ? weights[i] : (weights[i + 1] + weights[i] * 3) / 4;
            text.append(isFirst ? "[" : ",[")
                    .append(from)
                    .append(',')
                    .append(to)
                    .append(',')
                    .append((left + right) / 2)
                    .append(']');
        }
        return text.append(']').toString();
    }

    /** In order, and the nearest two as one, the first such two, until there are as few as bins. */
    private void join() {
        sort();
        while (size > bins) {
            int nearest = 0;
            for (int i = 1; i + 1 < size; i++) {
                nearest = means[i + 1] - means[i] < means[nearest + 1] - means[nearest] ? i : nearest;
            }
            merge(nearest, nearest + 1);
            remove(nearest + 1);
        }
    }

    private void sort() {
        var order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(means[a], means[b]));
        var sortedMeans = new double[size];
        var sortedWeights = new double[size];
        for (int i = 0; i < size; i++) {
            sortedMeans[i] = means[order[i]];
            sortedWeights[i] = weights[order[i]];
        }
        System.arraycopy(sortedMeans, 0, means, 0, size);
        System.arraycopy(sortedWeights, 0, weights, 0, size);
    }

    /** Points that differ by no more than rounding does are one. */
    private void fuse() {
        int i = 0;
        while (i + 1 < size) {
            if (means[i] + SAME * (means[i] + means[i + 1]) >= means[i + 1]) {
                merge(i, i + 1);
                remove(i + 1);
            } else {
                i++;
            }
        }
    }

    private void merge(int into, int other) {
        double sum = weights[other] + weights[into];
        means[into] += weights[other] * (means[other] - means[into]) / sum;
        weights[into] = sum;
    }

    private void remove(int index) {
        System.arraycopy(means, index + 1, means, index, size - index - 1);
        System.arraycopy(weights, index + 1, weights, index, size - index - 1);
        size--;
    }
}
