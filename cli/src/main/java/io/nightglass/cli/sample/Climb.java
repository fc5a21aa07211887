package io.nightglass.cli.sample;

import io.nightglass.catalog.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which scored rounds of a night bring a new best, and which: the plan of the story, spread by chance. */
record Climb(Map<Integer, Double> bests, int lastAt) {

    /** How a night is to go: {@code kept} gains from the best before it to {@code end}. */
    record Plan(int kept, double end) {}

    /** Where the gains lie: the first after {@code first} scored rounds, the next ones a gap apart. */
    record Spread(int first, int gapLow, int gapHigh) {}

    /** Gains of uneven size, each a better score than the one before by {@code direction}. */
    static Climb of(double from, Plan plan, Spread spread, Dice dice, Direction direction) {
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < plan.kept; i++) {
            double weight = 0.4 + dice.tail(0.8);
            weights.add(weight);
            sum += weight;
        }
        var bests = new HashMap<Integer, Double>();
        int at = spread.first;
        int last = 0;
        double gain = direction.delta(plan.end, from);
        double climbed = 0;
        for (double weight : weights) {
            climbed += gain * weight / sum;
            bests.put(at, direction == Direction.MAXIMIZE ? from + climbed : from - climbed);
            last = at;
            at += dice.between(spread.gapLow, spread.gapHigh);
        }
        return new Climb(Map.copyOf(bests), last);
    }

    /** The new best of the scored round with this number, counted from 1; null when it brings none. */
    @Nullable
    Double bestAt(int scored) {
        return bests.get(scored);
    }
}
