package io.nightglass.server.page;

import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.morning.Best;
import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.rounds.Scorers;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one project over days or nights.
 *
 * @param project null for rounds that name none
 * @param courses every scored round by time, parted where the scorer changed
 * @param bars one per day or night that has a score, by date
 */
public record Trend(@Nullable String project, Direction direction, Score score, List<Course> courses, List<Bar> bars) {

    /** @param x days since the first day; a whole number is the middle of a day or night */
    public record Point(double x, Instant at, double score, Verdict verdict, String round) {}

    /**
     * The best of a day or night, of its last scorer when it had several.
     *
     * @param running the best so far at its end
     * @param restarts whether the running best began anew, for scores before do not compare
     */
    public record Bar(LocalDate day, double best, double running, long rounds, long kept, boolean restarts) {}

    /** Where days begin. @param byDay midnight, else noon */
    record Calendar(LocalDate first, ZoneId zone, boolean byDay) {
        static Calendar of(Filters filters, ZoneId zone) {
            return new Calendar(filters.query().from(), zone, filters.byDay());
        }

        LocalDate day(Instant moment) {
            return local(moment).toLocalDate();
        }

        double x(Instant moment) {
            return Duration.between(first.atStartOfDay(), local(moment)).toMillis() / 86_400_000.0 - 0.5;
        }

        Instant begin(BoardQuery query) {
            return boundary(query.from());
        }

        Instant end(BoardQuery query) {
            return boundary(query.to().plusDays(1));
        }

        private java.time.LocalDateTime local(Instant moment) {
            return moment.atZone(zone).toLocalDateTime().minusHours(byDay ? 0 : 12);
        }

        private Instant boundary(LocalDate day) {
            return day.atStartOfDay().plusHours(byDay ? 0 : 12).atZone(zone).toInstant();
        }
    }

    static Trend of(@Nullable String project, List<Round> scored, Best best, Scorers scorers, Calendar calendar) {
        var courses = Course.of(project, scored, best.direction(), scorers, calendar);
        return new Trend(
                project,
                best.direction(),
                new Score(best.metric()),
                courses,
                bars(courses, best.direction(), calendar));
    }

    private static List<Bar> bars(List<Course> courses, Direction direction, Calendar calendar) {
        var bars = new TreeMap<LocalDate, Bar>();
        for (var course : courses) {
            @Nullable Double running = course.before();
            boolean restarts = course != courses.getFirst();
            for (var point : course.points()) {
                double score = point.score();
                running = running == null || direction.beats(score, running) ? Double.valueOf(score) : running;
                var day = calendar.day(point.at());
                var all = bars.get(day);
                var bar = point == course.points().getFirst() ? null : all; // the best is of the last scorer
                bars.put(
                        day,
                        new Bar(
                                day,
                                bar != null && direction.beats(bar.best, score) ? bar.best : score,
                                running,
                                (all == null ? 0 : all.rounds) + 1,
                                (all == null ? 0 : all.kept) + (point.verdict() == Verdict.KEPT ? 1 : 0),
                                restarts || (bar != null && bar.restarts)));
                restarts = false;
            }
        }
        return List.copyOf(bars.values());
    }

    public boolean isEmpty() {
        return courses.isEmpty();
    }

    /** Where the scorer changed: every course but the first. */
    public List<Course> restarts() {
        return courses.stream().skip(1).toList();
    }

    /** The best score before() the first point; null when there was none. */
    public @Nullable Double before() {
        return courses.isEmpty() ? null : courses.getFirst().before();
    }

    public @Nullable Double last() {
        return bars.isEmpty() ? before() : Double.valueOf(bars.getLast().running());
    }

    /** How much the last day or night added: positive is better; null when nothing came before(). */
    public @Nullable Double gain() {
        if (bars.isEmpty() || bars.getLast().restarts()) {
            return null;
        }
        var previous =
                bars.size() > 1 ? Double.valueOf(bars.get(bars.size() - 2).running()) : before();
        return previous == null ? null : direction.delta(bars.getLast().running(), previous);
    }

    /** How many days or nights at the end brought no new best. */
    public int flat() {
        int flat = 0;
        for (int i = bars.size() - 1;
                i > 0
                        && !bars.get(i).restarts()
                        && bars.get(i).running() == bars.get(i - 1).running();
                i--) {
            flat++;
        }
        return flat;
    }
}
