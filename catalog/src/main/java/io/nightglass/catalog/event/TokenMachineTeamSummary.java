package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The router sums up its users. */
@EventName(value = "token_machine.team_summary", doc = "the router sums up its users")
public record TokenMachineTeamSummary(
        @Prop(value = "total_requests", unit = Unit.COUNT, doc = "calls served")
        long totalRequests,

        @Prop(value = "total_cost", unit = Unit.USD, doc = "their money") @Nullable
        Double totalCost,

        @Prop(value = "avg_quality", unit = Unit.SHARE, doc = "their average grade") @Nullable
        Double averageQuality,

        @Prop(value = "worst_performer", doc = "user with the lowest grade") @Nullable
        String worstPerformer,

        @Prop(value = "best_performer", doc = "user with the highest grade") @Nullable
        String bestPerformer,

        @Prop(value = "escalation_candidates", doc = "task types that want a stronger model") @Nullable
        List<String> escalationCandidates)
        implements Event {}
