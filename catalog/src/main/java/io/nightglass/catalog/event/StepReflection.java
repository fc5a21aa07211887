package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agent judges its own output. */
@EventName(value = "step.reflection", doc = "the agent judges its own output")
public record StepReflection(
        @Prop(value = "step_id", doc = "ULID of the step") @Nullable
        String stepId,

        @Prop(value = "verdict", doc = "what it thinks of it")
        String verdict,

        @Prop(value = "issues", doc = "what it found") @Nullable
        List<String> issues,

        @Prop(value = "retry", doc = "whether it will try again") @Nullable
        Boolean retry)
        implements Event {}
