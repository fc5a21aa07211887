package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The scorer returned a verdict. Free {@code dim_*} numbers may ride along: their names are data, not schema. A round that
 * was never scored says no such thing; one that was scored without a number says so with a null score.
 */
@EventName(
        value = "round_scored",
        doc = "the scorer returned a score; dim_* numbers ride along under any name",
        ofRound = true)
public record RoundScored(
        @Prop(value = "score", expected = true, doc = "the loop's own metric") @Nullable
        Double score,

        @Prop(value = "quality_score", unit = Unit.SHARE, doc = "the router's grade of the round's calls, fed back")
        @Nullable
        Double qualityScore,

        @Prop(value = "scorer_variant", doc = "variant of the scorer under experiment") @Nullable
        String scorerVariant,

        @Prop(value = "model", doc = "model whose work was scored") @Nullable
        String model,

        @Prop(value = "model_used", doc = "the same, in the word of the router") @Nullable
        String modelUsed)
        implements Event {}
