package io.nightglass.sdk;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.ModelEscalated;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.catalog.event.StepObservation;
import io.nightglass.catalog.event.StepPlan;
import io.nightglass.catalog.event.StepReflection;
import io.nightglass.catalog.event.StepRetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One turn of propose, apply, score, decide: its events carry its {@code round_id}, which is also the id of its trace. The
 * methods are the sentences most loops say; {@link #say(Event)} says any event of the catalog, {@link #track} any other.
 * Safe to share.
 */
public final class Round {
    private final Voice voice;

    Round(Voice voice) {
        this.voice = voice;
    }

    /** Its ULID. */
    public String id() {
        return Objects.requireNonNull(voice.envelope().roundId());
    }

    /** The same round in the voice of another agent. */
    public Round agent(String agent) {
        return new Round(voice.agent(agent));
    }

    /** The same round at a task of the router's taxonomy and in a phase: proposal, critique, score or refine. */
    public Round task(String taskType, String phase) {
        return new Round(voice.context(new Context(
                voice.context().measure(),
                Context.Task.of(taskType, phase),
                voice.context().origin())));
    }

    /**
     * Says {@code round_started}, before any model call.
     *
     * @param baseline the score to beat, null when there is none yet
     */
    public void started(@Nullable String model, @Nullable Double baseline) {
        say(new RoundStarted(model, null, baseline, null));
    }

    /** Says {@code proposal_applied}. @param diffBytes size of the change in bytes */
    public void applied(String target, long diffBytes) {
        say(new ProposalApplied(target, diffBytes, null));
    }

    /** Says {@code round_scored}. */
    public void scored(double score) {
        scored(score, Map.of());
    }

    /**
     * Says {@code round_scored}.
     *
     * @param score NaN says that there was none
     * @param dimensions by name, with or without {@code dim_} in front
     */
    public void scored(double score, Map<String, Double> dimensions) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        dimensions.forEach((name, value) -> named.put(name.startsWith("dim_") ? name : "dim_" + name, value));
        say(new RoundScored(Double.isFinite(score) ? score : null, null, null, null, null), named);
    }

    /**
     * Says {@code round_kept}.
     *
     * @param delta gain over the baseline, positive is better
     * @param newBest the score that now has to be beaten
     * @param costUsd of the round in USD; null when unknown, or when its calls are recorded themselves
     */
    public void kept(@Nullable Double delta, @Nullable Double newBest, @Nullable Double costUsd) {
        say(new RoundKept(delta, newBest, costUsd));
    }

    /** Says {@code round_reverted}. @param failureMode why, in one word of the loop's taxonomy */
    public void reverted(String failureMode, @Nullable Double costUsd) {
        reverted(failureMode, costUsd, List.of());
    }

    /** Says {@code round_reverted}. @param regressed dimensions that fell below their best */
    public void reverted(String failureMode, @Nullable Double costUsd, List<String> regressed) {
        say(new RoundReverted(failureMode, null, costUsd, regressed.isEmpty() ? null : regressed));
    }

    /** Says {@code model_escalated}. @param stalled rounds without a gain before it */
    public void escalated(@Nullable String from, String to, long stalled, String reason) {
        say(new ModelEscalated(from, to, stalled, reason));
    }

    /** Says {@code step.plan}. @param confidence 0 to 1, null when not said */
    public void plan(String plan, @Nullable String nextAction, @Nullable Double confidence) {
        say(new StepPlan(Ulids.next(), plan, nextAction, confidence));
    }

    /** Says {@code step.observation}. */
    public void observed(String source, String value) {
        say(new StepObservation(Ulids.next(), source, value, null));
    }

    /** Says {@code step.reflection}. */
    public void reflected(String verdict, List<String> issues, boolean isRetry) {
        say(new StepReflection(Ulids.next(), verdict, issues, isRetry));
    }

    /** Says {@code step.retry}. @param step the one that failed; @param attempt which this will be, the first retry is 2 */
    public void retry(Step step, String cause, long attempt) {
        say(new StepRetry(step.id(), cause, attempt, step.error()));
    }

    /**
     * Runs {@code work} as a step: says {@code step.tool_called} before it and {@code step.tool_returned} after, with how
     * long it took and, when it throws, with what. The exception goes on to the caller.
     *
     * @param arguments as {@link Message#properties()} lists values
     * @return what the work returned
     */
    public <T extends @Nullable Object, X extends Exception> T tool(
            String tool, Map<String, ?> arguments, Work<T, X> work) throws X {
        try (var step = step(tool, arguments)) {
            try {
                T result = work.run();
                step.returned(result);
                return result;
            } catch (Throwable e) {
                step.failed(e);
                throw e;
            }
        }
    }

    /** What a step does. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }

    /** Begins a step that does not fit into one call; it is to be closed. */
    public Step step(String tool, Map<String, ?> arguments) {
        return new Step(voice, tool, arguments);
    }

    /** Begins an eval suite; regressions are told against the best score each case had in {@code prior}. */
    public Suite suite(String name, @Nullable Long cases, @Nullable String scorerVersion, PriorBest prior) {
        return new Suite(voice, name, cases, scorerVersion, prior);
    }

    /** Says any event of the catalog. */
    public void say(Event event) {
        voice.say(event, Map.of());
    }

    /** Says any event of the catalog with properties of your own. */
    public void say(Event event, Map<String, ?> more) {
        voice.say(event, more);
    }

    /** Says an event of your own. */
    public void track(String event, Map<String, ?> properties) {
        voice.track(event, properties);
    }
}
