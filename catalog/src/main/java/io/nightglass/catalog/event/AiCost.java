package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** What a call cost. Sent by few clients; the pane fills in what its price table knows. */
public record AiCost(
        @Prop(value = "$ai_total_cost_usd", unit = Unit.USD, doc = "the whole call; absent when unpriced") @Nullable
        Double total,

        @Prop(value = "$ai_input_cost_usd", unit = Unit.USD, doc = "the prompt") @Nullable
        Double input,

        @Prop(value = "$ai_output_cost_usd", unit = Unit.USD, doc = "the answer") @Nullable
        Double output,

        @Prop(value = "$ai_request_cost_usd", unit = Unit.USD, doc = "the request as such") @Nullable
        Double request,

        @Prop(value = "$ai_web_search_cost_usd", unit = Unit.USD, doc = "the searches") @Nullable
        Double webSearch,

        @Prop(value = "$ai_model_cost_used", doc = "model whose price was taken") @Nullable
        String modelUsed,

        @Prop(value = "$ai_cost_model_source", doc = "price table it came from") @Nullable
        String modelSource,

        @Prop(value = "$ai_cost_model_provider", doc = "provider whose price was taken") @Nullable
        String modelProvider,

        @Prop(value = "$ai_cost_passthrough", doc = "said when the caller set the cost") @Nullable
        String passthrough,

        @Prop(
                value = "$ai_cost_provenance",
                doc = "reported by the client, list_price or unknown; said by the pane, never by a client")
        @Nullable
        String provenance) {}
