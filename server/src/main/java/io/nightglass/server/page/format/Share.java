package io.nightglass.server.page.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a whole: whole percent, one decimal under one percent. */
public final class Share {
    private Share() {}

    /** {@code 14 %}, {@code 0.4 %}; a dash for null. @param share in [0, 1] */
    public static String of(@Nullable Double share) {
        if (share == null) {
            return "—";
        }
        double percent = share * 100;
        boolean small = percent > 0 && percent < 1;
        if (small && percent < 0.05) {
            return "<" + Signs.NARROW + "0.1" + Signs.NARROW + "%";
        }
        return String.format(Locale.ROOT, small ? "%.1f" : "%.0f", percent) + Signs.NARROW + "%";
    }

    /** A dash when the whole is 0. */
    public static String of(long part, long whole) {
        return of(whole == 0 ? null : (double) part / whole);
    }
}
