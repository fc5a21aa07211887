package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** The agent looked at the world: a metric, the tail of a log. */
@EventName(value = "step.observation", doc = "the agent looked at the world: a metric, the tail of a log")
public record StepObservation(
        @Prop(value = "step_id", doc = "ULID of the step") @Nullable
        String stepId,

        @Prop(value = "source", doc = "what was looked at") String source,

        @Prop(value = "value", doc = "what it read; a number may be sent as one") @Nullable
        String value,

        @Prop(value = "delta_from_last", doc = "change since the last look") @Nullable
        Double deltaFromLast)
        implements Event {}
