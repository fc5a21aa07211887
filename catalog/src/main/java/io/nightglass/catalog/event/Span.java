package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Part;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** One piece of work inside a trace that is not a model call. */
@EventName(value = "$ai_span", doc = "one piece of work inside a trace that is not a model call")
public record Span(
        @Prop(value = "$ai_trace_id", doc = "trace it belongs to; the round_id in a loop")
        String traceId,

        @Prop(value = "$ai_latency", unit = Unit.SECONDS, doc = "wall time") @Nullable
        Double latency,

        @Part @Nullable AiSpot spot,

        @Part @Nullable AiState state,

        @Part @Nullable AiClient client,

        @Part @Nullable AiOutcome outcome,

        @Part @Nullable AiAgent agent)
        implements Event {}
