package io.nightglass.boards.trace;

import org.jspecify.annotations.Nullable;

/**
 * From when to when something took, in microseconds since 1970.
 *
 * @param duration at least 0; null when not known, as for what has no duration
 */
public record Extent(long start, @Nullable Long duration) {
    private static final double LONGEST_SECONDS = 86_400;
    private static final double MICROS = 1e6;

    /** A call or span is reported at its end (over OTLP: at its start) with its latency; all else is a moment. */
    static Extent of(TraceEvent event) {
        var kind = Kind.of(event.event());
        var latency = kind == Kind.CALL || kind == Kind.SPAN ? latency(event.call()) : null;
        long at = event.micros();
        return new Extent(latency == null || event.call().otlp() ? at : at - latency, latency);
    }

    /** From a tool's call to its return, which another machine's clock may have put before it. */
    static Extent between(TraceEvent called, TraceEvent returned) {
        return new Extent(called.micros(), Math.max(0, returned.micros() - called.micros()));
    }

    /** When it was over; its start when nobody knows. */
    public long end() {
        return duration == null ? start : start + duration;
    }

    /** Null when there is none to believe: negative, or more than a day. */
    private static @Nullable Long latency(TraceEvent.Call call) {
        var seconds = call.seconds();
        return seconds == null || seconds < 0 || seconds > LONGEST_SECONDS ? null : Math.round(seconds * MICROS);
    }
}
