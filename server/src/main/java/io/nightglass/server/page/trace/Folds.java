package io.nightglass.server.page.trace;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are open.
 *
 * @param open whether a row is when nobody said otherwise
 * @param turned the beginnings of the ids of those that are not as the others
 */
public record Folds(boolean open, Set<String> turned) {
    /** A tree with more rows begins closed. */
    static final int MOST_OPEN = 300;

    private static final Pattern IDS = Pattern.compile("[0-9a-f]{8}(,[0-9a-f]{8}){0,99}");
    private static final int ID = 8;

    /** @param asked as in the address: beginnings of ids with commas between; anything else says nothing */
    static Folds of(@Nullable String asked, long rows) {
        var turned = asked == null || !IDS.matcher(asked).matches()
                ? Set.<String>of()
                : Set.copyOf(Arrays.asList(asked.split(",", -1)));
        return new Folds(rows <= MOST_OPEN, turned);
    }

    boolean isOpen(Row row) {
        return switch (row) {
            case Line line -> turned.contains(line.id().substring(0, ID)) != open;
            case Heading ignored -> true;
            case Gap ignored -> true;
        };
    }
}
