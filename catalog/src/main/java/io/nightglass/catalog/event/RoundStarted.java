package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** A new round begins, before any model call. */
@EventName(value = "round_started", doc = "a new round begins, before any model call", ofRound = true)
public record RoundStarted(
        @Prop(value = "model", doc = "model that will propose") @Nullable
        String model,

        @Prop(value = "diff_lines", unit = Unit.LINES, doc = "size of the change on the table") @Nullable
        Long diffLines,

        @Prop(value = "baseline_score", doc = "score to beat") @Nullable
        Double baselineScore,

        @Prop(value = "n_prior_rounds", unit = Unit.ROUNDS, doc = "rounds of this run before it") @Nullable
        Long priorRounds)
        implements Event {}
