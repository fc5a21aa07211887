package io.nightglass.server.price;

import io.nightglass.catalog.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens of sound among those of a call: what the client says of them, else what the provider's own usage record does, as
 * OpenAI ({@code prompt_tokens_details.audio_tokens}) or Gemini (a list by modality) writes it.
 *
 * @param input of the prompt, cached ones included
 * @param cached of the prompt, read from the cache
 * @param output of the answer
 */
record Audio(long input, long cached, long output) {
    static Audio of(ObjectNode properties) {
        var usage = properties.path("$ai_usage");
        return new Audio(
                said(
                        properties,
                        "$ai_audio_input_tokens",
                        usage,
                        "prompt_tokens_details",
                        "input_token_details",
                        "input_tokens_details",
                        "promptTokensDetails"),
                said(properties, "$ai_cache_read_audio_tokens", usage, "cache_tokens_details", "cacheTokensDetails"),
                said(
                        properties,
                        "$ai_audio_output_tokens",
                        usage,
                        "completion_tokens_details",
                        "output_token_details",
                        "output_tokens_details",
                        "candidates_tokens_details",
                        "candidatesTokensDetails"));
    }

    private static long said(ObjectNode properties, String name, JsonNode usage, String... details) {
        Long said = Usage.count(properties, name);
        if (said != null) {
            return said;
        }
        for (var detail : details) {
            Long found = among(usage.path(detail));
            if (found != null) {
                return found;
            }
        }
        return 0;
    }

    private static @Nullable Long among(JsonNode details) {
        if (details.isObject()) {
            return positive(details.path("audio_tokens"));
        }
        for (var part : details.values()) {
            if (part.path("modality").asString("").equalsIgnoreCase("AUDIO")) {
                Long snake = positive(part.path("token_count"));
                return snake == null ? positive(part.path("tokenCount")) : snake;
            }
        }
        return null;
    }

    private static @Nullable Long positive(JsonNode value) {
        Long count = Values.integer(value);
        return count == null || count < 0 ? null : count;
    }
}
