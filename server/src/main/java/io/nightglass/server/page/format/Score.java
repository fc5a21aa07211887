package io.nightglass.server.page.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A loop's own metric: three decimals, four for bits and losses.
 *
 * @param metric what the loop calls it; null when it does not say
 */
public record Score(@Nullable String metric) {

    /** {@code 0.783}; "not scored" for null. */
    public String of(@Nullable Double score) {
        return score == null ? "not scored" : fixed(score);
    }

    /** The same in a column, where a dash stands for null. */
    public String cell(@Nullable Double score) {
        return score == null ? "—" : fixed(score);
    }

    /** {@code +0.042}, {@code −0.016}, "no change"; a change too small for the decimals keeps two of its digits. */
    public String delta(@Nullable Double delta) {
        if (delta == null) {
            return "—";
        }
        if (delta == 0) {
            return "no change";
        }
        var size = new BigDecimal(Math.abs(delta)).setScale(decimals(), RoundingMode.HALF_EVEN);
        var text = size.signum() == 0
                ? new BigDecimal(Math.abs(delta)).round(new MathContext(2)).toPlainString()
                : grouped(size);
        return (delta > 0 ? "+" : Signs.MINUS) + text;
    }

    /** What stands under a score: {@code val_bpb, lower is better}. */
    public String named(boolean minimize) {
        return (metric == null || metric.isBlank() ? "score" : metric)
                + (minimize ? ", lower is better" : ", higher is better");
    }

    public int decimals() {
        var name = metric == null ? "" : metric.toLowerCase(Locale.ROOT);
        boolean fine =
                name.contains("bpb") || name.contains("loss") || name.contains("bits") || name.contains("perplexity");
        return fine ? 4 : 3;
    }

    private String fixed(double score) {
        var rounded = new BigDecimal(Math.abs(score)).setScale(decimals(), RoundingMode.HALF_EVEN);
        return (score < 0 && rounded.signum() != 0 ? Signs.MINUS : "") + grouped(rounded);
    }

    private static String grouped(BigDecimal number) {
        return "%,.{0}f".replace("{0}", String.valueOf(number.scale())).formatted(number);
    }
}
