package io.nightglass.cli.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a loop would write them down: 0.7412, not 0.7411999999999999. */
final class Rounded {
    private Rounded() {}

    static double to(int digits, double value) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
