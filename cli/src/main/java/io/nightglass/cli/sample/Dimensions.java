package io.nightglass.cli.sample;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The nine dimensions of a container's score, which is their weighted mean. Consent and resilience are the weak ones. */
record Dimensions(List<Double> values) {
    static final List<String> NAMES = List.of(
            "dim_coverage",
            "dim_correctness",
            "dim_resilience",
            "dim_consent",
            "dim_deduplication",
            "dim_naming",
            "dim_hygiene",
            "dim_triggers",
            "dim_privacy");

    /** From here a case passes. */
    static final double PASS = 0.70;

    /** A dimension that falls by more than this below its best has regressed. */
    static final double SLACK = 0.05;

    private static final double[] WEIGHTS = {0.18, 0.13, 0.10, 0.13, 0.10, 0.08, 0.08, 0.10, 0.10};
    private static final double[] HABITS = {0.08, 0.05, -0.06, -0.17, 0.06, 0.07, 0.02, 0.01, -0.03};

    /** Nine values whose score is {@code score} to about three digits, wobbling by {@code spread}. */
    static Dimensions around(double score, double spread, Dice dice) {
        var raw = new double[NAMES.size()];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            raw[i] = dice.bell(score + HABITS[i], spread);
            sum += WEIGHTS[i] * raw[i];
        }
        var values = new ArrayList<Double>();
        for (double value : raw) {
            values.add(Rounded.to(3, Math.clamp(value + score - sum, 0, 1)));
        }
        return new Dimensions(List.copyOf(values));
    }

    /** What the scorer makes of them, to four digits. */
    double score() {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += WEIGHTS[i] * values.get(i);
        }
        return Rounded.to(4, sum);
    }

    boolean hasRegressed(int dimension, Dimensions best) {
        return values.get(dimension) < best.values.get(dimension) - SLACK;
    }

    List<String> regressedFrom(Dimensions best) {
        var names = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            if (hasRegressed(i, best)) {
                names.add(NAMES.get(i));
            }
        }
        return names;
    }

    double valueOf(String name) {
        return values.get(NAMES.indexOf(name));
    }

    String weakest() {
        int weakest = 0;
        for (int i = 1; i < values.size(); i++) {
            weakest = values.get(i) < values.get(weakest) ? i : weakest;
        }
        return NAMES.get(weakest);
    }

    ObjectNode toJson() {
        var json = Scribe.JSON.createObjectNode();
        for (int i = 0; i < values.size(); i++) {
            json.put(NAMES.get(i), values.get(i));
        }
        return json;
    }
}
