package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The agent decides what to do next. */
@EventName(value = "step.plan", doc = "the agent decides what to do next")
public record StepPlan(
        @Prop(value = "step_id", doc = "ULID of the step") @Nullable
        String stepId,

        @Prop(value = "plan", doc = "the plan in its words") String plan,

        @Prop(value = "next_action", doc = "what it will do first") @Nullable
        String nextAction,

        @Prop(value = "confidence", unit = Unit.SHARE, doc = "how sure it says it is") @Nullable
        Double confidence)
        implements Event {}
