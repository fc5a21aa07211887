package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words in which logs state a direction: higher, max, lower_is_better, minimize, ... */
final class DirectionWords {
    private DirectionWords() {}

    static @Nullable Direction read(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        boolean up =
                words.contains("high") || words.contains("max") || words.strip().equals("up");
        boolean down =
                words.contains("low") || words.contains("min") || words.strip().equals("down");
        if (up == down) {
            return null;
        }
        return up ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }
}
