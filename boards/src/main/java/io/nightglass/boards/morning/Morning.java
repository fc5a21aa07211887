package io.nightglass.boards.morning;

import io.nightglass.boards.Night;
import io.nightglass.catalog.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One night of every loop.
 *
 * @param loops those that ran this night or in the 30 nights up to it, or have anything else in it, by name
 * @param changes what was different from the night before, by time
 * @param lastEvent the latest event of the night's rounds; null when nothing ran
 * @param lastRun the latest round of an earlier night; null when there is none
 */
public record Morning(
        Night night,
        List<LoopNight> loops,
        List<Change> changes,
        @Nullable Instant lastEvent,
        @Nullable Instant lastRun) {

    /** The loops that have rounds this night. */
    public List<LoopNight> ran() {
        return loops.stream().filter(LoopNight::ran).toList();
    }

    /** The loops that have anything in this night: what a report is about. */
    public List<LoopNight> inNight() {
        return loops.stream().filter(LoopNight::isInNight).toList();
    }

    public long rounds() {
        return loops.stream().mapToLong(loop -> loop.rounds().size()).sum();
    }

    public long count(Verdict verdict) {
        return loops.stream().mapToLong(loop -> loop.count(verdict)).sum();
    }

    /** Every stop of the night, by time. */
    public List<Stop> stops() {
        return loops.stream()
                .flatMap(loop -> loop.stops().stream())
                .sorted(java.util.Comparator.comparing(Stop::at))
                .toList();
    }

    /** Why rounds were reverted or crashed, the dearest first. */
    public List<FailureMode> failureModes() {
        return FailureMode.of(loops);
    }

    /** What all of them spent. */
    public NightMoney money() {
        return loops.stream().map(LoopNight::money).reduce(NightMoney.NONE, NightMoney::plus);
    }

    /** The loop of that name. */
    public Optional<LoopNight> loop(String project) {
        return loops.stream().filter(loop -> project.equals(loop.project())).findFirst();
    }
}
