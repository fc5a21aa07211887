package io.nightglass.boards.calls;

import io.nightglass.boards.Row;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over calls.
 *
 * @param inputTokens null when no call counted them
 * @param outputTokens null when no call counted them
 * @param costUsd of the calls whose cost is known; null when there is none
 * @param unpriced calls whose cost is not known: above 0, the cost is at least
 * @param latency of the calls that say how long they took
 */
public record Figures(
        long calls,
        long failed,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Double costUsd,
        long unpriced,
        Latency latency) {

    /** Seconds; null when no call says. @param p50 half of the calls took no longer; p95: nineteen of twenty */
    public record Latency(@Nullable Double p50, @Nullable Double p95) {}

    /** The figures of one value of a field. @param value null for calls that name none */
    public record Of(@Nullable String value, Figures figures) {}

    /**
     * The percentiles of the latency, in microseconds: whole numbers are put in order in half the time. Below 0 or above a day
     * is none.
     */
    static final String TOOK =
            "quantiles(0.5, 0.95)(toInt(round(if(latency >= 0 AND latency <= 86400, latency, NULL) * 1000000))) AS took";

    /** What a question has to ask for. */
    static final String COLUMNS = """
            count() AS calls, countIf(is_error) AS failed, sum(input_tokens) AS tokens_in, sum(output_tokens) AS tokens_out,
            countIf(input_tokens IS NOT NULL) AS counted_in, countIf(output_tokens IS NOT NULL) AS counted_out,
            sum(cost_usd) AS usd, countIf(cost_usd IS NULL) AS unpriced, %s""".formatted(TOOK);

    /** Those of all together, but for the percentiles, which do not add up. */
    static Figures sum(List<Of> parts, Latency latency) {
        long calls = 0;
        long failed = 0;
        @Nullable Long in = null;
        @Nullable Long out = null;
        var usd = BigDecimal.ZERO;
        long unpriced = 0;
        for (var part : parts) {
            var figures = part.figures;
            calls += figures.calls;
            failed += figures.failed;
            in = sum(in, figures.inputTokens);
            out = sum(out, figures.outputTokens);
            usd = figures.costUsd == null ? usd : usd.add(BigDecimal.valueOf(figures.costUsd));
            unpriced += figures.unpriced;
        }
        return new Figures(calls, failed, in, out, unpriced == calls ? null : usd.doubleValue(), unpriced, latency);
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(one + other);
    }

    static Figures of(Row row) {
        long unpriced = row.count("unpriced");
        return new Figures(
                row.count("calls"),
                row.count("failed"),
                row.count("counted_in") == 0 ? null : Long.valueOf(row.count("tokens_in")),
                row.count("counted_out") == 0 ? null : Long.valueOf(row.count("tokens_out")),
                unpriced == row.count("calls") ? null : row.number("usd"),
                unpriced,
                latency(row));
    }

    static Latency latency(Row row) {
        var took = row.list("took");
        return took.size() < 2 ? new Latency(null, null) : new Latency(seconds(took.get(0)), seconds(took.get(1)));
    }

    private static @Nullable Double seconds(@Nullable Object micros) {
        return micros instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue() / 1e6
                : null;
    }
}
