package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** A tool or function is called. */
@EventName(value = "step.tool_called", doc = "a tool or function is called")
public record StepToolCalled(
        @Prop(value = "step_id", doc = "ULID of the step; its step.tool_returned carries the same")
        String stepId,

        @Prop(value = "tool", doc = "which tool") String tool,

        @Prop(value = "args_json", doc = "arguments as JSON text") @Nullable
        String argsJson,

        @Prop(value = "timeout_ms", unit = Unit.MILLISECONDS, doc = "time it may take") @Nullable
        Double timeoutMs)
        implements Event {}
