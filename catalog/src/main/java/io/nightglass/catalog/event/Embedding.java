package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Part;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** One call to an embedding model. */
@EventName(value = "$ai_embedding", doc = "one call to an embedding model")
public record Embedding(
        @Prop(value = "$ai_model", doc = "model, as the provider spells it")
        String model,

        @Prop(value = "$ai_trace_id", doc = "trace it belongs to; the round_id in a loop") @Nullable
        String traceId,

        @Prop(value = "$ai_latency", unit = Unit.SECONDS, doc = "wall time") @Nullable
        Double latency,

        @Part @Nullable AiSpot spot,

        @Part @Nullable AiClient client,

        @Part @Nullable AiMessages messages,

        @Part @Nullable AiTokens tokens,

        @Part @Nullable AiCost cost,

        @Part @Nullable AiPrices prices,

        @Part @Nullable AiOutcome outcome)
        implements Event {}
