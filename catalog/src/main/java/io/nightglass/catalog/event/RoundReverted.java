package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The score missed, or there was none, and the change was rolled back. */
@EventName(
        value = "round_reverted",
        doc = "the score missed, or there was none, and the change was rolled back",
        ofRound = true)
public record RoundReverted(
        @Prop(value = "failure_mode", doc = "why, in one word of the taxonomy of the loop") @Nullable
        String failureMode,

        @Prop(value = "reason", doc = "the same; read when failure_mode is not sent") @Nullable
        String reason,

        @Prop(
                value = "cost_usd",
                unit = Unit.USD,
                doc = "money of the round; counts only when no call of the round is known")
        @Nullable
        Double costUsd,

        @Prop(value = "regressed_dimensions", doc = "dimensions that fell below their best") @Nullable
        List<String> regressedDimensions)
        implements Event {}
