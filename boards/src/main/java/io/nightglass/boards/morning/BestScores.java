package io.nightglass.boards.morning;

import io.nightglass.boards.Asker;
import io.nightglass.catalog.Direction;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The best score of every loop before a moment and up to a later one; keys are project names, "" for none. */
public record BestScores(Asker asker) {

    /** A round counts by when it began. */
    public Map<String, Best> around(Instant start, Instant end) {
        var bests = new HashMap<String, Best>();
        for (var row : asker.rows("""
                SELECT project, countIf(direction = 'minimize') * 2 > count() AS down, argMax(metric, scored_at) AS metric,
                       minIf(score, began < {start}) AS low_before, maxIf(score, began < {start}) AS high_before,
                       min(score) AS low, max(score) AS high
                FROM (SELECT project, direction, metric, scored_at, score, coalesce(started_at, first_at) AS began FROM rounds)
                WHERE began < {end} AND score IS NOT NULL
                GROUP BY project""", Map.of("start", start, "end", end))) {
            boolean down = row.truth("down");
            bests.put(
                    MorningReader.key(row.text("project")),
                    new Best(
                            down ? Direction.MINIMIZE : Direction.MAXIMIZE,
                            row.text("metric"),
                            row.number(down ? "low_before" : "high_before"),
                            row.number(down ? "low" : "high")));
        }
        return bests;
    }
}
