package io.nightglass.server.page.draw;

import io.nightglass.server.page.format.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of dollars from zero up.
 *
 * @param most at its upper end
 * @param top pixels of the upper end
 * @param base pixels of zero
 */
public record Scale(double most, double step, int top, int base) {
    private static final int LINES = 3;

    /** @param y pixels */
    public record Line(double y, String text) {}

    static Scale of(double most, int top, int base) {
        if (most <= 0) {
            return new Scale(1, 1, top, base);
        }
        double raw = most / LINES;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * power;
        for (double nice : new double[] {1, 2, 2.5, 5}) {
            if (nice * power >= raw) {
                step = nice * power;
                break;
            }
        }
        return new Scale(Math.ceil(most / step - 1e-9) * step, step, top, base);
    }

    double y(double value) {
        return Math.round(10 * (base - (base - top) * Math.clamp(value / most, 0, 1))) / 10.0;
    }

    /** Zero first. */
    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (double value = 0; value <= most * 1.0001; value += step) {
            lines.add(new Line(y(value), Money.of(value)));
        }
        return lines;
    }
}
