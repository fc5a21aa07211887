package io.nightglass.server.price;

import io.nightglass.catalog.Values;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a call used, each token under one rate and so billed once, however the provider counts (posthog-wire.md 3.5):
 * cached tokens within the input or beside it, audio within both sides, thinking within the output or beside it.
 *
 * @param counts how many of each
 * @param prompt all input tokens, cached ones included
 * @param hasInput whether the client said how much went in
 * @param hasOutput whether it said how much came out
 * @param isExclusive whether cached tokens are beside the input
 */
record Usage(Map<Rate, Long> counts, long prompt, boolean hasInput, boolean hasOutput, boolean isExclusive) {

    static Usage of(ObjectNode properties, Caller caller) {
        var audio = Audio.of(properties);
        Long input = count(properties, "$ai_input_tokens");
        Long output = count(properties, "$ai_output_tokens");
        Long read = count(properties, "$ai_cache_read_input_tokens");
        Long written = count(properties, "$ai_cache_creation_input_tokens");
        Long fiveMinutes = count(properties, "$ai_cache_creation_5m_input_tokens");
        Long hour = count(properties, "$ai_cache_creation_1h_input_tokens");
        Long reasoning = count(properties, "$ai_reasoning_tokens");
        // The parts may come without the whole, and LangChain leaves the whole 0 then.
        long write = Math.max(zero(written), sum(zero(fiveMinutes), zero(hour)));
        long cached = sum(zero(read), write);
        boolean isExclusive = caller.isExclusive(zero(input), cached);
        long readAudio = Math.min(audio.cached(), zero(read));
        long heard = Math.max(0, audio.input() - readAudio);
        long spoken = audio.output();
        long uncached = isExclusive ? zero(input) : Math.max(0, zero(input) - cached);
        long said = caller.thinksBesideOutput() ? sum(zero(output), zero(reasoning)) : zero(output);

        var counts = new EnumMap<Rate, Long>(Rate.class);
        counts.put(Rate.INPUT, Math.max(0, uncached - heard));
        counts.put(Rate.CACHE_READ, zero(read) - readAudio);
        counts.put(Rate.CACHE_WRITE, write - zero(hour));
        counts.put(Rate.CACHE_WRITE_1H, zero(hour));
        counts.put(Rate.AUDIO_INPUT, heard);
        counts.put(Rate.AUDIO_CACHE_READ, readAudio);
        counts.put(Rate.OUTPUT, Math.max(0, said - spoken));
        counts.put(Rate.AUDIO_OUTPUT, spoken);
        counts.put(Rate.REQUEST, counted(count(properties, "$ai_request_count"), 1));
        counts.put(Rate.WEB_SEARCH, zero(count(properties, "$ai_web_search_count")));
        return new Usage(
                counts,
                isExclusive ? sum(zero(input), cached) : zero(input),
                isAny(input, read, written, fiveMinutes, hour) || audio.input() > 0,
                isAny(output, reasoning) || spoken > 0,
                isExclusive);
    }

    long count(Rate rate) {
        return counts.getOrDefault(rate, 0L);
    }

    /** The whole number under {@code name}; null when it is none, or less than none. */
    static @Nullable Long count(ObjectNode properties, String name) {
        var value = properties.get(name);
        Long count = value == null ? null : Values.integer(value);
        return count == null || count < 0 ? null : count;
    }

    private static long zero(@Nullable Long count) {
        return counted(count, 0);
    }

    private static long counted(@Nullable Long count, long otherwise) {
        return count == null ? otherwise : count;
    }

    private static boolean isAny(@Nullable Long... counts) {
        for (Long count : counts) {
            if (count != null) {
                return true;
            }
        }
        return false;
    }

    /** Both, never more than a long holds: senders are not trusted. */
    private static long sum(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
