package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** A run ended by its own rule: round cap, budget, plateau, kill switch. */
@EventName(value = "stop_triggered", doc = "a run ended by its own rule: round cap, budget, plateau, kill switch")
public record StopTriggered(
        @Prop(value = "reason", doc = "which rule: round_cap, budget, plateau, kill_switch, ...")
        String reason,

        @Prop(value = "rounds_completed", unit = Unit.ROUNDS, doc = "rounds of the run") @Nullable
        Long roundsCompleted,

        @Prop(value = "total_cost_usd", unit = Unit.USD, doc = "money of the run as the loop knows it") @Nullable
        Double totalCostUsd,

        @Prop(value = "final_best_score", doc = "best score at the end") @Nullable
        Double finalBestScore)
        implements Event {}
