package io.nightglass.catalog.sample;

import static io.nightglass.catalog.sample.EventSamples.ulid;

import io.nightglass.catalog.event.EvalCase;
import io.nightglass.catalog.event.EvalRegression;
import io.nightglass.catalog.event.EvalRun;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.StepObservation;
import io.nightglass.catalog.event.StepPlan;
import io.nightglass.catalog.event.StepReflection;
import io.nightglass.catalog.event.StepRetry;
import io.nightglass.catalog.event.StepToolCalled;
import io.nightglass.catalog.event.StepToolReturned;
import java.util.List;

/** What an agent does within a round, and how it is judged. */
final class StepSamples {
    private StepSamples() {}

    static List<Event> all() {
        var call = ulid("call");
        var suite = ulid("suite");
        return List.of(
                new StepPlan(ulid("plan"), "Name the consent state before each tag fires.", "apply_diff", 0.72),
                new StepToolCalled(call, "apply_diff", "{\"path\":\"/tag/12\",\"op\":\"replace\"}", 30_000.0),
                new StepToolReturned(call, "apply_diff", false, 812.0, 96L, "409 workspace changed meanwhile"),
                new StepObservation(ulid("look"), "workspace.version", "128", 1.0),
                new StepReflection(
                        ulid("judge"), "needs_work", List.of("tag 14 has no trigger", "consent not named"), true),
                new StepRetry(ulid("again"), "workspace_conflict", 2L, "409 workspace changed meanwhile"),
                new EvalRun(suite, "gtm-9dim", 9L, "v2.3"),
                new EvalCase(suite, "consent", "dim_consent", 0.58, "Two tags fire before consent is known.", false),
                new EvalRegression(suite, "consent", "dim_consent", 0.66, 0.58, -0.08));
    }
}
