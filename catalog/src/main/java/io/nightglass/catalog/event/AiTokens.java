package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How much was read and written, as the provider counts: some count cached tokens into the input, some beside it. */
public record AiTokens(
        @Prop(value = "$ai_input_tokens", unit = Unit.TOKENS, doc = "prompt size") @Nullable
        Long input,

        @Prop(value = "$ai_output_tokens", unit = Unit.TOKENS, doc = "answer size") @Nullable
        Long output,

        @Prop(value = "$ai_total_tokens", unit = Unit.TOKENS, doc = "both, when the client adds them") @Nullable
        Long total,

        @Prop(value = "$ai_cache_read_input_tokens", unit = Unit.TOKENS, doc = "read from the prompt cache") @Nullable
        Long cacheRead,

        @Prop(value = "$ai_cache_creation_input_tokens", unit = Unit.TOKENS, doc = "written to the prompt cache")
        @Nullable
        Long cacheCreation,

        @Prop(value = "$ai_cache_creation_5m_input_tokens", unit = Unit.TOKENS, doc = "of these, kept five minutes")
        @Nullable
        Long cacheCreation5m,

        @Prop(value = "$ai_cache_creation_1h_input_tokens", unit = Unit.TOKENS, doc = "of these, kept an hour")
        @Nullable
        Long cacheCreation1h,

        @Prop(value = "$ai_cache_reporting_exclusive", doc = "whether cached tokens are beside the input, not in it")
        @Nullable
        Boolean cacheExclusive,

        @Prop(value = "$ai_reasoning_tokens", unit = Unit.TOKENS, doc = "spent on thinking") @Nullable
        Long reasoning,

        @Prop(value = "$ai_web_search_count", unit = Unit.COUNT, doc = "searches billed") @Nullable
        Long webSearches,

        @Prop(value = "$ai_tokens_source", doc = "sdk, or passthrough when the caller set them") @Nullable
        String source,

        @Prop(value = "$ai_usage", doc = "the provider's own usage record") @Nullable
        JsonNode usage) {}
