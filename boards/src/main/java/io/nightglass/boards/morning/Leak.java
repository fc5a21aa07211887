package io.nightglass.boards.morning;

import io.nightglass.boards.RoundFunnel;
import io.nightglass.boards.rounds.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the rounds of a night came, by the rule of the funnel board.
 *
 * @param reached rounds per step of {@link RoundFunnel#STEPS}, never rising; rounds that never started count nowhere
 * @param median the middle duration of a round that was decided; null when none was
 */
public record Leak(List<Long> reached, @Nullable Duration median) {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** @param lost rounds that reached the step before but not this one */
    public record Lost(String step, int place, long lost) {}

    public static Leak of(List<Round> rounds) {
        var reached = new long[RoundFunnel.STEPS.size()];
        for (var round : rounds) {
            for (int step = 0; step < reachedBy(round); step++) {
                reached[step]++;
            }
        }
        var counts = java.util.Arrays.stream(reached).boxed().toList();
        return new Leak(counts, medianOf(rounds));
    }

    /** How many steps {@code round} reached, 0 when it never started. */
    public static int reachedBy(Round round) {
        var times = round.times();
        var started = times.started();
        if (started == null) {
            return 0;
        }
        int reached = 1;
        Instant previous = started;
        for (var next : java.util.Arrays.asList(times.generated(), times.applied(), times.scored(), times.kept())) {
            if (next == null || next.isBefore(previous) || next.isAfter(started.plus(LONGEST))) {
                return reached;
            }
            reached++;
            previous = next;
        }
        return reached;
    }

    /** Rounds lost at the step at {@code place} (0 is round_started, where none is lost). */
    public long lost(int place) {
        return place == 0 ? 0 : reached.get(place - 1) - reached.get(place);
    }

    /** The step at which most rounds are lost, the verdict included; the earlier of equals. Empty when none is. */
    public Optional<Lost> worst() {
        return worstUpTo(reached.size());
    }

    /** The same among the steps before the verdict: reverting is normal. */
    public Optional<Lost> worstBeforeVerdict() {
        return worstUpTo(reached.size() - 1);
    }

    private Optional<Lost> worstUpTo(int end) {
        int worst = 0;
        for (int place = 1; place < end; place++) {
            if (lost(place) > lost(worst)) {
                worst = place;
            }
        }
        return worst == 0
                ? Optional.empty()
                : Optional.of(new Lost(RoundFunnel.STEPS.get(worst), worst + 1, lost(worst)));
    }

    private static @Nullable Duration medianOf(List<Round> rounds) {
        var times = rounds.stream()
                .map(Leak::duration)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        if (times.isEmpty()) {
            return null;
        }
        int middle = times.size() / 2;
        return times.size() % 2 == 1
                ? times.get(middle)
                : times.get(middle - 1).plus(times.get(middle)).dividedBy(2);
    }

    private static @Nullable Duration duration(Round round) {
        var started = round.times().started();
        var decided = round.times().decided();
        return started == null || decided == null || decided.isBefore(started)
                ? null
                : Duration.between(started, decided);
    }
}
