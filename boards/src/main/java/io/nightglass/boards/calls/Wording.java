package io.nightglass.boards.calls;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went wrong, in HogQL: in a word, in a sentence, and without what differs from one time to the next. */
final class Wording {
    /** Of a failed call: the class of its error, else the status of the answer, else that it failed. */
    static final String ERROR =
            "coalesce(nullIf(left(error_type, 200), ''), if(http_status > 0, toString(http_status), NULL), 'failed')";

    /** Of a failed call: what it said; "" when it said nothing. */
    static final String MESSAGE = said("error");

    /** Read of a text, and kept of it when it is folded. */
    private static final int READ = 1_000;

    private static final int KEPT = 300;

    /** Addresses, paths, UUIDs, ids with a prefix or a number in them, numbers in hexadecimal. */
    private static final String IDS = String.join(
            "|",
            "[a-z][a-z0-9+.]{1,12}://[^\\s\"'<>()]+",
            "\\B(?:~|\\.{1,2})?[/\\\\][^\\s\"'`(),:;]+",
            "\\b[A-Za-z]:[/\\\\][^\\s\"'`(),:;]+",
            "\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b",
            "\\b(?:[A-Za-z]{2,12}[_-])?[A-Za-z]{0,6}[0-9][0-9A-Za-z_]{11,}\\b",
            "\\b0x[0-9a-fA-F]+\\b",
            "\\b[0-9a-f]{12,}\\b");

    /** A pattern and what stands in its place: one character, for a text must not grow by it. */
    private record Fold(String pattern, String by) {}

    private static final List<Fold> FOLDS =
            List.of(new Fold("\\s+", " "), new Fold(IDS, "…"), new Fold("[0-9]+(?:[.,:][0-9]+)*", "#"));

    private Wording() {}

    /** A text, or the message within it when it is JSON. */
    static String said(String text) {
        return """
                coalesce(if(startsWith(%1$s, '{'), coalesce(nullIf(JSONExtractString(%1$s, 'message'), ''),
                  nullIf(JSONExtractString(%1$s, 'error', 'message'), '')), NULL), %1$s, '')""".formatted(text);
    }

    /** {@code text} with numbers, ids, addresses and paths folded, so that alike messages are the same; needs {@link #putValues}. */
    static String folded(String text) {
        var folded = "left(%s, %d)".formatted(text, READ);
        for (int i = 0; i < FOLDS.size(); i++) {
            folded = "replaceRegexpAll(%s, {fold_%d}, {by_%d})".formatted(folded, i, i);
        }
        return "left(trim(%s), %d)".formatted(folded, KEPT);
    }

    /** What the placeholders of {@link #folded} stand for. */
    static void putValues(Map<String, @Nullable Object> values) {
        for (int i = 0; i < FOLDS.size(); i++) {
            values.put("fold_" + i, FOLDS.get(i).pattern());
            values.put("by_" + i, FOLDS.get(i).by());
        }
    }
}
