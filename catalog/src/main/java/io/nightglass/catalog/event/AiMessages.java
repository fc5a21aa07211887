package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What went in and what came out. Any JSON is taken; null in privacy mode. */
public record AiMessages(
        @Prop(value = "$ai_input", doc = "messages sent, with the system prompt", longText = true) @Nullable
        JsonNode input,

        @Prop(value = "$ai_output_choices", doc = "messages that came back", longText = true) @Nullable
        JsonNode output,

        @Prop(value = "$ai_tools", doc = "tools the model was offered", longText = true) @Nullable
        JsonNode tools,

        @Prop(value = "$ai_instructions", doc = "instructions beside the messages", longText = true) @Nullable
        JsonNode instructions,

        @Prop(value = "$ai_model_parameters", doc = "temperature, max_tokens and the like") @Nullable
        JsonNode parameters,

        @Prop(value = "$ai_prompt_name", doc = "managed prompt it came from") @Nullable
        String promptName,

        @Prop(value = "$ai_prompt_version", doc = "version of that prompt") @Nullable
        String promptVersion) {}
