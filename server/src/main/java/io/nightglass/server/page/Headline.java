package io.nightglass.server.page;

import static io.nightglass.boards.morning.LoopNight.State.FIRST;
import static io.nightglass.boards.morning.LoopNight.State.IMPROVED;

import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.catalog.Verdict;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Money;
import io.nightglass.server.page.format.Score;
import io.nightglass.server.page.format.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sentence a morning opens with: true without the charts. Its numbers lead to the rounds behind them. */
public final class Headline {
    private final Morning morning;
    private final Times times;
    private final List<Phrase> phrases = new ArrayList<>();

    /** A part of the sentence. @param link what is behind it; null for plain words */
    public record Phrase(String text, @Nullable Links link) {}

    private Headline(Morning morning, Times times) {
        this.morning = morning;
        this.times = times;
    }

    public static List<Phrase> of(Morning morning, Times times) {
        var headline = new Headline(morning, times);
        headline.sayAll();
        headline.say(".");
        return List.copyOf(headline.phrases);
    }

    private void sayAll() {
        var ran = morning.ran();
        var better = ran.stream()
                .filter(loop -> loop.state() == IMPROVED || loop.state() == FIRST)
                .toList();
        var rest = ran.stream().filter(loop -> !better.contains(loop)).toList();
        if (ran.isEmpty()) {
            nothingRan();
        } else if (ran.size() == 1) {
            alone(ran.getFirst());
        } else if (rest.isEmpty()) {
            say(ran.size() == 2 ? "Both loops improved" : "All %s loops improved".formatted(word(ran.size())));
        } else if (better.isEmpty()) {
            say(
                    ran.size() == 2
                            ? "Neither loop improved"
                            : "None of the %s loops improved".formatted(word(ran.size())));
            say(morning.count(Verdict.KEPT) == 0 ? "; nothing was kept" : "");
        } else {
            say((better.size() == 1 ? name(better.getFirst()) : Count.word(better.size()) + " loops") + " improved; ");
            remaining(rest);
        }
    }

    private void remaining(List<LoopNight> loops) {
        if (loops.size() > 2) {
            say(word(loops.size()) + " did not");
            return;
        }
        shortfall(loops.getFirst());
        loops.stream().skip(1).forEach(loop -> {
            say(", ");
            shortfall(loop);
        });
    }

    private void shortfall(LoopNight loop) {
        long kept = loop.count(Verdict.KEPT);
        var money = loop.money().all();
        if (kept == 0 && money.isKnown()) {
            say(name(loop) + " spent " + Money.inWords(money) + " and kept nothing in ");
        } else {
            say(name(loop) + (kept == 0 ? " kept nothing in " : " kept "));
        }
        if (kept == 0) {
            say(Count.of(loop.rounds().size(), "round"), rounds(loop));
        } else {
            say(Count.of(kept, "round"), rounds(loop).with("verdict", Verdict.KEPT.wire()));
            say(" without a new best");
        }
    }

    private void alone(LoopNight loop) {
        var score = new Score(loop.best().metric());
        var best = loop.bestKept()
                .filter(round -> Objects.equals(round.score(), loop.best().after()))
                .map(round -> Links.toRound(round.id()))
                .orElse(null);
        switch (loop.state()) {
            case IMPROVED -> {
                say("%s improved, %s → "
                        .formatted(name(loop), score.of(loop.best().before())));
                say(score.of(loop.best().after()), best);
            }
            case FIRST -> {
                say(name(loop) + " has its first scores; the best is ");
                say(score.of(loop.best().after()), best);
            }
            case FLAT -> shortfall(loop);
            case UNSCORED -> {
                say(name(loop) + " has no score yet in ");
                say(Count.of(loop.rounds().size(), "round"), rounds(loop));
            }
            case DID_NOT_RUN -> say(name(loop) + " did not run");
        }
    }

    private void nothingRan() {
        var last = morning.lastRun();
        say("Nothing ran this night");
        say(last == null ? "" : ". The last run ended on %s".formatted(times.moment(last)));
    }

    private void say(String text) {
        say(text, null);
    }

    private void say(String text, @Nullable Links link) {
        phrases.add(new Phrase(text, link));
    }

    private Links rounds(LoopNight loop) {
        return Links.to("/rounds").with("night", morning.night().date()).ofProject(loop.project());
    }

    private static String name(LoopNight loop) {
        return loop.project() == null ? "a loop without a name" : loop.project();
    }

    private static String word(long count) {
        return Count.word(count).toLowerCase(Locale.ROOT);
    }
}
