package io.nightglass.boards.morning;

import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Verdict;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One loop's part of a night.
 *
 * @param project null for events that name none
 * @param rounds by time
 * @param history the best score of each of the 30 nights up to this one that has any, by date
 * @param stops by time
 * @param money of the night
 */
public record LoopNight(
        @Nullable String project,
        List<Round> rounds,
        Best best,
        List<NightBest> history,
        List<Stop> stops,
        List<Regression> regressions,
        NightMoney money,
        Counts counts) {

    /** What one can say about a night in a word. */
    public enum State {
        IMPROVED,
        /** The first scores this loop ever had. */
        FIRST,
        FLAT,
        /** Rounds, but no score yet. */
        UNSCORED,
        DID_NOT_RUN
    }

    /**
     * @param calls model calls
     * @param failedCalls those with {@code $ai_is_error}
     */
    public record Counts(long escalations, long anomalies, long calls, long failedCalls) {}

    /**
     * Eval cases of one dimension that passed before.
     *
     * @param dim null for those that name none
     * @param delta the worst; null when none was sent
     * @param onlyCase the case, when all are of one
     */
    public record Regression(
            @Nullable String dim,
            long regressions,
            @Nullable Double delta,
            @Nullable String onlyCase) {}

    /** Whether anything of it fell into the night: rounds, or money, stops and calls without one. */
    public boolean isInNight() {
        var all = money.all();
        return ran()
                || !stops.isEmpty()
                || !regressions.isEmpty()
                || all.priced() + all.unpriced() > 0
                || counts.escalations() + counts.anomalies() + counts.failedCalls() > 0;
    }

    /** Why its rounds were not kept, the dearest first. */
    public List<FailureMode> failureModes() {
        return FailureMode.of(List.of(this));
    }

    /** What a kept round cost of all that was spent; null when none was kept. */
    public @Nullable BigDecimal costPerKept() {
        return money.all().per(count(Verdict.KEPT));
    }

    public boolean ran() {
        return !rounds.isEmpty();
    }

    public State state() {
        if (!ran()) {
            return State.DID_NOT_RUN;
        }
        if (best.after() == null) {
            return State.UNSCORED;
        }
        if (best.before() == null) {
            return State.FIRST;
        }
        var delta = best.delta();
        return delta != null && delta > 0 ? State.IMPROVED : State.FLAT;
    }

    public long count(Verdict verdict) {
        return rounds.stream().filter(round -> round.verdict() == verdict).count();
    }

    public Leak funnel() {
        return Leak.of(rounds);
    }

    /** The best kept round of the night, the earlier of equals; empty when none was kept with a score. */
    public Optional<Round> bestKept() {
        Comparator<Round> byScore = Comparator.comparing(
                Round::score, (a, b) -> Double.compare(best.direction().delta(a, b), 0));
        return rounds.stream()
                .filter(round -> round.verdict() == Verdict.KEPT && round.score() != null)
                .reduce((a, b) -> byScore.compare(b, a) > 0 ? b : a);
    }

    /** 1-based place of {@code round} in the night. */
    public int place(Round round) {
        return rounds.indexOf(round) + 1;
    }
}
