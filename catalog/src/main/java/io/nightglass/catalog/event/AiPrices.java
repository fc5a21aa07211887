package io.nightglass.catalog.event;

import io.nightglass.catalog.Prop;
import io.nightglass.catalog.Unit;
import org.jspecify.annotations.Nullable;

/** Prices the caller brings along, per token or piece; they win over the price table. */
public record AiPrices(
        @Prop(value = "$ai_input_token_price", unit = Unit.USD, doc = "one prompt token") @Nullable
        Double inputToken,

        @Prop(value = "$ai_output_token_price", unit = Unit.USD, doc = "one answer token") @Nullable
        Double outputToken,

        @Prop(value = "$ai_cache_read_token_price", unit = Unit.USD, doc = "one token read from the cache") @Nullable
        Double cacheReadToken,

        @Prop(value = "$ai_cache_write_token_price", unit = Unit.USD, doc = "one token written to the cache") @Nullable
        Double cacheWriteToken,

        @Prop(value = "$ai_request_price", unit = Unit.USD, doc = "one request") @Nullable
        Double request,

        @Prop(value = "$ai_request_count", unit = Unit.COUNT, doc = "requests billed") @Nullable
        Long requestCount,

        @Prop(value = "$ai_web_search_price", unit = Unit.USD, doc = "one search") @Nullable
        Double webSearch) {}
