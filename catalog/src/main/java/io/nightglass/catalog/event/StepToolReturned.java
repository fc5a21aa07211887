package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The result of a tool is back. */
@EventName(value = "step.tool_returned", doc = "the result of a tool is back")
public record StepToolReturned(
        @Prop(value = "step_id", doc = "ULID of the step.tool_called it answers")
        String stepId,

        @Prop(value = "tool", doc = "which tool") @Nullable String tool,

        @Prop(value = "ok", doc = "whether it worked") boolean ok,

        @Prop(value = "latency_ms", unit = Unit.MILLISECONDS, doc = "wall time") @Nullable
        Double latencyMs,

        @Prop(value = "result_bytes", unit = Unit.BYTES, doc = "size of the result") @Nullable
        Long resultBytes,

        @Prop(value = "error", doc = "what went wrong") @Nullable
        String error)
        implements Event {}
