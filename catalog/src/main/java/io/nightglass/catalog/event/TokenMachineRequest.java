package io.nightglass.catalog.event;

import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** The router served one model call. */
@EventName(value = "token_machine.request", doc = "the router served one model call")
public record TokenMachineRequest(
        @Prop(value = "user_id", doc = "who asked, as {project}:{client}:{agent}") @Nullable
        String userId,

        @Prop(value = "request_id", doc = "id shared with the $ai_generation of the same call") @Nullable
        String requestId,

        @Prop(value = "task_type", doc = "task of the shared taxonomy")
        String taskType,

        @Prop(value = "model_used", doc = "model it was routed to")
        String modelUsed,

        @Prop(value = "baseline_model", doc = "model it would have gone to without routing") @Nullable
        String baselineModel,

        @Prop(value = "policy_version", doc = "version of the routing rules") @Nullable
        String policyVersion,

        @Prop(value = "input_tokens", unit = Unit.TOKENS, doc = "prompt size") @Nullable
        Long inputTokens,

        @Prop(value = "output_tokens", unit = Unit.TOKENS, doc = "answer size") @Nullable
        Long outputTokens,

        @Prop(value = "cost_usd", unit = Unit.USD, doc = "what it cost; 0 when a plan covers it, absent when unknown")
        @Nullable
        Double costUsd,

        @Prop(
                value = "list_price_usd",
                unit = Unit.USD,
                doc = "what it would have cost by the list; shown, never summed")
        @Nullable
        Double listPriceUsd,

        @Prop(value = "quality_score", unit = Unit.SHARE, doc = "the router's grade") @Nullable
        Double qualityScore,

        @Prop(value = "efficiency_grade", doc = "A to F") @Nullable
        String efficiencyGrade,

        @Prop(value = "grade_config_version", doc = "version of the rules the grade follows") @Nullable
        String gradeConfigVersion,

        @Prop(value = "outcome", doc = "pass, fail or unknown: whether the task succeeded") @Nullable
        String outcome,

        @Prop(value = "latency_ms", unit = Unit.MILLISECONDS, doc = "wall time") @Nullable
        Double latencyMs)
        implements Event {}
