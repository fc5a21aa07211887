package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** Kept rounds were rolled into a training batch. */
@EventName(value = "finetune_batch_published", doc = "kept rounds were rolled into a training batch")
public record FinetuneBatchPublished(
        @Prop(value = "batch_id", doc = "name of the batch") String batchId,

        @Prop(value = "n_examples", unit = Unit.COUNT, doc = "examples in it") @Nullable
        Long examples,

        @Prop(value = "r2_key", doc = "where the file lies") @Nullable
        String r2Key,

        @Prop(value = "target_model", doc = "model it will train") @Nullable
        String targetModel)
        implements Event {}
