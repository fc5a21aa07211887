package io.nightglass.server.page.trace;

import io.nightglass.server.page.format.Span;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A hairline at a round time after the beginning. @param left in percent of the width */
public record Tick(String left, String label) {
    private static final int MOST = 5;
    private static final long[] MILLISECONDS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        15_000,
        30_000,
        60_000,
        120_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        7_200_000,
        21_600_000,
        43_200_000,
        86_400_000
    };

    /** At most six. */
    static List<Tick> of(Scale scale) {
        long step = MILLISECONDS[MILLISECONDS.length - 1];
        for (int i = MILLISECONDS.length - 1; i >= 0 && scale.whole() / (MILLISECONDS[i] * 1_000) < MOST; i--) {
            step = MILLISECONDS[i];
        }
        long micros = step * 1_000 * Math.max(1, scale.whole() / (step * 1_000) / MOST);
        var ticks = new ArrayList<Tick>();
        for (long at = micros; at < scale.last() - scale.start(); at += micros) {
            var label = Span.of(Duration.of(at, ChronoUnit.MICROS));
            ticks.add(new Tick(String.format(Locale.ROOT, "%.2f%%", scale.at(scale.start() + at)), label));
        }
        return ticks;
    }
}
