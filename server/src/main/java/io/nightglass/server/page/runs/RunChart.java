package io.nightglass.server.page.runs;

import io.nightglass.boards.rounds.Round;
import io.nightglass.boards.runs.Escalation;
import io.nightglass.boards.runs.Run;
import io.nightglass.boards.runs.RunCourse;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.store.MetadataStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A run as a drawing over the number of its rounds; x in percent, y in pixels.
 *
 * @param best the best so far as a path, x in thousandths; "" when nothing was scored
 * @param spent the money so far, likewise; "" when none is known
 * @param spentOnKept that of kept rounds
 */
public record RunChart(
        List<Dot> dots,
        List<Mark> escalations,
        List<Mark> notes,
        List<Grid> scores,
        List<Grid> numbers,
        String best,
        String spent,
        String spentOnKept,
        String mostSpent) {
    static final int SCORE_TOP = 34;
    static final int SCORE_BOTTOM = 194;
    static final int CRASHED = 212;
    static final int MONEY_TOP = 236;
    static final int MONEY_BOTTOM = 296;
    /** Beyond this many rounds only what stands apart is drawn for those that were not kept. */
    private static final int MANY = 600;

    /** A round. @param said what a reader who cannot see it is told */
    public record Dot(String x, String y, Verdict verdict, Links link, String said) {}

    /** A moment of the run. */
    public record Mark(String x, String said) {}

    /** A line of the grid. @param at y of a score, x of a number */
    public record Grid(String at, String label) {}

    static RunChart of(RunCourse course, Run run, List<Escalation> escalations, List<MetadataStore.Annotation> notes) {
        var stages = course.stages();
        var scale = new Scale(stages.size(), range(course));
        var score = new Score(run.goal().metric());
        double money = stages.isEmpty() ? 0 : stages.getLast().spent().usd().doubleValue();
        return new RunChart(
                dots(stages, scale, score),
                escalations.stream()
                        .map(one -> new Mark(percent(scale.x(place(stages, one.at()))), "escalated " + models(one)))
                        .toList(),
                notes.stream()
                        .map(note -> new Mark(percent(scale.x(place(stages, note.at()))), note.content()))
                        .toList(),
                scale.grid(score),
                numbers(stages.size(), scale),
                steps(course, scale),
                money == 0
                        ? ""
                        : money(
                                stages,
                                scale,
                                money,
                                stage -> stage.spent().usd().doubleValue()),
                money == 0
                        ? ""
                        : money(
                                stages,
                                scale,
                                money,
                                stage -> stage.spentOnKept().usd().doubleValue()),
                Money.of(money));
    }

    private static String models(Escalation one) {
        return "%s → %s".formatted(one.from() == null ? "—" : one.from(), one.to() == null ? "—" : one.to());
    }

    private static List<Dot> dots(List<RunCourse.Stage> stages, Scale scale, Score score) {
        var dots = new ArrayList<Dot>();
        var taken = new HashSet<String>();
        for (var stage : stages) {
            Round round = stage.round();
            var value = round.score();
            if (value == null && round.verdict() != Verdict.CRASHED) {
                continue;
            }
            var x = percent(scale.x(stage.number()));
            var y = round.verdict() == Verdict.CRASHED || value == null
                    ? Integer.toString(CRASHED)
                    : number(scale.y(value));
            boolean alike = stages.size() > MANY
                    && round.verdict() != Verdict.KEPT
                    && !taken.add("%.0f %.0f".formatted(scale.x(stage.number()) * 5, Double.parseDouble(y) / 3));
            if (!alike) {
                var said = "round %d, %s, %s"
                        .formatted(stage.number(), round.verdict().wire(), score.of(value));
                dots.add(new Dot(x, y, round.verdict(), Links.toRound(round.id()), said));
            }
        }
        return dots;
    }

    /** The number of the last round that had begun by {@code moment}, at least 1. */
    private static int place(List<RunCourse.Stage> stages, Instant moment) {
        int place = 1;
        for (var stage : stages) {
            if (!stage.round().at().isAfter(moment)) {
                place = stage.number();
            }
        }
        return place;
    }

    private static String steps(RunCourse course, Scale scale) {
        var path = new StringBuilder();
        for (var stage : course.stages()) {
            var best = stage.best();
            if (best != null) {
                var x = number(10 * scale.x(stage.number()));
                var start = course.baseline() == null ? best : course.baseline();
                path.append(path.isEmpty() ? "M0," + number(scale.y(start)) : "")
                        .append('H')
                        .append(x);
                path.append('V').append(number(scale.y(best)));
            }
        }
        return path.toString();
    }

    private static String money(
            List<RunCourse.Stage> stages, Scale scale, double most, Function<RunCourse.Stage, Double> of) {
        var path = new StringBuilder("M0," + MONEY_BOTTOM);
        for (var stage : stages) {
            double y = MONEY_BOTTOM - (MONEY_BOTTOM - MONEY_TOP) * of.apply(stage) / most;
            path.append('L')
                    .append(number(10 * scale.x(stage.number())))
                    .append(',')
                    .append(number(y));
        }
        return path.toString();
    }

    private static List<Grid> numbers(int rounds, Scale scale) {
        int step = 1;
        while (rounds / step > 8) {
            step *= 2;
        }
        var grid = new ArrayList<Grid>();
        for (int at = step; at <= rounds; at += step) {
            if (scale.x(at) > 2 && scale.x(at) < 98) {
                grid.add(new Grid(percent(scale.x(at)), Integer.toString(at)));
            }
        }
        return grid;
    }

    /** Lowest and highest of what is drawn; a few wild scores must not flatten the rest. */
    private static double @Nullable [] range(RunCourse course) {
        var scores = course.stages().stream()
                .flatMap(stage -> java.util.stream.Stream.of(stage.round().score(), stage.best()))
                .filter(java.util.Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        if (scores.length == 0) {
            return null;
        }
        double low = scores[(int) (scores.length * 0.02)];
        double high = scores[scores.length - 1 - (int) (scores.length * 0.02)];
        double best = course.stages().getLast().best() == null
                ? high
                : course.stages().getLast().best();
        low = Math.min(low, best);
        high = Math.max(high, best);
        return low == high ? new double[] {low - 0.5, high + 0.5} : new double[] {low, high};
    }

    private static String percent(double x) {
        return String.format(Locale.ROOT, "%.2f%%", x);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private record Scale(int rounds, double @Nullable [] range) {
        double x(int number) {
            return rounds <= 1 ? 50 : 1 + 98.0 * (number - 1) / (rounds - 1);
        }

        double y(double score) {
            if (range == null) {
                return SCORE_BOTTOM;
            }
            double share = (score - range[0]) / (range[1] - range[0]);
            return SCORE_BOTTOM - (SCORE_BOTTOM - SCORE_TOP) * Math.clamp(share, -0.06, 1.03);
        }

        /** Lowest, middle and highest. */
        List<Grid> grid(Score score) {
            if (range == null) {
                return List.of();
            }
            double low = range[0];
            double high = range[1];
            return List.of(low, (low + high) / 2, high).stream()
                    .map(value -> new Grid(number(y(value)), score.of(value)))
                    .toList();
        }
    }
}
