package io.nightglass.store.duckdb.function;

/** erf and erfc: near 0 the series of positive terms, beyond the continued fraction. */
final class ErrorFunction {
    private static final double BETWEEN = 2.5;
    private static final double LARGEST = 27;
    private static final int STEPS = 80;

    private ErrorFunction() {}

    static double erf(double x) {
        double size = Math.abs(x);
        if (Double.isNaN(x)) {
            return x;
        }
        return Math.copySign(size < BETWEEN ? series(size) : 1 - fraction(size), x);
    }

    static double erfc(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        double size = Math.abs(x);
        double above = size < BETWEEN ? 1 - series(size) : fraction(size);
        return x < 0 ? 2 - above : above;
    }

    /** 2 / sqrt(pi) * exp(-x * x) * (x + 2 x^3 / 3 + 4 x^5 / 15 + ...). */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; term > sum * 1e-18; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }

    /** exp(-x * x) / sqrt(pi) / (x + 1/2 / (x + 1 / (x + 3/2 / (x + ...)))), from the inside. */
    private static double fraction(double x) {
        if (x > LARGEST) {
            return 0;
        }
        double inside = x;
        for (int n = STEPS; n > 0; n--) {
            inside = x + n / 2.0 / inside;
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / inside;
    }
}
