package io.nightglass.boards.trace;

import java.util.regex.Pattern;

/** Text of others on a line of ours: nothing in it moves a cursor or breaks the line. */
public final class OneLine {
    /** Control and format characters, line and paragraph separators, halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private OneLine() {}

    /** {@code text} without what is not printed; may be empty. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    /** The same, at most {@code longest} characters. */
    public static String of(String text, int longest) {
        return cut(of(text), longest);
    }

    static String cut(String line, int longest) {
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
