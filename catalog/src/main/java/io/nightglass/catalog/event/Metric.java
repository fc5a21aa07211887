package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;

/** Somebody measured a trace. */
@EventName(value = "$ai_metric", doc = "somebody measured a trace")
public record Metric(
        @Prop(value = "$ai_trace_id", doc = "trace it belongs to; the round_id in a loop")
        String traceId,

        @Prop(value = "$ai_metric_name", doc = "what was measured")
        String name,

        @Prop(value = "$ai_metric_value", doc = "what came out; text on the wire")
        String value)
        implements Event {}
