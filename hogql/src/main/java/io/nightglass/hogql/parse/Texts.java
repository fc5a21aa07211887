package io.nightglass.hogql.parse;

/** Quoted texts as they are meant: ClickHouse's escapes. */
final class Texts {
    private Texts() {}

    /**
     * The inside of {@code quoted}, whose first and last character are the quotes. A doubled quote is one, and a
     * backslash before a character without meaning stays, so that {@code '100\%'} reaches LIKE as written.
     */
    static String unquote(String quoted) {
        return unquote(quoted, false);
    }

    /** @param template whether it is of an {@code f'...'}, where a backslash makes a brace a character too */
    static String unquote(String quoted, boolean template) {
        char quote = quoted.charAt(0);
        var text = new StringBuilder(quoted.length());
        int end = quoted.length() - 1;
        for (int i = 1; i < end; i++) {
            char c = quoted.charAt(i);
            if (c == quote) {
                text.append(quote);
                i++;
            } else if (template && c == '\\' && quoted.charAt(i + 1) == '{') {
                text.append('{');
                i++;
            } else if (c != '\\' || i + 1 >= end) {
                text.append(c);
            } else {
                i += escape(quoted, i + 1, end, text);
            }
        }
        return text.toString();
    }

    /** Appends what the escape at {@code i} means and returns how many characters after the backslash it took. */
    private static int escape(String quoted, int i, int end, StringBuilder text) {
        char c = quoted.charAt(i);
        if (c == 'x' && i + 2 < end && isHex(quoted.charAt(i + 1)) && isHex(quoted.charAt(i + 2))) {
            text.append((char) Integer.parseInt(quoted.substring(i + 1, i + 3), 16));
            return 3;
        }
        int meant = "ntrbf0av\\'\"`".indexOf(c);
        if (meant < 0) {
            text.append('\\').append(c);
        } else {
            text.append("\n\t\r\b\f\0\u0007\u000b\\'\"`".charAt(meant));
        }
        return 1;
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }
}
