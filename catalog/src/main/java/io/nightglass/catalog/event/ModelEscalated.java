package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** A cheap model stalled and the next tier took over. */
@EventName(value = "model_escalated", doc = "a cheap model stalled and the next tier took over")
public record ModelEscalated(
        @Prop(value = "from_model", doc = "model that stalled") @Nullable
        String fromModel,

        @Prop(value = "to_model", doc = "model that took over")
        String toModel,

        @Prop(value = "stall_rounds", unit = Unit.ROUNDS, doc = "rounds without a gain before it") @Nullable
        Long stallRounds,

        @Prop(value = "reason", doc = "why") @Nullable String reason)
        implements Event {}
