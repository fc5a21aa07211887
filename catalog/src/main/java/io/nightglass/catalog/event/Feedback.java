package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;

/** Somebody said something about a trace. */
@EventName(value = "$ai_feedback", doc = "somebody said something about a trace")
public record Feedback(
        @Prop(value = "$ai_trace_id", doc = "trace it belongs to; the round_id in a loop")
        String traceId,

        @Prop(value = "$ai_feedback_text", doc = "what was said")
        String text)
        implements Event {}
