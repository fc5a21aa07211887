package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The change landed in staging: a workspace, a branch, .... */
@EventName(value = "proposal_applied", doc = "the change landed in staging: a workspace, a branch, ...", ofRound = true)
public record ProposalApplied(
        @Prop(value = "target", doc = "where it landed") @Nullable
        String target,

        @Prop(value = "diff_bytes", unit = Unit.BYTES, doc = "size of the change") @Nullable
        Long diffBytes,

        @Prop(value = "apply_latency_ms", unit = Unit.MILLISECONDS, doc = "wall time of landing it") @Nullable
        Double applyLatencyMs)
        implements Event {}
