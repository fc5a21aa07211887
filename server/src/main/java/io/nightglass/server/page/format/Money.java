package io.nightglass.server.page.format;

import io.nightglass.boards.Spent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dollars: two decimals, three below one dollar, two digits that count below a cent. */
public final class Money {
    private Money() {}

    /** As {@code ≥ $21.37} where some of it has no price; a dash for nothing, "not known" where nothing has a price. */
    public static String sum(Spent spent) {
        return said(spent, "≥" + Signs.NARROW);
    }

    /** The same in prose: {@code at least $21.37}. */
    public static String inWords(Spent spent) {
        return said(spent, "at least ");
    }

    private static String said(Spent spent, String atLeast) {
        if (!spent.isKnown()) {
            return spent.isAtLeast() ? "not known" : "—";
        }
        return (spent.isAtLeast() ? atLeast : "") + of(spent.usd().doubleValue());
    }

    /** {@code $1,204.10}, {@code $42.47}, {@code $0.187}, {@code $0.0042}; a dash for null. */
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
                        : amount.doubleValue() < 1
                                ? amount.setScale(3, RoundingMode.HALF_UP).toPlainString()
                                : String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP)));
    }
}
