package io.nightglass.cli.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.event.EvalCase;
import io.nightglass.catalog.event.EvalRegression;
import io.nightglass.catalog.event.EvalRun;
import io.nightglass.catalog.event.FeatureFlagCalled;
import io.nightglass.catalog.event.FlagReason;
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

/** One round of the tag loop, from plan to verdict. */
final class GtmRound {

    /** What a round is up against. */
    record Setting(int night, int number, String agent, Model planner, Model judge, double routedShare) {}

    /** The state of the container; {@code score} is null before the baseline. */
    record Best(@Nullable Double score, Dimensions dimensions) {}

    private final Scribe scribe;
    private final Dice dice;
    private final Nights nights;
    private final Caller caller;
    private final GtmTexts texts;

    GtmRound(Scribe scribe, Dice dice, Nights nights, Caller caller) {
        this.scribe = scribe;
        this.dice = dice;
        this.nights = nights;
        this.caller = caller;
        this.texts = new GtmTexts(dice);
    }

    /** How far a proposal came. */
    enum Landing {
        LANDED,
        BAD_JSON,
        CONFLICT
    }

    /** Opens the round and lands a change; one that did not land is reverted. */
    Landing propose(Setting setting, Best best) {
        var agent = setting.agent;
        var id = scribe.startRound();
        var aim = dice.chance(0.6) ? best.dimensions.weakest() : dice.pick(Dimensions.NAMES);
        var idea = best.score == null ? "baseline, unchanged" : texts.idea(aim);
        scribe.say(
                agent,
                new RoundStarted(
                        setting.planner.name(), (long) dice.between(4, 60), best.score, (long) setting.number - 1));
        scribe.pass(0.004);
        readFlag(agent);
        scribe.pass(0.008);
        scribe.say(
                agent,
                new StepPlan(
                        scribe.ulid(),
                        Phrase.of("Aim at %s, now %.3f: %s.", aim, best.dimensions.valueOf(aim), idea),
                        "apply_diff",
                        Rounded.to(2, dice.between(0.4, 0.9))));
        if (!generate(id, setting, best, idea)) {
            revert(agent, "json_invalid");
            return Landing.BAD_JSON;
        }
        if (!apply(agent, setting.night)) {
            revert(agent, "apply_conflict");
            return Landing.CONFLICT;
        }
        return Landing.LANDED;
    }

    private void readFlag(String agent) {
        var variant = variant(agent);
        var why = new FlagReason(
                "7", "2", "Matched condition set 1", null, null, true, true, null, null, null, null, null);
        scribe.say(agent, new FeatureFlagCalled("scorer_v2", variant, why));
    }

    private static String variant(String agent) {
        return agent.equals("explorer") ? "v2" : "control";
    }

    private boolean generate(String id, Setting setting, Best best, String idea) {
        boolean bad = Nights.promptIsBad(setting.night);
        if (dice.chance(0.3)) {
            caller.embed(id, setting.agent, idea);
        }
        boolean invalid = dice.chance(bad ? 0.28 : 0.02);
        long input = dice.between(6_200, 9_400) + (setting.night == Nights.COUNT ? 700 : 0);
        long output = bad ? dice.between(1_600, 2_900) : dice.between(500, 1_300);
        double seconds = Rounded.to(3, dice.between(6.0, 15.0));
        var question = texts.question(setting.night, best.score == null ? 0 : best.score, best.dimensions);
        var answer = invalid ? texts.chatter(idea) : texts.answer(idea);
        caller.make(
                id,
                new Call(
                        setting.planner,
                        setting.agent,
                        new Call.Work("gtm.rewrite", "proposal", "planner"),
                        new Call.Words(GtmTexts.system(setting.night), question, answer),
                        new Call.Tokens(input, output),
                        seconds),
                setting.routedShare);
        if (invalid) {
            return false;
        }
        scribe.pass(0.03);
        scribe.say(
                setting.agent,
                new ProposalGenerated(
                        input,
                        output,
                        setting.planner.cost(input, output),
                        Math.rint(seconds * 1_000),
                        setting.planner.name()),
                idea);
        return true;
    }

    private boolean apply(String agent, int night) {
        boolean exporting = nights.exportIsUnderWay(scribe.clock());
        double conflicts = exporting ? 0.75 : Nights.promptIsBad(night) ? 0.16 : 0.04;
        int failures = dice.chance(conflicts) ? 3 : dice.chance(0.06) ? 1 : 0;
        var use = new Tools.Use(
                agent,
                "apply_diff",
                Phrase.of("{\"workspace\":\"staging\",\"operations\":%d}", dice.between(1, 3)),
                Rounded.to(3, dice.between(4.0, 18.0)),
                "409 workspace changed meanwhile");
        var before = scribe.clock();
        if (!new Tools(scribe, dice).use(use, failures)) {
            if (exporting) {
                scribe.say(agent, new StepObservation(scribe.ulid(), "workspace.lock", "held by export", null));
                scribe.pass(dice.between(150.0, 240.0));
            }
            return false;
        }
        double milliseconds = scribe.clock().toEpochMilli() - before.toEpochMilli();
        scribe.say(agent, new ProposalApplied("workspace/staging", (long) dice.between(300, 4_200), milliseconds));
        return true;
    }

    private void revert(String agent, String failureMode) {
        scribe.pass(0.1);
        scribe.say(agent, new RoundReverted(failureMode, null, scribe.roundMoney(), null));
    }

    /** Has the nine judges look at it; null when they gave no score and the round crashed. */
    @Nullable
    Dimensions judge(String id, Setting setting, Best best, Dimensions candidate) {
        scribe.pass(0.4);
        var suite = scribe.ulid();
        scribe.say("judge", new EvalRun(suite, "gtm-9dim", (long) Dimensions.NAMES.size(), "v2.3"));
        int fails = dice.chance(0.025) ? dice.between(0, 8) : -1;
        for (int i = 0; i < Dimensions.NAMES.size(); i++) {
            var dimension = Dimensions.NAMES.get(i);
            double score = candidate.values().get(i);
            var rationale = texts.rationale(dimension, score);
            ask(id, setting, dimension, i == fails ? "I cannot judge" : Phrase.of("{\"score\":%s}", score));
            if (i == fails) {
                revert(setting.agent, "judge_failed");
                return null;
            }
            scribe.pass(0.02);
            scribe.say("judge", new EvalCase(suite, dimension, dimension, score, rationale, score >= Dimensions.PASS));
            if (best.score != null && candidate.hasRegressed(i, best.dimensions)) {
                double prior = best.dimensions.values().get(i);
                var regression =
                        new EvalRegression(suite, dimension, dimension, prior, score, Rounded.to(4, score - prior));
                scribe.pass(0.001);
                scribe.say("judge", regression);
            }
        }
        scribe.pass(0.2);
        var variant = variant(setting.agent).equals("v2") ? "v2" : "v1";
        double quality = Rounded.to(3, Math.clamp(dice.bell(0.82, 0.05), 0, 1));
        var scored = new RoundScored(candidate.score(), quality, variant, setting.planner.name(), null);
        scribe.say(setting.agent, scored, Context.Task.of("gtm.rewrite", "score"), candidate.toJson());
        return candidate;
    }

    private void ask(String id, Setting setting, String dimension, String answer) {
        var span = "judge." + dimension.substring("dim_".length());
        caller.make(
                id,
                new Call(
                        setting.judge,
                        "judge",
                        new Call.Work("gtm.judge", "score", span),
                        new Call.Words("You judge tag containers. Be strict.", texts.rubric(dimension), answer),
                        new Call.Tokens(dice.between(5_200, 7_400), dice.between(120, 420)),
                        Rounded.to(3, dice.between(9.0, 33.0))),
                setting.routedShare);
    }

    void keep(Setting setting, Best best, Dimensions candidate) {
        scribe.pass(0.1);
        Double delta = best.score == null ? null : Rounded.to(4, candidate.score() - best.score);
        scribe.say(setting.agent, new RoundKept(delta, candidate.score(), scribe.roundMoney()));
    }

    void turnBack(Setting setting, Best best, Dimensions candidate) {
        var regressed = candidate.regressedFrom(best.dimensions);
        if (dice.chance(0.5)) {
            var issues = regressed.isEmpty() ? List.of("no dimension moved") : regressed;
            scribe.say(setting.agent, new StepReflection(scribe.ulid(), "not_better", issues, false));
        }
        scribe.pass(0.1);
        var mode = regressed.isEmpty() ? "no_improvement" : "dimension_regressed";
        scribe.say(
                setting.agent,
                new RoundReverted(mode, null, scribe.roundMoney(), regressed.isEmpty() ? null : regressed));
    }
}
