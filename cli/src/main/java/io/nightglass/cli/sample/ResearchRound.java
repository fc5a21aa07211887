package io.nightglass.cli.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.catalog.event.StepObservation;
import io.nightglass.catalog.event.StepPlan;
import io.nightglass.catalog.event.StepReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of the training loop: a change, five minutes of training, one number. */
final class ResearchRound {
    private static final String AGENT = "researcher";
    private static final String TRAINER = "trainer";

    private final Scribe scribe;
    private final Dice dice;
    private final Caller caller;
    private final ResearchTexts texts;

    ResearchRound(Scribe scribe, Dice dice, Caller caller) {
        this.scribe = scribe;
        this.dice = dice;
        this.caller = caller;
        this.texts = new ResearchTexts(dice);
    }

    /** Opens a round and commits a change; false when it could not be committed, and the round is over. */
    boolean propose(Model model, @Nullable Double best, int number) {
        var id = scribe.startRound();
        var idea = best == null ? "baseline, unchanged" : texts.idea();
        scribe.say(AGENT, new RoundStarted(model.name(), (long) dice.between(2, 40), best, (long) number - 1));
        scribe.pass(0.01);
        double confidence = Rounded.to(2, dice.between(0.2, 0.8));
        scribe.say(AGENT, new StepPlan(scribe.ulid(), Phrase.of("Try: %s.", idea), "edit train.py", confidence));
        long input = dice.between(11_000, 17_000);
        long output = dice.between(700, 2_300);
        double seconds = Rounded.to(3, dice.between(7.0, 21.0));
        caller.make(
                id,
                new Call(
                        model,
                        AGENT,
                        new Call.Work("ar.propose", "proposal", "propose"),
                        new Call.Words(
                                texts.system(),
                                texts.question(best == null ? 1.0068 : best, number),
                                texts.answer(idea)),
                        new Call.Tokens(input, output),
                        seconds),
                0);
        scribe.pass(0.02);
        scribe.say(
                AGENT,
                new ProposalGenerated(
                        input, output, model.cost(input, output), Math.rint(seconds * 1_000), model.name()),
                idea);
        var commit = new Tools.Use(
                AGENT,
                "git_commit",
                "{\"path\":\"train.py\"}",
                Rounded.to(3, dice.between(0.2, 1.1)),
                "index.lock exists");
        if (!new Tools(scribe, dice).use(commit, dice.chance(0.01) ? 3 : dice.chance(0.02) ? 1 : 0)) {
            crash("commit_failed", commit.error());
            return false;
        }
        scribe.say(AGENT, new ProposalApplied("branch autoresearch/sample", (long) dice.between(120, 2_400), 420.0));
        return true;
    }

    private void crash(String mode, String issue) {
        scribe.say(AGENT, new StepReflection(scribe.ulid(), "crashed", List.of(issue), false));
        scribe.pass(0.1);
        scribe.say(AGENT, new RoundReverted(mode, null, scribe.roundMoney(), null));
    }

    /** Trains, once more with half the batch when memory was short; false when no number came and the round is over. */
    boolean train() {
        var failure = dice.chance(0.07) ? dice.pick(Failure.LIKELY) : null;
        if (failure == Failure.OUT_OF_MEMORY && dice.chance(0.4)) {
            attempt(failure);
            new Tools(scribe, dice).retry(use(failure), 2);
            failure = null;
        }
        attempt(failure);
        if (failure == null) {
            return true;
        }
        crash(failure.mode, failure.sentence);
        return false;
    }

    private void attempt(@Nullable Failure failure) {
        var tools = new Tools(scribe, dice);
        var use = use(failure);
        var step = tools.open(use);
        long began = scribe.clock().toEpochMilli();
        int minutes = failure == null ? 4 : failure.minutes;
        double start = dice.bell(3.4, 0.05);
        double before = start;
        for (int minute = 1; minute <= minutes; minute++) {
            scribe.pass(dice.between(58.0, 62.0));
            double loss = Rounded.to(4, 2.55 + (start - 2.55) / (1 + minute));
            Double change = minute == 1 ? null : Rounded.to(4, loss - before);
            scribe.say(TRAINER, new StepObservation(scribe.ulid(), "train_loss", Double.toString(loss), change));
            before = loss;
        }
        scribe.pass(dice.between(8.0, 55.0));
        double seconds = (scribe.clock().toEpochMilli() - began) / 1_000.0;
        tools.close(use, step, failure == null ? null : failure.sentence, seconds);
    }

    private static Tools.Use use(@Nullable Failure failure) {
        return new Tools.Use(
                TRAINER, "train", "{\"budget_seconds\":300}", 300, failure == null ? "" : failure.sentence);
    }

    /** How a training ends without a number. */
    private enum Failure {
        OUT_OF_MEMORY("out_of_memory", "out of memory: 2.1 GB wanted, 0.4 GB free", 0),
        DIVERGED("loss_diverged", "loss is NaN at step 212", 1),
        TIMEOUT("run_timeout", "killed after 600 s without a summary", 9);

        static final List<Failure> LIKELY = List.of(OUT_OF_MEMORY, OUT_OF_MEMORY, DIVERGED, TIMEOUT);

        final String mode;
        final String sentence;
        final int minutes;

        Failure(String mode, String sentence, int minutes) {
            this.mode = mode;
            this.sentence = sentence;
            this.minutes = minutes;
        }
    }

    void score(double score, Model model) {
        scribe.pass(1.5);
        var more = Scribe.JSON.createObjectNode();
        more.put("memory_gb", Rounded.to(1, dice.bell(41.5, 1.2)));
        more.put("num_steps", dice.between(1_010, 1_090));
        more.put("mfu_percent", Rounded.to(2, dice.bell(41.0, 0.6)));
        scribe.say(
                TRAINER,
                new RoundScored(score, null, null, model.name(), null),
                Context.Task.of("ar.propose", "score"),
                more);
        scribe.pass(0.2);
    }

    void keep(@Nullable Double best, double score) {
        Double delta = best == null ? null : Rounded.to(6, best - score);
        scribe.say(AGENT, new RoundKept(delta, score, scribe.roundMoney()));
    }

    void turnBack(double best, double score) {
        var distance = Phrase.of("%s above the best", Rounded.to(6, score - best));
        scribe.say(AGENT, new StepReflection(scribe.ulid(), "not_better", List.of(distance), false));
        scribe.pass(0.1);
        scribe.say(AGENT, new RoundReverted("no_improvement", null, scribe.roundMoney(), null));
    }
}
