package io.nightglass.server.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of 120 by 20 with a disc at its end; a gap where there is no value.
 *
 * @param path "" when there is no value at all
 */
public record Polyline(String path, String endX, String endY) {

    static Polyline of(List<@Nullable Double> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var value : values) {
            low = value == null ? low : Math.min(low, value);
            high = value == null ? high : Math.max(high, value);
        }
        var path = new StringBuilder();
        String x = "0";
        String y = "0";
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                x = number(2 + 114.0 * i / Math.max(1, values.size() - 1));
                y = number(low == high ? 10 : 17 - 14 * (value - low) / (high - low));
                path.append(drawing ? "L" : "M").append(x).append(',').append(y);
            }
            drawing = value != null;
        }
        return new Polyline(path.toString(), x, y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
