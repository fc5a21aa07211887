package io.nightglass.server.page.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Dollars: two decimals, three below one dollar, two digits that count below a cent. */
public final class Money {
    private Money() {}

    /** {@code $42.47}, {@code $0.187}, {@code $0.0042}; a dash for null. */
    public static String of(@Nullable Double usd) {
        if (usd == null) {
            return "—";
        }
        var amount = BigDecimal.valueOf(Math.abs(usd));
        var sign = usd < 0 ? Signs.MINUS : "";
        if (amount.signum() == 0) {
            return "$0";
        }
        return sign + "$"
                + (amount.doubleValue() < 0.01
                        ? amount.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString()
                        : amount.setScale(amount.doubleValue() < 1 ? 3 : 2, RoundingMode.HALF_UP)
                                .toPlainString());
    }
}
