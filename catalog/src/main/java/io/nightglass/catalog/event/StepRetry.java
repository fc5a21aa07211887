package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The agent tries again after a failure. */
@EventName(value = "step.retry", doc = "the agent tries again after a failure")
public record StepRetry(
        @Prop(value = "step_id", doc = "ULID of the step") @Nullable
        String stepId,

        @Prop(value = "cause", doc = "why") @Nullable String cause,

        @Prop(value = "attempt", unit = Unit.COUNT, doc = "which attempt this is; the first retry is 2") @Nullable
        Long attempt,

        @Prop(value = "prior_error", doc = "what went wrong before") @Nullable
        String priorError)
        implements Event {}
