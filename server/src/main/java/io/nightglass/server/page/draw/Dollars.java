package io.nightglass.server.page.draw;

import io.nightglass.server.page.format.Money;

/** A sum of the ledger, of which not every row has a price. */
final class Dollars {
    private Dollars() {}

    /** {@code ≥ $21.37}; "not known" when there is nothing but rows without a price. */
    static String of(double usd, boolean atLeast) {
        return atLeast && usd == 0 ? "not known" : (atLeast ? "≥\u202f" : "") + Money.of(usd);
    }
}
