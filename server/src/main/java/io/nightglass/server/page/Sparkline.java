package io.nightglass.server.page;

import io.nightglass.boards.morning.NightBest;
import io.nightglass.catalog.Direction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The best score of 30 nights as a drawing of 150 by 48: a dot per night under the running best. Up is better.
 *
 * @param path "" when no night was scored
 * @param end the running best at the last night
 */
public record Sparkline(String path, List<Dot> dots, Dot end) {
    private static final double LEFT = 3;
    private static final double WIDTH = 144;
    private static final double TOP = 6;
    private static final double HEIGHT = 36;
    private static final int NIGHTS = 30;

    public record Dot(String x, String y) {}

    static Sparkline of(List<NightBest> nights, Direction direction, LocalDate last) {
        var dots = new ArrayList<Dot>();
        var path = new StringBuilder();
        if (nights.isEmpty()) {
            return new Sparkline("", dots, new Dot("0", "0"));
        }
        double low = nights.stream().mapToDouble(NightBest::best).min().orElseThrow();
        double high = nights.stream().mapToDouble(NightBest::best).max().orElseThrow();
        double running = nights.getFirst().best();
        for (var night : nights) {
            running = direction.beats(night.best(), running) ? night.best() : running;
            var x = x(night.night(), last);
            dots.add(new Dot(x, y(night.best(), direction, low, high)));
            var y = y(running, direction, low, high);
            path.append(path.isEmpty() ? "M" + x + "," + y : "H" + x + "V" + y);
        }
        var end = new Dot(x(last, last), y(running, direction, low, high));
        return new Sparkline(path.append("H").append(end.x).toString(), dots, end);
    }

    private static String x(LocalDate night, LocalDate last) {
        long ago = ChronoUnit.DAYS.between(night, last);
        return number(LEFT + WIDTH * (NIGHTS - 1 - ago) / (NIGHTS - 1));
    }

    private static String y(double score, Direction direction, double low, double high) {
        double share = low == high ? 0.5 : (score - low) / (high - low);
        return number(TOP + HEIGHT * (direction == Direction.MAXIMIZE ? 1 - share : share));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
