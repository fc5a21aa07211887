package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why a flag answered as it did, as far as the client tells. */
public record FlagReason(
        @Prop(value = "$feature_flag_id", doc = "id of the flag") @Nullable
        String id,

        @Prop(value = "$feature_flag_version", doc = "version of the flag") @Nullable
        String version,

        @Prop(value = "$feature_flag_reason", doc = "which rule answered") @Nullable
        String reason,

        @Prop(value = "$feature_flag_request_id", doc = "id of the evaluation") @Nullable
        String requestId,

        @Prop(value = "$feature_flag_evaluated_at", unit = Unit.MILLISECONDS, doc = "when it was evaluated, since 1970")
        @Nullable
        Double evaluatedAt,

        @Prop(value = "$feature_flag_has_experiment", doc = "whether an experiment reads the flag") @Nullable
        Boolean hasExperiment,

        @Prop(value = "locally_evaluated", doc = "whether the client decided by itself") @Nullable
        Boolean locallyEvaluated,

        @Prop(value = "$feature_flag_error", doc = "what went wrong, comma separated") @Nullable
        String error,

        @Prop(value = "$feature_flag_payload", doc = "what came with the answer", longText = true) @Nullable
        JsonNode payload,

        @Prop(value = "$used_bootstrap_value", doc = "whether the answer came with the page") @Nullable
        Boolean usedBootstrap,

        @Prop(value = "$feature_flag_bootstrapped_response", doc = "answer that came with the page") @Nullable
        String bootstrappedResponse,

        @Prop(value = "$feature_flag_bootstrapped_payload", doc = "payload that came with the page", longText = true)
        @Nullable
        JsonNode bootstrappedPayload) {}
