package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the segments of a log. A new one starts with another metric or session, with a baseline after other rounds, and
 * with a kept row that calls itself a baseline and is worse than everything kept so far: another machine, another
 * budget. Scores are never compared across segments.
 */
final class Segments {
    private int segment;
    private @Nullable Step last;
    private @Nullable Double worst;
    private boolean hasRounds;

    /** What decides: one row, in the order of the log. */
    record Step(
            String metric,
            String session,
            String description,
            Outcome outcome,
            @Nullable Double score,
            @Nullable Direction direction) {}

    int next(Step step) {
        if (last != null && startsAnew(last, step)) {
            segment++;
            worst = null;
            hasRounds = false;
        }
        hasRounds |= step.outcome() != Outcome.BASELINE;
        if (step.outcome().isGround() && step.score() != null) {
            worst = worst == null || beats(step, worst, step.score()) ? step.score() : worst;
        }
        last = step;
        return segment;
    }

    private boolean startsAnew(Step before, Step step) {
        if (!before.metric().equals(step.metric()) || !Objects.equals(before.session(), step.session())) {
            return true;
        }
        if (step.outcome() == Outcome.BASELINE) {
            return hasRounds;
        }
        boolean saysBaseline = step.description().toLowerCase(Locale.ROOT).contains("baseline");
        return step.outcome() == Outcome.KEPT
                && saysBaseline
                && worst != null
                && step.score() != null
                && beats(step, worst, step.score());
    }

    /** Whether {@code a} is strictly better than {@code b}; never, when nobody knows the direction. */
    private static boolean beats(Step step, double a, double b) {
        return step.direction() != null && step.direction().beats(a, b);
    }
}
