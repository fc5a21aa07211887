package io.nightglass.server.page;

import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.rounds.Round;
import io.nightglass.catalog.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One loop's night as a drawing: the best so far as a step over a tick per round. x in percent, y in pixels of 66.
 *
 * @param path the step, x in thousandths; "" when nothing was scored
 * @param from where the base line begins
 * @param to where it ends
 */
public record Strip(String path, List<Disc> discs, List<Tick> ticks, String from, String to) {
    private static final double TOP = 5;
    private static final double BOTTOM = 33;
    private static final double MIDDLE = 20;
    private static final int TICK_PER_ROUND = 400;

    /** A kept round that was a new best. */
    public record Disc(String x, String y) {}

    public record Tick(String x, Verdict verdict) {
        public String y() {
            return switch (verdict) {
                case KEPT -> "41";
                case REVERTED, OPEN -> "49";
                case CRASHED -> "56";
            };
        }

        public String height() {
            return switch (verdict) {
                case KEPT -> "14";
                case REVERTED, OPEN -> "6";
                case CRASHED -> "8";
            };
        }

        public String width() {
            return verdict == Verdict.REVERTED ? "1" : "2";
        }
    }

    /** A new best: when, what, by which verdict. */
    private record Gain(double x, double score, boolean kept) {}

    static Strip of(LoopNight loop, Axis axis) {
        var rounds = loop.rounds();
        double left = rounds.isEmpty() ? 0 : axis.x(rounds.getFirst().at());
        double right = rounds.isEmpty() ? 0 : axis.x(ended(loop));
        var gains = gains(loop, axis, right);
        var scale = new Scale(loop, gains);
        return new Strip(
                path(gains, scale, left, right),
                gains.stream()
                        .filter(Gain::kept)
                        .map(gain -> new Disc(Axis.percent(gain.x), number(scale.y(gain.score))))
                        .toList(),
                ticks(rounds, axis),
                Axis.percent(left),
                Axis.percent(right));
    }

    /** When the work of a night with rounds was over: at its stop, though verdicts and comments may come hours later. */
    static Instant ended(LoopNight loop) {
        var last = loop.rounds().stream()
                .map(Strip::ended)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        if (loop.stops().isEmpty()) {
            return last;
        }
        var stop = loop.stops().getLast().at();
        boolean wentOn = stop.isBefore(loop.rounds().getLast().at());
        return wentOn ? last : stop;
    }

    private static Instant ended(Round round) {
        var times = round.times();
        if (times.scored() != null) {
            return times.scored(); // the work was done; a verdict may come hours later
        }
        return Objects.requireNonNullElse(times.decided() != null ? times.decided() : times.applied(), round.at());
    }

    private static List<Gain> gains(LoopNight loop, Axis axis, double right) {
        var gains = new ArrayList<Gain>();
        @Nullable Double best = loop.best().before();
        for (Round round : loop.rounds()) {
            var score = round.score();
            if (score != null && (best == null || loop.best().direction().beats(score, best))) {
                var when = Objects.requireNonNullElse(round.times().scored(), round.at());
                gains.add(new Gain(Math.min(axis.x(when), right), score, round.verdict() == Verdict.KEPT));
                best = score;
            }
        }
        return gains;
    }

    private static String path(List<Gain> gains, Scale scale, double left, double right) {
        if (scale.isEmpty()) {
            return "";
        }
        var path = new StringBuilder("M%s,%s".formatted(number(left * 10), number(scale.y(scale.start))));
        gains.forEach(
                gain -> path.append("H").append(number(gain.x * 10)).append("V").append(number(scale.y(gain.score))));
        return path.append("H").append(number(right * 10)).toString();
    }

    private static List<Tick> ticks(List<Round> rounds, Axis axis) {
        if (rounds.size() <= TICK_PER_ROUND) {
            return rounds.stream()
                    .map(round -> new Tick(Axis.percent(axis.x(round.at())), round.verdict()))
                    .toList();
        }
        var pixels = new TreeMap<Long, Verdict>();
        rounds.forEach(round -> pixels.merge(Math.round(axis.x(round.at()) * 5), round.verdict(), Strip::louder));
        return pixels.entrySet().stream()
                .map(pixel -> new Tick(Axis.percent(pixel.getKey() / 5.0), pixel.getValue()))
                .toList();
    }

    /** Which of two verdicts shows when they share a pixel. */
    private static Verdict louder(Verdict a, Verdict b) {
        return loudness(a) >= loudness(b) ? a : b;
    }

    private static int loudness(Verdict verdict) {
        return switch (verdict) {
            case KEPT -> 3;
            case CRASHED -> 2;
            case OPEN -> 1;
            case REVERTED -> 0;
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** From scores to heights: the night's first best below, its last above, whatever the direction. */
    private static final class Scale {
        final double start;
        private final double end;
        private final boolean empty;

        Scale(LoopNight loop, List<Gain> gains) {
            var before = loop.best().before();
            empty = before == null && gains.isEmpty();
            start = before != null ? before : empty ? 0 : gains.getFirst().score;
            end = gains.isEmpty() ? start : gains.getLast().score;
        }

        boolean isEmpty() {
            return empty;
        }

        double y(double score) {
            return start == end ? MIDDLE : BOTTOM - (BOTTOM - TOP) * (score - start) / (end - start);
        }
    }
}
