package io.nightglass.boards.morning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stop_triggered.
 *
 * @param rounds what it says about the rounds it completed
 */
public record Stop(
        Instant at,
        @Nullable String project,
        @Nullable String run,
        @Nullable String reason,
        @Nullable Long rounds) {

    /** How often one reason ended something. @param reason null when none was sent */
    public record Reason(@Nullable String reason, long stops) {}

    /** The most frequent first, then by name. */
    public static List<Reason> byReason(List<Stop> stops) {
        var counts = new TreeMap<String, Long>();
        stops.forEach(stop -> counts.merge(Objects.requireNonNullElse(stop.reason(), ""), 1L, Long::sum));
        return counts.entrySet().stream()
                .map(count -> new Reason(count.getKey().isEmpty() ? null : count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(Reason::stops).reversed())
                .toList();
    }
}
