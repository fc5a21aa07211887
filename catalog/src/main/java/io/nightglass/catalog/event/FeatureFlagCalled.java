package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Part;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** A flag was read; with a variant it is the exposure of an experiment. */
@EventName(value = "$feature_flag_called", doc = "a flag was read; with a variant it is the exposure of an experiment")
public record FeatureFlagCalled(
        @Prop(value = "$feature_flag", doc = "key of the flag")
        String flag,

        @Prop(value = "$feature_flag_response", doc = "the answer: a variant, true or false") @Nullable
        String response,

        @Part @Nullable FlagReason why)
        implements Event {}
