package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** An eval suite started on a candidate. */
@EventName(value = "eval.run", doc = "an eval suite started on a candidate")
public record EvalRun(
        @Prop(value = "suite_id", doc = "ULID of this run of the suite") @Nullable
        String suiteId,

        @Prop(value = "suite", doc = "which suite") String suite,

        @Prop(value = "n_cases", unit = Unit.COUNT, doc = "cases in it") @Nullable
        Long cases,

        @Prop(value = "scorer_version", doc = "version of the scorer") @Nullable
        String scorerVersion)
        implements Event {}
