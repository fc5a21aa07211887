package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;

/** One case of a suite was judged. */
@EventName(value = "eval.case", doc = "one case of a suite was judged")
public record EvalCase(
        @Prop(value = "suite_id", doc = "ULID of the run of the suite") @Nullable
        String suiteId,

        @Prop(value = "case_id", doc = "which case") String caseId,

        @Prop(value = "dim", doc = "dimension it belongs to") @Nullable
        String dim,

        @Prop(value = "score", doc = "score of the case") double score,

        @Prop(value = "rationale", doc = "why, in the words of the judge") @Nullable
        String rationale,

        @Prop(value = "passed", doc = "whether it reached its threshold") @Nullable
        Boolean passed)
        implements Event {}
