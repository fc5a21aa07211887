package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a span or a trace was given and what it left. */
public record AiState(
        @Prop(value = "$ai_input_state", doc = "what it was given", longText = true) @Nullable
        JsonNode input,

        @Prop(value = "$ai_output_state", doc = "what it left", longText = true) @Nullable
        JsonNode output) {}
