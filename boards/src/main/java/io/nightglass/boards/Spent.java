package io.nightglass.boards;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Money from the ledger, exact. What is not known is counted, never taken for nothing.
 *
 * @param usd the sum of what is known; 0 when nothing is
 * @param priced how many of its parts have a price
 * @param unpriced how many have none: above 0, the sum is a lower bound
 */
public record Spent(BigDecimal usd, long priced, long unpriced) {
    public static final Spent NOTHING = new Spent(BigDecimal.ZERO, 0, 0);

    /** The ledger's digits after the point. */
    private static final int SCALE = 12;

    /** What a double can say for certain. */
    private static final MathContext CERTAIN = new MathContext(15, RoundingMode.HALF_EVEN);

    /** Of an answer, where a sum of exact decimals arrives as the double nearest to it. */
    public static Spent of(@Nullable Double usd, long priced, long unpriced) {
        return new Spent(usd == null ? BigDecimal.ZERO : exact(usd), priced, unpriced);
    }

    /** Of one round or run: null when none of its money is known. */
    public static Spent of(@Nullable Double usd, long unpriced) {
        return of(usd, usd == null ? 0 : 1, unpriced);
    }

    private static BigDecimal exact(double usd) {
        var rounded = new BigDecimal(usd, CERTAIN);
        var kept = rounded.scale() > SCALE ? rounded.setScale(SCALE, RoundingMode.HALF_EVEN) : rounded;
        return plain(kept);
    }

    /** The same number without zeros at its end, and without an exponent for whole tens. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public Spent plus(Spent other) {
        return new Spent(plain(usd.add(other.usd)), priced + other.priced, unpriced + other.unpriced);
    }

    /** Whether any price is known. */
    public boolean isKnown() {
        return priced > 0;
    }

    /** Whether there is more than the sum says. */
    public boolean isAtLeast() {
        return unpriced > 0;
    }

    /** The sum divided by {@code count}, with the digits of the ledger; null when {@code count} is 0. */
    public @Nullable BigDecimal per(long count) {
        return count == 0 ? null : plain(usd.divide(BigDecimal.valueOf(count), SCALE, RoundingMode.HALF_EVEN));
    }
}
