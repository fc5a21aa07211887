package io.nightglass.server.page.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The middle of some numbers. */
final class Medians {
    private Medians() {}

    /** The mean of the middle two of an even count; null for none. */
    static @Nullable Double of(List<Double> values) {
        if (values.isEmpty()) {
            return null;
        }
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : Double.valueOf((sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }
}
