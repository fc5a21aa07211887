package io.nightglass.boards.runs;

import io.nightglass.boards.Spent;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a run in their order, with what had been reached and spent after each.
 *
 * @param baseline the score the first round had to beat; null when it did not say
 */
public record RunCourse(List<Stage> stages, @Nullable Double baseline) {

    /**
     * One round.
     *
     * @param number from 1
     * @param best so far, this round and the baseline included; null before the first score
     * @param gained whether this round is a new best
     * @param spent so far
     * @param spentOnKept so far, on rounds that were kept
     */
    public record Stage(
            int number, Round round, @Nullable Double best, boolean gained, Spent spent, Spent spentOnKept) {}

    /** @param rounds by time */
    public static RunCourse of(List<Round> rounds, Direction direction) {
        var stages = new ArrayList<Stage>();
        var baseline = rounds.isEmpty() ? null : rounds.getFirst().outcome().baseline();
        @Nullable Double best = baseline;
        var spent = Spent.NOTHING;
        var onKept = Spent.NOTHING;
        for (var round : rounds) {
            var score = round.score();
            boolean gained = score != null && (best == null || direction.beats(score, best));
            best = gained ? score : best;
            spent = spent.plus(round.spent());
            onKept = round.verdict() == Verdict.KEPT ? onKept.plus(round.spent()) : onKept;
            stages.add(new Stage(stages.size() + 1, round, best, gained, spent, onKept));
        }
        return new RunCourse(List.copyOf(stages), baseline);
    }

    /** The round that set the best score of the run. */
    public Optional<Stage> bestStage() {
        return stages.stream().filter(Stage::gained).reduce((a, b) -> b);
    }

    /** How many rounds followed the best. */
    public long sinceBest() {
        return bestStage().map(best -> (long) stages.size() - best.number()).orElse((long) stages.size());
    }

    /** What went into rounds that were reverted or crashed. */
    public Spent wasted() {
        return stages.stream()
                .map(Stage::round)
                .filter(round -> round.verdict() == Verdict.REVERTED || round.verdict() == Verdict.CRASHED)
                .map(Round::spent)
                .reduce(Spent.NOTHING, Spent::plus);
    }
}
