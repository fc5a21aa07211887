package io.nightglass.server.page.format;

import java.util.Locale;

/** How many: exact to 9,999, then three significant digits. */
public final class Count {
    private static final long EXACT = 9_999;
    private static final String[] UNITS = {"", "k", "M", "G", "T"};
    private static final String[] WORDS = {
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"
    };

    private Count() {}

    /** {@code 7,014}, {@code 12.8 k}, {@code 2.41 M}. */
    public static String of(long count) {
        if (Math.abs(count) <= EXACT) {
            return (count < 0 ? Signs.MINUS : "") + String.format(Locale.ROOT, "%,d", Math.abs(count));
        }
        double size = Math.abs((double) count);
        int unit = 0;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        int decimals = size < 9.995 ? 2 : size < 99.95 ? 1 : 0;
        return (count < 0 ? Signs.MINUS : "")
                + String.format(Locale.ROOT, "%." + decimals + "f", size)
                + Signs.NARROW
                + UNITS[unit];
    }

    /** {@code 1 round}, {@code 12 rounds}. */
    public static String of(long count, String one) {
        return of(count) + " " + (count == 1 ? one : one + "s");
    }

    /** Every digit, for prose that must not round. */
    public static String exact(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** To begin a sentence with: {@code Two}; digits from eleven on. */
    public static String word(long count) {
        return count >= 0 && count < WORDS.length ? WORDS[(int) count] : of(count);
    }
}
