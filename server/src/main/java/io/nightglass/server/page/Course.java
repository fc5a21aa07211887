package io.nightglass.server.page;

import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.Scorer;
import io.nightglass.boards.rounds.Scorers;
import io.nightglass.catalog.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a trend that compare: they follow each other under one scorer.
 *
 * @param change what is another thing than in the course before; "" for the first
 * @param before the best score this scorer gave before; null when there was none
 * @param points by time, at least one
 */
public record Course(Scorer scorer, String change, @Nullable Double before, List<Trend.Point> points) {

    /** Parts {@code scored} where the scorer changes. A scorer that comes back goes on from its own best. */
    static List<Course> of(
            @Nullable String project,
            List<Round> scored,
            Direction direction,
            Scorers scorers,
            Trend.Calendar calendar) {
        var courses = new ArrayList<Course>();
        var ordered = scored.stream()
                .sorted(Comparator.comparing(
                        round -> Objects.requireNonNull(round.times().scored())))
                .toList();
        for (var round : ordered) {
            var scorer = scorers.of(round);
            var last = courses.isEmpty() ? null : courses.getLast();
            if (last == null || !last.scorer.agrees(scorer)) {
                var change = last == null ? "" : scorer.changedFrom(last.scorer);
                var before = best(courses, scorers.before(project, direction, scorer), direction, scorer);
                courses.add(new Course(scorer, change, before, new ArrayList<>()));
            } else {
                courses.set(
                        courses.size() - 1, new Course(last.scorer.and(scorer), last.change, last.before, last.points));
            }
            var at = Objects.requireNonNull(round.times().scored());
            double score = Objects.requireNonNull(round.score());
            courses.getLast().points.add(new Trend.Point(calendar.x(at), at, score, round.verdict(), round.id()));
        }
        return List.copyOf(courses);
    }

    private static @Nullable Double best(
            List<Course> courses, @Nullable Double before, Direction direction, Scorer scorer) {
        var best = before;
        for (var course : courses) {
            if (course.scorer.agrees(scorer)) {
                for (var point : course.points) {
                    best = best == null || direction.beats(point.score(), best) ? Double.valueOf(point.score()) : best;
                }
            }
        }
        return best;
    }
}
