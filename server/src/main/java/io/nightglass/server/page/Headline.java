package io.nightglass.server.page;

import static io.nightglass.boards.morning.LoopNight.State.FIRST;
import static io.nightglass.boards.morning.LoopNight.State.IMPROVED;

import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentence a morning opens with: true without the charts. */
final class Headline {
    private Headline() {}

    static String of(Morning morning, Times times) {
        var ran = morning.ran();
        if (ran.isEmpty()) {
            return nothingRan(morning, times);
        }
        var better = ran.stream()
                .filter(loop -> loop.state() == IMPROVED || loop.state() == FIRST)
                .toList();
        var rest = ran.stream().filter(loop -> !better.contains(loop)).toList();
        if (ran.size() == 1) {
            return alone(ran.getFirst());
        }
        if (rest.isEmpty()) {
            return ran.size() == 2 ? "Both loops improved." : "All %s loops improved.".formatted(word(ran.size()));
        }
        if (better.isEmpty()) {
            var none = ran.size() == 2
                    ? "Neither loop improved"
                    : "None of the %s loops improved".formatted(word(ran.size()));
            return none + (morning.count(Verdict.KEPT) == 0 ? "; nothing was kept." : ".");
        }
        var who = better.size() == 1 ? name(better.getFirst()) : Count.word(better.size()) + " loops";
        return "%s improved; %s.".formatted(who, rest.size() > 2 ? word(rest.size()) + " did not" : remaining(rest));
    }

    private static String remaining(List<LoopNight> loops) {
        return loops.stream().map(Headline::shortfall).collect(Collectors.joining(", "));
    }

    private static String shortfall(LoopNight loop) {
        long kept = loop.count(Verdict.KEPT);
        return kept == 0
                ? "%s kept nothing in %s"
                        .formatted(name(loop), Count.of(loop.rounds().size(), "round"))
                : "%s kept %s without a new best".formatted(name(loop), Count.of(kept, "round"));
    }

    private static String alone(LoopNight loop) {
        var score = new Score(loop.best().metric());
        return switch (loop.state()) {
            case IMPROVED ->
                "%s improved, %s → %s."
                        .formatted(
                                name(loop),
                                score.of(loop.best().before()),
                                score.of(loop.best().after()));
            case FIRST ->
                "%s has its first scores; the best is %s."
                        .formatted(name(loop), score.of(loop.best().after()));
            case FLAT -> sentence(shortfall(loop));
            case UNSCORED ->
                "%s has no score yet in %s."
                        .formatted(name(loop), Count.of(loop.rounds().size(), "round"));
            case DID_NOT_RUN -> "%s did not run.".formatted(name(loop));
        };
    }

    private static String nothingRan(Morning morning, Times times) {
        var last = morning.lastRun();
        return last == null
                ? "Nothing ran this night."
                : "Nothing ran this night. The last run ended on %s.".formatted(times.moment(last));
    }

    private static String sentence(String text) {
        return text + ".";
    }

    private static String name(LoopNight loop) {
        return loop.project() == null ? "a loop without a name" : loop.project();
    }

    private static String word(long count) {
        return Count.word(count).toLowerCase(Locale.ROOT);
    }
}
