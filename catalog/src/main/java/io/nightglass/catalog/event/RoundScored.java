package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** The scorer returned a verdict. Free {@code dim_*} numbers may ride along: their names are data, not schema. */
@EventName(value = "round_scored", doc = "the scorer returned a score; dim_* numbers ride along under any name")
public record RoundScored(
        @Prop(value = "score", doc = "the loop's own metric; null when scoring gave none") @Nullable
        Double score,

        @Prop(value = "quality_score", doc = "the router's grade, fed back") @Nullable
        Double qualityScore,

        @Prop(value = "scorer_variant", doc = "variant of the scorer under experiment") @Nullable
        String scorerVariant)
        implements Event {}
