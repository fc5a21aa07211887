package io.nightglass.hogql;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The known name somebody probably meant. */
public final class Nearest {
    private static final int LONGEST = 60;

    private Nearest() {}

    /** The name of {@code known} at most a third of its letters away from {@code name}, else null. */
    public static @Nullable String to(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = 1 + Math.max(1, name.length() / 3);
        for (var candidate : known) {
            int distance = candidate.length() > LONGEST
                    ? Integer.MAX_VALUE
                    : distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least && !candidate.equals(name)) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    /** Levenshtein's: letters inserted, left out or replaced. */
    private static int distance(String a, String b) {
        var above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
