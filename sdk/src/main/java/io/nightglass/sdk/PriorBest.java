package io.nightglass.sdk;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The best score each case has had so far, by case and dimension. A score more than {@code tolerance} below it is a
 * regression, as in the source document, which takes 0.05. Only higher is better here: scores of eval cases are. Safe to
 * share; keep one for the run, and one per scorer version, since scores of others do not compare.
 */
public final class PriorBest {
    /** The source document's. */
    public static final double TOLERANCE = 0.05;

    private final double tolerance;
    private final Map<String, Double> best = new ConcurrentHashMap<>();

    /** With the tolerance of the source document. */
    public PriorBest() {
        this(TOLERANCE);
    }

    /** @param tolerance in points of the score, not below 0 */
    public PriorBest(double tolerance) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerance of " + tolerance + " is none: give it 0 or more");
        }
        this.tolerance = tolerance;
    }

    /** Remembers {@code score}, and tells the prior best when it fell below that by more than the tolerance. */
    OptionalDouble fallenFrom(String caseAndDimension, double score) {
        if (!Double.isFinite(score)) {
            return OptionalDouble.empty();
        }
        var prior = new double[] {Double.NaN};
        best.compute(caseAndDimension, (key, known) -> {
            prior[0] = known == null ? Double.NaN : known;
            return known == null ? score : Math.max(known, score);
        });
        return score < prior[0] - tolerance ? OptionalDouble.of(prior[0]) : OptionalDouble.empty();
    }

    /** Sets what is known from earlier runs. @param dimension null when the case has none */
    public void remember(String caseId, @Nullable String dimension, double score) {
        fallenFrom(key(caseId, dimension), score);
    }

    static String key(String caseId, @Nullable String dimension) {
        return caseId + "\n" + (dimension == null ? "" : dimension);
    }
}
