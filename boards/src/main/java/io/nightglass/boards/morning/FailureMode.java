package io.nightglass.boards.morning;

import io.nightglass.boards.Spent;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why rounds were not kept.
 *
 * @param name null when none was sent
 * @param spent the whole cost of the rounds, whenever it fell
 * @param projects whose rounds, at most all; "" for none
 */
public record FailureMode(@Nullable String name, long rounds, Spent spent, List<String> projects) {
    private static final String UNSAID = "";

    /** The dearest first, then the most frequent. */
    private static final Comparator<FailureMode> DEAREST = Comparator.<FailureMode, java.math.BigDecimal>comparing(
                    mode -> mode.spent.usd())
            .thenComparing(FailureMode::rounds)
            .reversed()
            .thenComparing(mode -> Objects.requireNonNullElse(mode.name, UNSAID));

    static List<FailureMode> of(List<LoopNight> loops) {
        var rounds = new LinkedHashMap<String, List<Round>>();
        var projects = new LinkedHashMap<String, Set<String>>();
        for (var loop : loops) {
            for (Round round : loop.rounds()) {
                if (round.verdict() == Verdict.REVERTED || round.verdict() == Verdict.CRASHED) {
                    var name = Objects.requireNonNullElse(round.outcome().failureMode(), UNSAID);
                    rounds.computeIfAbsent(name, n -> new ArrayList<>()).add(round);
                    projects.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(Objects.requireNonNullElse(loop.project(), UNSAID));
                }
            }
        }
        var modes = new ArrayList<FailureMode>();
        rounds.forEach((name, failed) -> modes.add(new FailureMode(
                name.equals(UNSAID) ? null : name,
                failed.size(),
                failed.stream().map(Round::spent).reduce(Spent.NOTHING, Spent::plus),
                List.copyOf(Objects.requireNonNull(projects.get(name))))));
        modes.sort(DEAREST);
        return List.copyOf(modes);
    }
}
