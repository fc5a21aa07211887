package io.nightglass.boards.morning;

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
 * @param projects whose rounds, at most all; "" for none
 */
public record FailureMode(@Nullable String name, long rounds, List<String> projects) {
    private static final String UNSAID = "";

    static List<FailureMode> of(List<LoopNight> loops) {
        var rounds = new LinkedHashMap<String, Long>();
        var projects = new LinkedHashMap<String, Set<String>>();
        for (var loop : loops) {
            for (Round round : loop.rounds()) {
                if (round.verdict() == Verdict.REVERTED || round.verdict() == Verdict.CRASHED) {
                    var name = Objects.requireNonNullElse(round.outcome().failureMode(), UNSAID);
                    rounds.merge(name, 1L, Long::sum);
                    projects.computeIfAbsent(name, n -> new LinkedHashSet<>())
                            .add(Objects.requireNonNullElse(loop.project(), UNSAID));
                }
            }
        }
        var modes = new ArrayList<FailureMode>();
        rounds.forEach((name, count) -> modes.add(new FailureMode(
                name.equals(UNSAID) ? null : name, count, List.copyOf(Objects.requireNonNull(projects.get(name))))));
        modes.sort(Comparator.comparing(FailureMode::rounds).reversed());
        return List.copyOf(modes);
    }
}
