package io.nightglass.store.duckdb.sql;

import java.util.ArrayList;
import java.util.Map;

/** A pattern of ClickHouse's {@code formatDateTime}: most letters are the engine's, a few have to be put together. */
final class DatePattern {
    /** ClickHouse's letters that are others here. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('i', "%M"),
            Map.entry('s', "%S"),
            Map.entry('M', "%B"),
            Map.entry('W', "%A"),
            Map.entry('h', "%I"),
            Map.entry('l', "%I"),
            Map.entry('k', "%H"),
            Map.entry('c', "%m"),
            Map.entry('e', "%-d"),
            Map.entry('D', "%m/%d/%y"),
            Map.entry('F', "%Y-%m-%d"),
            Map.entry('T', "%H:%M:%S"),
            Map.entry('R', "%H:%M"),
            Map.entry('r', "%I:%M %p"),
            Map.entry('n', "\n"),
            Map.entry('t', "\t"));

    private DatePattern() {}

    /** @param local what the clock shows; @param utc the same moment in UTC */
    static String print(String pattern, String local, String utc) {
        var parts = new ArrayList<String>();
        var simple = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            char letter = c == '%' && i + 1 < pattern.length() ? pattern.charAt(++i) : 0;
            var made = switch (letter) {
                case 'C' -> "left(strftime(%s, '%%Y'), 2)".formatted(local);
                case 'g' -> "right(strftime(%s, '%%G'), 2)".formatted(local);
                case 'Q' -> "CAST(quarter(%s) AS VARCHAR)".formatted(local);
                case 'z' ->
                    "(CASE WHEN %s < %s THEN '-' ELSE '+' END || strftime(TIMESTAMP '1970-01-01' + (greatest(%s, %s) - least(%s, %s)), '%%H%%M'))"
                            .formatted(local, utc, local, utc, local, utc);
                default -> "";
            };
            if (made.isEmpty()) {
                simple.append(letter == 0 ? plain(c) : letter(letter));
            } else {
                flush(simple, parts, local);
                parts.add(made);
            }
        }
        flush(simple, parts, local);
        return parts.isEmpty() ? "''" : "(%s)".formatted(String.join(" || ", parts));
    }

    /** The engine's spelling of ClickHouse's {@code %letter}. */
    static String letter(char letter) {
        return LETTERS.getOrDefault(letter, "%" + letter);
    }

    /** The engine's spelling of a character that is no pattern; a percent sign at the end is one. */
    static String plain(char c) {
        return c == '%' ? "%%" : String.valueOf(c);
    }

    private static void flush(StringBuilder simple, ArrayList<String> parts, String local) {
        if (!simple.isEmpty()) {
            parts.add("strftime(%s, %s)".formatted(local, Quote.text(simple.toString())));
            simple.setLength(0);
        }
    }
}
