package io.nightglass.cli.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.event.AiAgent;
import io.nightglass.catalog.event.AiOutcome;
import io.nightglass.catalog.event.AiSpot;
import io.nightglass.catalog.event.AiState;
import io.nightglass.catalog.event.EvalCase;
import io.nightglass.catalog.event.EvalRegression;
import io.nightglass.catalog.event.EvalRun;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.catalog.event.Span;
import io.nightglass.catalog.event.StepObservation;
import io.nightglass.catalog.event.StepPlan;
import io.nightglass.catalog.event.StepReflection;
import io.nightglass.catalog.event.Trace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One round of the agent loop: diagnose, change the harness, run the tasks, count. */
final class AgentRound {
    static final int TASKS = 58;

    private static final String AGENT = "coder";
    private static final AiOutcome OK = new AiOutcome(false, null, null, null, null);
    private static final AiOutcome FAILED = new AiOutcome(true, "task ended without a result", "no_result", null, null);

    private final Scribe scribe;
    private final Dice dice;
    private final Caller caller;
    private final AgentTexts texts;
    private Instant started = Instant.EPOCH;

    AgentRound(Scribe scribe, Dice dice, Caller caller) {
        this.scribe = scribe;
        this.dice = dice;
        this.caller = caller;
        this.texts = new AgentTexts(dice);
    }

    static double score(int passed) {
        return Rounded.to(4, passed / (double) TASKS);
    }

    /** Opens a round, changes the harness and builds it; false when it did not build, and the round ended. */
    boolean propose(int night, @Nullable Integer best, int number) {
        var id = scribe.startRound();
        started = scribe.clock();
        var idea = best == null ? "baseline, unchanged" : texts.idea();
        Double baseline = best == null ? null : score(best);
        scribe.say(
                AGENT, new RoundStarted(Model.LARGE.name(), (long) dice.between(6, 90), baseline, (long) number - 1));
        scribe.pass(0.01);
        scribe.say(AGENT, new StepPlan(scribe.ulid(), idea, "edit agent.py", Rounded.to(2, dice.between(0.3, 0.8))));
        double size = night >= Nights.RETRIEVAL ? 1.5 : 1;
        int passed = best == null ? 25 : best;
        call(id, "critic", new Call.Work("aa.diagnose", "critique", "diagnose"), passed, size);
        call(id, AGENT, new Call.Work("aa.refine", "proposal", "propose"), passed, size);
        scribe.pass(0.03);
        scribe.say(AGENT, new ProposalGenerated(null, null, null, null, Model.LARGE.name()), idea);
        var build = new Tools.Use(
                AGENT,
                "build_image",
                "{\"file\":\"Dockerfile.base\"}",
                Rounded.to(3, dice.between(22.0, 58.0)),
                "exit 1: no module named toolkit");
        if (!new Tools(scribe, dice).use(build, dice.chance(0.1) ? 3 : dice.chance(0.05) ? 1 : 0)) {
            crash("environment_dependency");
            return false;
        }
        scribe.say(AGENT, new ProposalApplied("image agent:latest", (long) dice.between(400, 6_000), 48_600.0));
        return true;
    }

    /** Runs the tasks; false when the harness hung, and the round ended. */
    boolean run(int night, int passed, boolean summarise) {
        var id = scribe.round();
        double size = night >= Nights.RETRIEVAL ? 1.5 : 1;
        boolean hangs = dice.chance(0.06);
        var tools = new Tools(scribe, dice);
        var use = new Tools.Use(AGENT, "run_tasks", "{\"n\":58}", 200, "no progress for 600 s, killed");
        long began = scribe.clock().toEpochMilli();
        var step = tools.open(use);
        for (int i = 0; i < 3; i++) {
            long task = scribe.clock().toEpochMilli();
            call(id, AGENT, new Call.Work("aa.solve", "refine", "task." + i), passed, size);
            span(id, i, (scribe.clock().toEpochMilli() - task) / 1_000.0);
            scribe.pass(dice.between(20.0, 55.0));
            int sofar = passed * (i + 1) / 3;
            Double change = i == 0 ? null : (double) sofar - passed * i / 3;
            scribe.say(AGENT, new StepObservation(scribe.ulid(), "tasks.passed", Integer.toString(sofar), change));
        }
        if (summarise) {
            summarise(id);
        }
        scribe.pass(hangs ? 600 : dice.between(20.0, 70.0));
        double seconds = (scribe.clock().toEpochMilli() - began) / 1_000.0;
        tools.close(use, step, hangs ? use.error() : null, seconds);
        if (hangs) {
            crash("tool_timeout");
            return false;
        }
        judge(passed);
        return true;
    }

    private void call(String id, String agent, Call.Work work, int passed, double size) {
        var words = new Call.Words(texts.system(), texts.question(passed, TASKS), texts.answer(texts.idea()));
        var tokens = new Call.Tokens(
                Math.round(dice.between(7_000, 12_000) * size), Math.round(dice.between(600, 1_500) * size));
        double routed = work.taskType().equals("aa.refine") ? 0.4 : 0;
        caller.make(
                id, new Call(Model.LARGE, agent, work, words, tokens, Rounded.to(3, dice.between(9.0, 34.0))), routed);
    }

    private void summarise(String id) {
        var words = new Call.Words(
                "Summarise logs in three lines.",
                "[run.log: 12,006 characters]",
                "41 tasks ended early. " + texts.reason());
        var work = new Call.Work("aa.summarise", "critique", "summarise");
        caller.make(
                id,
                new Call(Model.LOCAL, "critic", work, words, new Call.Tokens(3_140, 96), dice.between(3.0, 8.0)),
                0);
    }

    private void span(String id, int task, double seconds) {
        boolean failed = dice.chance(0.12);
        var state = new AiState(
                Scribe.JSON.createObjectNode().put("task", Phrase.of("sample-task-%02d", dice.between(1, TASKS))),
                Scribe.JSON.createObjectNode().put("turns", dice.between(6, 30)));
        var kind = new AiAgent("agent", null, null, null, null, null, null, null, null, null, null, null, null, null);
        scribe.pass(0.01);
        scribe.say(
                AGENT,
                new Span(
                        id,
                        Rounded.to(3, seconds),
                        new AiSpot("task." + task + ".run", id, null, "run task"),
                        state,
                        null,
                        failed ? FAILED : OK,
                        kind));
    }

    private void judge(int passed) {
        var suite = scribe.ulid();
        scribe.say("judge", new EvalRun(suite, "sample-58", (long) TASKS, "tests-1"));
        for (int i = 0; i < 6; i++) {
            var task = Phrase.of("sample-task-%02d", dice.between(1, TASKS));
            boolean ok = dice.chance(passed / (double) TASKS);
            scribe.pass(0.02);
            scribe.say("judge", new EvalCase(suite, task, null, ok ? 1.0 : 0.0, texts.rationale(ok), ok));
            if (!ok && dice.chance(0.06)) {
                scribe.say("judge", new EvalRegression(suite, task, null, 1.0, 0.0, -1.0));
            }
        }
        scribe.pass(0.5);
        var more = Scribe.JSON.createObjectNode().put("tasks_passed", passed).put("tasks_total", TASKS);
        var scored = new RoundScored(score(passed), null, null, Model.LARGE.name(), null);
        scribe.say(AGENT, scored, Context.Task.of("aa.refine", "score"), more);
        scribe.pass(0.2);
    }

    void keep(@Nullable Integer best, int passed) {
        Double delta = best == null ? null : Rounded.to(4, score(passed) - score(best));
        scribe.say(AGENT, new RoundKept(delta, score(passed), scribe.roundMoney()));
        endTrace();
    }

    void turnBack() {
        var mode = dice.pick(AgentTexts.FAILURES);
        scribe.say(AGENT, new StepReflection(scribe.ulid(), "not_better", List.of(mode), false));
        scribe.pass(0.1);
        scribe.say(AGENT, new RoundReverted(mode, null, scribe.roundMoney(), null));
        endTrace();
    }

    private void crash(String mode) {
        scribe.pass(0.1);
        scribe.say(AGENT, new RoundReverted(mode, null, scribe.roundMoney(), null));
        endTrace();
    }

    private void endTrace() {
        var id = scribe.round();
        double seconds = (scribe.clock().toEpochMilli() - started.toEpochMilli()) / 1_000.0;
        scribe.pass(0.01);
        scribe.say(
                AGENT, new Trace(id, seconds, new AiSpot(null, null, null, "round"), null, null, null, null, OK, null));
    }
}
