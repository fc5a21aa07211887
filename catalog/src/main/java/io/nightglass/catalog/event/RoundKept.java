package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The score beat the baseline and the change was promoted. */
@EventName(value = "round_kept", doc = "the score beat the baseline and the change was promoted", ofRound = true)
public record RoundKept(
        @Prop(value = "delta", doc = "gain over the baseline, positive is better") @Nullable
        Double delta,

        @Prop(value = "new_best", doc = "the score that now has to be beaten") @Nullable
        Double newBest,

        @Prop(
                value = "cost_usd",
                unit = Unit.USD,
                doc = "money of the round; counts only when no call of the round is known")
        @Nullable
        Double costUsd)
        implements Event {}
