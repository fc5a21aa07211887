package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Part;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The root of a trace, sent when it ends. Its tokens and cost repeat those of its children and are never added to them. */
@EventName(value = "$ai_trace", doc = "the root of a trace, sent when it ends")
public record Trace(
        @Prop(value = "$ai_trace_id", doc = "trace it belongs to; the round_id in a loop")
        String traceId,

        @Prop(value = "$ai_latency", unit = Unit.SECONDS, doc = "wall time") @Nullable
        Double latency,

        @Part @Nullable AiSpot spot,

        @Part @Nullable AiState state,

        @Part @Nullable AiClient client,

        @Part @Nullable AiTokens tokens,

        @Part @Nullable AiCost cost,

        @Part @Nullable AiOutcome outcome,

        @Part @Nullable AiAgent agent)
        implements Event {}
