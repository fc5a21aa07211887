package io.nightglass.server.page.runs;

import io.nightglass.boards.Spent;
import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A night's figures, to be laid beside another's. */
final class NightFigureText {
    private static final List<String> TOTALS = List.of(
            "Rounds",
            "Kept",
            "Reverted",
            "Crashed",
            "Open",
            "Spent",
            "Per kept",
            "Wasted",
            "Escalations",
            "Failed calls",
            "Anomalies",
            "Stopped");

    private NightFigureText() {}

    /** Of all loops together, then the best score of each loop that ran in one of them. */
    static List<String> names(List<Morning> mornings) {
        var names = new ArrayList<>(TOTALS);
        mornings.stream()
                .flatMap(morning -> morning.ran().stream())
                .map(LoopNight::project)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(names::add);
        return List.copyOf(names);
    }

    static ComparePage.Side side(Morning morning, List<String> names) {
        var money = morning.money();
        var values = new ArrayList<>(List.of(
                Count.of(morning.rounds()),
                Count.of(morning.count(Verdict.KEPT)),
                Count.of(morning.count(Verdict.REVERTED)),
                Count.of(morning.count(Verdict.CRASHED)),
                Count.of(morning.count(Verdict.OPEN)),
                Money.sum(money.all()),
                perKept(money.all(), morning.count(Verdict.KEPT)),
                Money.sum(money.wasted()),
                Count.of(morning.loops().stream()
                        .mapToLong(loop -> loop.counts().escalations())
                        .sum()),
                Count.of(morning.loops().stream()
                        .mapToLong(loop -> loop.counts().failedCalls())
                        .sum()),
                Count.of(morning.loops().stream()
                        .mapToLong(loop -> loop.counts().anomalies())
                        .sum()),
                stops(morning)));
        names.stream()
                .skip(TOTALS.size())
                .map(name -> morning.loop(name).map(NightFigureText::best).orElse("—"))
                .forEach(values::add);
        var date = morning.night().date();
        return new ComparePage.Side("Night of " + Times.day(date), Links.to("/").with("night", date), values);
    }

    static String perKept(Spent spent, long kept) {
        var cost = spent.isKnown() ? spent.per(kept) : null;
        return cost == null ? "—" : Money.sum(new Spent(cost, 1, spent.unpriced()));
    }

    private static String best(LoopNight loop) {
        var score = new Score(loop.best().metric());
        return loop.ran()
                ? "%s, %d of %d kept"
                        .formatted(
                                score.of(loop.best().after()),
                                loop.count(Verdict.KEPT),
                                loop.rounds().size())
                : "did not run";
    }

    private static String stops(Morning morning) {
        return morning.stops().isEmpty()
                ? "—"
                : morning.stops().stream()
                        .map(stop -> Objects.requireNonNullElse(stop.reason(), "no reason given"))
                        .collect(Collectors.joining(", "));
    }
}
