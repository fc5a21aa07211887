package io.nightglass.cli.sample;

import io.nightglass.catalog.Direction;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Feedback;
import io.nightglass.catalog.event.FinetuneBatchPublished;
import io.nightglass.catalog.event.Metric;
import io.nightglass.catalog.event.ModelEscalated;
import io.nightglass.catalog.event.StopTriggered;
import io.nightglass.catalog.event.TokenMachineAnomaly;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** gtm-autoresearch: improves a tag container, stops on a plateau, escalates from a cheap model to a strong one. */
final class GtmLoop {
    private static final double SEED_SCORE = 0.642;
    private static final int PATIENCE = 40;
    private static final int STALLS = 5;
    private static final int BAD_JSON_LIMIT = 5;

    private static final List<Climb.Plan> PLAN = List.of(
            new Climb.Plan(3, 0.655),
            new Climb.Plan(3, 0.668),
            new Climb.Plan(2, 0.674),
            new Climb.Plan(3, 0.688),
            new Climb.Plan(3, 0.697),
            new Climb.Plan(2, 0.703),
            new Climb.Plan(2, 0.710),
            new Climb.Plan(2, 0.716),
            new Climb.Plan(0, 0.716),
            new Climb.Plan(0, 0.716),
            new Climb.Plan(3, 0.727),
            new Climb.Plan(2, 0.735),
            new Climb.Plan(1, 0.741),
            new Climb.Plan(7, 0.783));

    /** Nights on which the router sent the planner's calls to the judge's model for a while, and when it noticed. */
    private static final Map<Integer, LocalTime> MISROUTED = Map.of(
            3, LocalTime.of(0, 20),
            7, LocalTime.of(1, 5),
            13, LocalTime.of(0, 31),
            14, LocalTime.of(3, 35));

    private final Nights nights;
    private final Dice dice;
    private final Scribe scribe;
    private final Router router;
    private final GtmRound rounds;
    private GtmRound.Best best;
    private int keptInAll;

    GtmLoop(Nights nights, long seed) {
        this.nights = nights;
        this.dice = new Dice(seed);
        var loop = new Scribe.Loop("gtm-autoresearch", "sample-shop", "score", Direction.MAXIMIZE, "v2.3");
        this.scribe = new Scribe(loop, new Dice(seed ^ nights.last().toEpochDay() << 20));
        this.router = new Router(scribe, dice);
        this.rounds = new GtmRound(scribe, dice, nights, new Caller(scribe, dice, router));
        this.best = new GtmRound.Best(null, Dimensions.around(SEED_SCORE, 0.01, dice));
    }

    /** What one night gave so far. */
    private static final class Tally {
        int rounds;
        int scored;
        int sinceGain;
        int stalls;
        int badJson;
        boolean warned;
        String lastKept = "";
    }

    List<WireEvent> night(int night) {
        router.follow(night >= Nights.NEW_RULES ? "rules-13" : "rules-12");
        scribe.startRun(nights.at(night, LocalTime.of(22, 30).plusMinutes(dice.between(0, 9))), sha(night));
        var plan = PLAN.get(night - 1);
        double from = best.score() == null ? SEED_SCORE : best.score();
        var spread = plan.kept() > 4 ? new Climb.Spread(6, 6, 10) : new Climb.Spread(dice.between(5, 12), 12, 22);
        var climb = Climb.of(from, plan, spread, dice, Direction.MAXIMIZE);
        var tally = new Tally();
        var model = Model.SMALL;
        while (tally.sinceGain < PATIENCE && tally.badJson < BAD_JSON_LIMIT) {
            if (model == Model.SMALL && tally.stalls >= STALLS) {
                model = Model.LARGE;
                var reason = Phrase.of("%d rounds without a gain", tally.stalls);
                scribe.say(
                        "planner",
                        new ModelEscalated(Model.SMALL.name(), Model.LARGE.name(), (long) tally.stalls, reason));
                scribe.pass(0.5);
            }
            if (round(night, model, climb, tally)) {
                model = Model.SMALL;
            }
            scribe.pass(dice.between(1.0, 6.0));
        }
        stop(night, tally);
        return scribe.handOver();
    }

    /** One round; true when it was kept. */
    private boolean round(int night, Model model, Climb climb, Tally tally) {
        tally.rounds++;
        var target = best.score() == null ? Double.valueOf(SEED_SCORE) : climb.bestAt(tally.scored + 1);
        boolean misrouted = target == null && isMisrouted(night, tally);
        var agent = dice.chance(0.5) ? "explorer" : "planner";
        var judge = night >= Nights.NEW_RULES ? Model.JUDGE : Model.SMALL;
        var setting = new GtmRound.Setting(
                night,
                tally.rounds,
                agent,
                misrouted ? Model.JUDGE : model,
                judge,
                night >= Nights.NEW_RULES ? 0.5 : 0.3);
        tally.stalls++;
        switch (rounds.propose(setting, best)) {
            case BAD_JSON -> {
                tally.badJson++;
                return false;
            }
            case CONFLICT -> {
                return false;
            }
            case LANDED -> tally.badJson = 0;
        }
        var id = scribe.round();
        var candidate = rounds.judge(id, setting, best, candidate(night, target));
        if (candidate == null) {
            return false;
        }
        tally.scored++;
        if (target == null) {
            tally.sinceGain++;
            rounds.turnBack(setting, best, candidate);
            return false;
        }
        rounds.keep(setting, best, candidate);
        best = new GtmRound.Best(candidate.score(), candidate);
        keptInAll++;
        tally.sinceGain = 0;
        tally.stalls = 0;
        tally.lastKept = id;
        return true;
    }

    /** Dimensions that score as planned, or, without a plan, no better than the best. */
    private Dimensions candidate(int night, @Nullable Double target) {
        if (target != null) {
            return Dimensions.around(target, 0.012, dice);
        }
        double score = best.score() == null ? SEED_SCORE : best.score();
        double miss = 0.004 + dice.tail(Nights.promptIsBad(night) ? 0.05 : 0.016);
        return Dimensions.around(score - miss, 0.015, dice);
    }

    private boolean isMisrouted(int night, Tally tally) {
        var time = MISROUTED.get(night);
        if (time == null || tally.warned) {
            return false;
        }
        var noticed = nights.at(night, time);
        if (scribe.clock().isAfter(noticed)) {
            tally.warned = true;
            scribe.endRound();
            scribe.sayOutside(
                    "planner",
                    new TokenMachineAnomaly(
                            "wrong_model",
                            scribe.distinctId("planner"),
                            "gtm.rewrite",
                            Phrase.of("route gtm.rewrite back to %s", Model.SMALL.name())));
            return false;
        }
        return scribe.clock().isAfter(noticed.minusSeconds(1_200));
    }

    private void stop(int night, Tally tally) {
        scribe.endRound();
        var reason = tally.badJson >= BAD_JSON_LIMIT ? "json_failures" : "plateau";
        scribe.say("planner", new StopTriggered(reason, (long) tally.rounds, scribe.runMoney(), best.score()));
        scribe.pass(30);
        scribe.sayOutside("router", router.sumUp());
        if (night % 7 == 0) {
            scribe.pass(60);
            int batch = night / 7;
            var key = Phrase.of("finetune/sample-shop/v%d.jsonl", batch);
            scribe.say(
                    "curator",
                    new FinetuneBatchPublished("sample-shop-v" + batch, (long) keptInAll, key, Model.LOCAL.name()));
        }
        if (!tally.lastKept.isEmpty()) {
            scribe.revisit(tally.lastKept, nights.at(night, LocalTime.of(8, 40)).plusSeconds(dice.between(0, 900)));
            scribe.say(
                    "reviewer", new Metric(tally.lastKept, "accepted_by_review", dice.chance(0.8) ? "true" : "false"));
            scribe.pass(40);
            scribe.say("reviewer", new Feedback(tally.lastKept, "Read the diff over coffee: it does what it says."));
        }
    }

    private static String sha(int night) {
        if (night == Nights.COUNT) {
            return "9d30e71";
        }
        if (Nights.promptIsBad(night)) {
            return "b71d03e";
        }
        return night < Nights.RUBRIC ? "20c4ab8" : "4f1c2ab";
    }
}
