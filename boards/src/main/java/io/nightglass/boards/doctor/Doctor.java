package io.nightglass.boards.doctor;

import io.nightglass.boards.Asker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for every pitfall in the events kept. Blocks for one query each. */
public record Doctor(Asker asker) {
    /** Longer than most rounds and pauses, so that last night's runs are judged this morning. */
    private static final Duration QUIET = Duration.ofHours(2);

    private static final List<Pitfall> ALL = Stream.of(
                    RunPitfalls.ALL.stream(), ScorePitfalls.ALL.stream(), SendingPitfalls.ALL.stream())
            .flatMap(pitfalls -> pitfalls)
            .toList();

    /** The ids of all that is looked for, in the order of {@link #findings}. */
    public static List<String> ids() {
        return ALL.stream().map(Pitfall::id).toList();
    }

    /** What was found; empty when all is well. */
    public List<Finding> findings() {
        var quiet = asker.clock().instant().minus(QUIET);
        var found = new ArrayList<Finding>();
        for (var pitfall : ALL) {
            var row = asker.rows(pitfall.hogql(), Map.of("quiet", quiet)).getFirst();
            if (row.count("n") > 0) {
                found.add(new Finding(
                        pitfall.id(),
                        pitfall.title(),
                        row.count("n"),
                        row.requiredText("example"),
                        row.text("round"),
                        pitfall.advice()));
            }
        }
        return List.copyOf(found);
    }
}
