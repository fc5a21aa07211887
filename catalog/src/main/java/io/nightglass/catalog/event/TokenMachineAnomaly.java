package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** The router found a call that does not fit. */
@EventName(value = "token_machine.anomaly", doc = "the router found a call that does not fit")
public record TokenMachineAnomaly(
        @Prop(value = "type", doc = "what is odd: wrong_model, ...")
        String type,

        @Prop(value = "user_id", doc = "whose call") @Nullable
        String userId,

        @Prop(value = "task_type", doc = "task of the shared taxonomy") @Nullable
        String taskType,

        @Prop(value = "recommendation", doc = "what the router advises") @Nullable
        String recommendation)
        implements Event {}
