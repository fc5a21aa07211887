package io.nightglass.boards.rounds;

import io.nightglass.boards.Asker;
import io.nightglass.catalog.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which scorer made which score around a span of time. Reads the store once; then safe to share. */
public final class Scorers {
    private static final Duration LONGEST_ROUND = Duration.ofHours(24);

    private final Map<String, Scorer> ofRounds = new HashMap<>();
    private final List<Past> past;

    /** The lowest and highest score a project ever had of one scorer before the span; the latest scorer first. */
    private record Past(String project, Scorer scorer, double low, double high) {}

    /** Blocks for two queries. */
    public Scorers(Asker asker, Instant begin, Instant end) {
        var earliest = begin.minus(LONGEST_ROUND);
        for (var row : asker.rows("""
                SELECT round_id, max(properties.scorer_version) AS version, max(properties.scorer_profile) AS profile FROM events
                WHERE event IN ('round_started', 'round_scored') AND timestamp >= {start} AND timestamp < {end}
                  AND round_id IS NOT NULL
                  AND (properties.scorer_version IS NOT NULL OR properties.scorer_profile IS NOT NULL)
                GROUP BY round_id LIMIT 50000""", Map.of("start", earliest, "end", end))) {
            ofRounds.put(row.requiredText("round_id"), new Scorer(null, row.text("version"), row.text("profile")));
        }
        past = asker.rows("""
                SELECT project, properties.metric AS metric, properties.scorer_version AS version,
                       properties.scorer_profile AS profile, min(properties.score) AS low, max(properties.score) AS high,
                       max(timestamp) AS last
                FROM events WHERE event = 'round_scored' AND timestamp < {start} AND properties.score IS NOT NULL
                GROUP BY project, metric, version, profile ORDER BY last DESC LIMIT 50000""", Map.of("start", begin)).stream()
                .map(row -> new Past(
                        Objects.requireNonNullElse(row.text("project"), ""),
                        new Scorer(row.text("metric"), row.text("version"), row.text("profile")),
                        Objects.requireNonNull(row.number("low")),
                        Objects.requireNonNull(row.number("high"))))
                .toList();
    }

    /** What made the score of {@code round}. */
    public Scorer of(Round round) {
        var said = new Scorer(round.outcome().metric(), null, null);
        return said.and(ofRounds.getOrDefault(round.id(), Scorer.UNKNOWN));
    }

    /** Every change of the scorer among {@code rounds} of one project, by time; the first may be one from before. */
    public List<String> changes(@Nullable String project, List<Round> rounds) {
        var changes = new ArrayList<String>();
        var running = latest(project);
        var scored = rounds.stream()
                .filter(round -> round.score() != null && round.times().scored() != null)
                .sorted(Comparator.comparing(
                        round -> Objects.requireNonNull(round.times().scored())))
                .toList();
        for (var round : scored) {
            var scorer = of(round);
            if (!scorer.agrees(running)) {
                changes.add(scorer.changedFrom(running));
                running = scorer;
            } else {
                running = running.and(scorer);
            }
        }
        return changes;
    }

    /** What is known of the last scorer before the span. */
    private Scorer latest(@Nullable String project) {
        var latest = Scorer.UNKNOWN;
        for (var old : past) {
            latest = old.project.equals(Objects.requireNonNullElse(project, "")) ? old.scorer.and(latest) : latest;
        }
        return latest;
    }

    /** The best score before the span that compares with those of {@code scorer}; null when there was none. */
    public @Nullable Double before(@Nullable String project, Direction direction, Scorer scorer) {
        @Nullable Double best = null;
        for (var old : past) {
            if (old.project.equals(Objects.requireNonNullElse(project, "")) && old.scorer.agrees(scorer)) {
                double score = direction == Direction.MINIMIZE ? old.low : old.high;
                best = best == null || direction.beats(score, best) ? Double.valueOf(score) : best;
            }
        }
        return best;
    }
}
