package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** A case that passed before fails now. */
@EventName(value = "eval.regression", doc = "a case that passed before fails now")
public record EvalRegression(
        @Prop(value = "suite_id", doc = "ULID of the run of the suite") @Nullable
        String suiteId,

        @Prop(value = "case_id", doc = "which case") String caseId,

        @Prop(value = "dim", doc = "dimension it belongs to") @Nullable
        String dim,

        @Prop(value = "prior_score", doc = "its best score before") @Nullable
        Double priorScore,

        @Prop(value = "new_score", doc = "its score now") @Nullable
        Double newScore,

        @Prop(value = "delta", doc = "new less prior") @Nullable
        Double delta)
        implements Event {}
