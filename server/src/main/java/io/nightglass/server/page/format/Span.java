package io.nightglass.server.page.format;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How long something took. */
public final class Span {
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private Span() {}

    /** {@code 842 ms}, {@code 9.34 s}, {@code 4 min 08 s}, {@code 7 h 08 min}; a dash for null. */
    public static String of(@Nullable Duration time) {
        if (time == null) {
            return "—";
        }
        double seconds = time.toNanos() / 1e9;
        if (seconds < 0.9995) {
            return Math.round(seconds * 1000) + unit("ms");
        }
        if (seconds < 59.95) {
            return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f" : "%.1f", seconds) + unit("s");
        }
        long whole = Math.round(seconds);
        if (whole < HOUR) {
            return whole / MINUTE + unit("min") + " " + two(whole % MINUTE) + unit("s");
        }
        long minutes = Math.round(seconds / MINUTE);
        return minutes / MINUTE + unit("h") + " " + two(minutes % MINUTE) + unit("min");
    }

    /** @param seconds null for unknown */
    public static String ofSeconds(@Nullable Double seconds) {
        return seconds == null ? "—" : of(Duration.ofNanos(Math.round(seconds * 1e9)));
    }

    /** After the beginning: {@code +12 ms}, {@code +3 min 31 s}. */
    public static String offset(Duration time) {
        return time.isNegative() ? Signs.MINUS + of(time.negated()) : "+" + of(time);
    }

    private static String two(long number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static String unit(String unit) {
        return Signs.NARROW + unit;
    }
}
