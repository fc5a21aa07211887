package io.nightglass.boards.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What placing an event and a line about it need. Prompts, completions, arguments and rationales stay in the store.
 *
 * @param at when it was said: for most calls their end
 */
public record TraceEvent(
        UUID uuid,
        String event,
        Instant at,
        @Nullable String agent,
        Ids ids,
        Labels labels,
        Call call,
        Figures figures) {

    /** By what it can be tied to others; none is empty. */
    public record Ids(
            @Nullable String step,
            @Nullable String suite,
            @Nullable String caseId,
            @Nullable String span,
            @Nullable String parent,
            @Nullable String trace) {
        public static final Ids NONE = new Ids(null, null, null, null, null, null);
    }

    /** What it calls itself. */
    public record Labels(
            @Nullable String span,
            @Nullable String tool,
            @Nullable String suite,
            @Nullable String dim,
            @Nullable String model) {
        public static final Labels NONE = new Labels(null, null, null, null, null);
    }

    /**
     * What a call, a span or a tool says of how it went.
     *
     * @param seconds {@code $ai_latency} as sent
     * @param otlp whether it came as an OTLP span, whose timestamp is its start
     * @param failed {@code $ai_is_error}
     * @param ok of a returned tool
     * @param cost {@code $ai_total_cost_usd}
     */
    public record Call(
            @Nullable Double seconds,
            boolean otlp,
            @Nullable Boolean failed,
            @Nullable Boolean ok,
            @Nullable Double cost) {
        public static final Call NONE = new Call(null, false, null, null, null);
    }

    /**
     * What a line says after the name.
     *
     * @param cases {@code n_cases} of an eval.run
     * @param problem the beginning of an error or failure mode
     */
    public record Figures(
            @Nullable Double score,
            @Nullable Double delta,
            @Nullable Double cost,
            @Nullable Boolean passed,
            @Nullable Long cases,
            @Nullable Long attempt,
            @Nullable String problem) {
        public static final Figures NONE = new Figures(null, null, null, null, null, null, null);
    }

    /** {@link #at} in microseconds since 1970. */
    long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
