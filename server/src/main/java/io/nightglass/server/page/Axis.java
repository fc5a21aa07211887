package io.nightglass.server.page;

import io.nightglass.boards.Night;
import io.nightglass.boards.morning.Morning;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The clock all strips of a night share: 21:00 to 07:00, stretched to the hours used.
 *
 * @param marks hours to draw
 */
public record Axis(Instant start, Instant end, List<Mark> marks) {
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** @param x percent from the left */
    public record Mark(String label, String x) {}

    static Axis of(Morning morning) {
        var night = morning.night();
        var start = night.date().atTime(EVENING).atZone(night.zone()).toInstant();
        var end = night.date().plusDays(1).atTime(MORNING).atZone(night.zone()).toInstant();
        for (var loop : morning.loops()) {
            for (var round : loop.rounds()) {
                start = round.at().isBefore(start) ? round.at().truncatedTo(ChronoUnit.HOURS) : start;
            }
            if (loop.ran()) {
                var ended = Strip.ended(loop);
                var last = ended.isAfter(night.end()) ? night.end() : ended;
                end = last.isAfter(end) ? last.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS) : end;
            }
        }
        return new Axis(start, end, marks(night, start, end));
    }

    /** Percent from the left, kept within the strip. */
    double x(Instant moment) {
        double share = (double) Duration.between(start, moment).toMillis()
                / Duration.between(start, end).toMillis();
        return 100 * Math.clamp(share, 0, 1);
    }

    /** The same as an attribute says it. */
    public String at(Instant moment) {
        return percent(x(moment));
    }

    /** Whether a label to the right of it would not fit. */
    public boolean isFarRight(Instant moment) {
        return x(moment) > 91;
    }

    static String percent(double x) {
        return String.format(Locale.ROOT, "%.2f%%", x);
    }

    private static List<Mark> marks(Night night, Instant start, Instant end) {
        long hours = Duration.between(start, end).toHours();
        int step = hours > 14 ? 4 : 2;
        var marks = new ArrayList<Mark>();
        for (var hour = start.atZone(night.zone()).truncatedTo(ChronoUnit.HOURS);
                !hour.toInstant().isAfter(end);
                hour = hour.plusHours(1)) {
            if (hour.getHour() % step == 0) {
                double x = 100.0
                        * Duration.between(start, hour.toInstant()).toMillis()
                        / Duration.between(start, end).toMillis();
                if (x > 3 && x < 97) {
                    marks.add(new Mark("%02d:00".formatted(hour.getHour()), percent(x)));
                }
            }
        }
        return marks;
    }
}
