package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words in which logs state a direction: higher, max, lower_is_better, minimize, ... */
final class DirectionWords {
    private static final Pattern BETTER =
            Pattern.compile("((higher|lower|larger|smaller|more|less)[ _-]is[ _-]better|[\u2191\u2193])");

    private DirectionWords() {}

    /** {@code (lower is better)} or an arrow in a name or a comment. */
    static @Nullable Direction better(String text) {
        var found = BETTER.matcher(text.toLowerCase(Locale.ROOT));
        return found.find() ? read(found.group(1)) : null;
    }

    static @Nullable Direction read(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        boolean up = words.contains("high")
                || words.contains("\u2191")
                || words.contains("max")
                || words.startsWith("larger")
                || words.startsWith("more")
                || words.strip().equals("up");
        boolean down = words.contains("low")
                || words.contains("\u2193")
                || words.contains("min")
                || words.startsWith("smaller")
                || words.startsWith("less")
                || words.strip().equals("down");
        if (up == down) {
            return null;
        }
        return up ? Direction.MAXIMIZE : Direction.MINIMIZE;
    }
}
