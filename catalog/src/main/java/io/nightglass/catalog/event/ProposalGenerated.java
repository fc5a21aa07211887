package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The agent produced a candidate change. */
@EventName(value = "proposal_generated", doc = "the agent produced a candidate change", ofRound = true)
public record ProposalGenerated(
        @Prop(value = "prompt_tokens", unit = Unit.TOKENS, doc = "size of the prompts") @Nullable
        Long promptTokens,

        @Prop(value = "completion_tokens", unit = Unit.TOKENS, doc = "size of the answers") @Nullable
        Long completionTokens,

        @Prop(
                value = "cost_usd",
                unit = Unit.USD,
                doc = "money of the proposal; counts only when no call of the round is known")
        @Nullable
        Double costUsd,

        @Prop(value = "latency_ms", unit = Unit.MILLISECONDS, doc = "wall time of the proposal") @Nullable
        Double latencyMs,

        @Prop(value = "model", doc = "model that proposed") @Nullable
        String model)
        implements Event {}
