package io.nightglass.server.page;

import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.morning.Best;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one project over days or nights.
 *
 * @param project null for rounds that name none
 * @param before the best score before the first day; null when there was none
 * @param points every scored round by time
 * @param bars one per day or night that has a score, by date
 */
public record Trend(
        @Nullable String project,
        Direction direction,
        Score score,
        @Nullable Double before,
        List<Point> points,
        List<Bar> bars) {

    /** @param x days since the first day; a whole number is the middle of a day or night */
    public record Point(double x, double score, Verdict verdict, String round) {}

    /** @param running the best so far at its end */
    public record Bar(LocalDate day, double best, double running, long rounds, long kept) {}

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

    static Trend of(@Nullable String project, List<Round> rounds, Best best, Calendar calendar) {
        var points = new ArrayList<Point>();
        var days = new TreeMap<LocalDate, List<Round>>();
        for (var round : rounds) {
            var value = round.score();
            if (value != null) {
                var when = Objects.requireNonNullElse(round.times().scored(), round.at());
                points.add(new Point(calendar.x(when), value, round.verdict(), round.id()));
                days.computeIfAbsent(calendar.day(when), d -> new ArrayList<>()).add(round);
            }
        }
        points.sort(java.util.Comparator.comparingDouble(Point::x));
        var score = new Score(best.metric());
        return new Trend(project, best.direction(), score, best.before(), points, bars(days, best));
    }

    private static List<Bar> bars(TreeMap<LocalDate, List<Round>> days, Best best) {
        var bars = new ArrayList<Bar>();
        @Nullable Double running = best.before();
        for (var day : days.entrySet()) {
            double top = day.getValue().stream()
                    .mapToDouble(round -> Objects.requireNonNull(round.score()))
                    .reduce((a, b) -> best.direction().beats(b, a) ? b : a)
                    .orElseThrow();
            running = running == null || best.direction().beats(top, running) ? top : running;
            long kept = day.getValue().stream()
                    .filter(round -> round.verdict() == Verdict.KEPT)
                    .count();
            bars.add(new Bar(day.getKey(), top, running, day.getValue().size(), kept));
        }
        return bars;
    }

    public @Nullable Double last() {
        return bars.isEmpty() ? before : Double.valueOf(bars.getLast().running());
    }

    /** How much the last day or night added: positive is better; null when nothing came before. */
    public @Nullable Double gain() {
        if (bars.isEmpty()) {
            return null;
        }
        var previous =
                bars.size() > 1 ? Double.valueOf(bars.get(bars.size() - 2).running()) : before;
        return previous == null ? null : direction.delta(bars.getLast().running(), previous);
    }

    /** How many days or nights at the end brought no new best. */
    public int flat() {
        int flat = 0;
        for (int i = bars.size() - 1;
                i > 0 && bars.get(i).running() == bars.get(i - 1).running();
                i--) {
            flat++;
        }
        return flat;
    }
}
