package io.nightglass.server.edge;

/** Text as it may be kept: UTF-16 that is also UTF-8. */
final class Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** {@code text} with every surrogate that has no partner replaced by U+FFFD; the same object when there is none. */
    static String repaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repairedFrom(text, i);
            }
        }
        return text;
    }

    private static String repairedFrom(String text, int start) {
        var out = new StringBuilder(text);
        for (int i = start; i < out.length(); i++) {
            if (i + 1 < out.length() && Character.isSurrogatePair(out.charAt(i), out.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(out.charAt(i))) {
                out.setCharAt(i, REPLACEMENT);
            }
        }
        return out.toString();
    }
}
