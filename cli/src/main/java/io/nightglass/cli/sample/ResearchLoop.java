package io.nightglass.cli.sample;

import io.nightglass.catalog.Direction;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.ModelEscalated;
import io.nightglass.catalog.event.StopTriggered;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** autoresearch: a hundred five-minute trainings a night; val_bpb, lower is better. */
final class ResearchLoop {
    private static final double BASELINE = 1.0068;
    private static final int ROUND_CAP = 100;
    private static final int DIED_AFTER = 58;
    private static final int STALLS = 40;

    private static final List<Climb.Plan> PLAN = List.of(
            new Climb.Plan(5, 1.0012),
            new Climb.Plan(4, 0.9971),
            new Climb.Plan(3, 0.9949),
            new Climb.Plan(3, 0.9921),
            new Climb.Plan(2, 0.9903),
            new Climb.Plan(2, 0.9890),
            new Climb.Plan(3, 0.9868),
            new Climb.Plan(2, 0.9851),
            new Climb.Plan(2, 0.9839),
            new Climb.Plan(3, 0.9822),
            new Climb.Plan(2, 0.9810),
            new Climb.Plan(1, 0.9801),
            new Climb.Plan(2, 0.9788),
            new Climb.Plan(5, 0.9725));

    private final Nights nights;
    private final Dice dice;
    private final Scribe scribe;
    private final ResearchRound rounds;
    private @Nullable Double best;

    ResearchLoop(Nights nights, long seed) {
        this.nights = nights;
        this.dice = new Dice(seed);
        var loop = new Scribe.Loop("autoresearch", "sample-lab", "val_bpb", Direction.MINIMIZE, null);
        this.scribe = new Scribe(loop, new Dice(seed ^ nights.last().toEpochDay() << 20));
        this.rounds = new ResearchRound(scribe, dice, new Caller(scribe, dice, new Router(scribe, dice)));
    }

    List<WireEvent> night(int night) {
        scribe.startRun(nights.at(night, LocalTime.of(21, 30).plusMinutes(dice.between(0, 8))), sha(night));
        var plan = PLAN.get(night - 1);
        int gap = 78 / plan.kept();
        var spread = night == Nights.COUNT
                ? new Climb.Spread(7, 17, 21) // still gaining when the cap stops it
                : new Climb.Spread(dice.between(4, 12), gap - 9, gap);
        var climb = Climb.of(best == null ? BASELINE : best, plan, spread, dice, Direction.MINIMIZE);
        var model = Model.SMALL;
        int scored = 0;
        int stalls = 0;
        for (int number = 1; number <= ROUND_CAP; number++) {
            boolean landed = rounds.propose(model, best, number);
            if (night == Nights.RUN_DIED && number == DIED_AFTER) {
                return scribe.handOver(); // the machine went away in the middle of a round
            }
            boolean kept = false;
            if (landed && rounds.train()) {
                kept = score(best == null ? Double.valueOf(BASELINE) : climb.bestAt(++scored), model);
            }
            stalls = kept ? 0 : stalls + 1;
            scribe.pass(dice.between(0.5, 3.0));
            if (stalls == STALLS && model == Model.SMALL) {
                model = Model.LARGE;
                scribe.endRound();
                scribe.say(
                        "researcher", new ModelEscalated(Model.SMALL.name(), model.name(), (long) stalls, "stalled"));
            }
        }
        scribe.endRound();
        scribe.say("researcher", new StopTriggered("round_cap", (long) ROUND_CAP, scribe.runMoney(), best));
        return scribe.handOver();
    }

    private boolean score(@Nullable Double target, Model model) {
        double known = best == null ? BASELINE : best;
        double score = Rounded.to(6, target == null ? known + 0.0002 + dice.tail(0.0055) : target);
        rounds.score(score, model);
        if (target == null) {
            rounds.turnBack(known, score);
            return false;
        }
        rounds.keep(best, score);
        best = score;
        return true;
    }

    private static String sha(int night) {
        if (night == Nights.COUNT) {
            return "c41aa60";
        }
        return night < 5 ? "5e0d7f2" : "b07e519";
    }
}
