package io.nightglass.boards.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands between two fields, told by the first line that is neither blank nor a comment. */
enum Separator {
    TAB("\t"),
    COMMA(","),
    SEMICOLON(";"),
    PIPE("|"),
    /** Backslash and t, written out by a shell that did not expand them; only where rows follow that need it. */
    WRITTEN_TAB("\\t");

    /** A quoted field that is still open after this many lines was no quoted field. */
    private static final int LONGEST_QUOTED = 200;

    /** No log has as many columns; a line of nothing but separators must not fill the memory. */
    static final int MOST_FIELDS = 2000;

    private final String text;

    Separator(String text) {
        this.text = text;
    }

    static Separator of(List<Line> lines) {
        String first = lines.getFirst().text();
        if (first.contains("\t")) {
            return TAB;
        }
        if (first.contains("\\t")) {
            return lines.size() > 1 ? WRITTEN_TAB : TAB;
        }
        if (first.strip().startsWith("|")) {
            return PIPE;
        }
        long commas = first.chars().filter(c -> c == ',').count();
        long semicolons = first.chars().filter(c -> c == ';').count();
        if (commas == 0 && semicolons == 0) {
            return TAB;
        }
        return commas >= semicolons ? COMMA : SEMICOLON;
    }

    /** One record per line, except where a quoted field of a comma log spans several. */
    List<Row> split(List<Line> lines) {
        var records = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            switch (this) {
                case TAB -> records.add(record(line, fields(line.text())));
                case WRITTEN_TAB -> records.add(record(line, fields(line.text().replace("\\t", "\t"))));
                case PIPE -> {
                    if (!line.text().chars().allMatch(c -> "|-: ".indexOf(c) >= 0)) {
                        records.add(record(line, piped(line.text().strip())));
                    }
                }
                case COMMA, SEMICOLON -> {
                    int used = quoted(lines, i, records);
                    i += used - 1;
                }
            }
        }
        return records;
    }

    private static Row record(Line line, List<String> fields) {
        return new Row(line.number(), fields.stream().map(String::strip).toList(), -1);
    }

    private static List<String> fields(String text) {
        return Arrays.asList(text.split("\t", MOST_FIELDS));
    }

    private static List<String> piped(String text) {
        int from = text.startsWith("|") ? 1 : 0;
        int to = text.length() > from && text.endsWith("|") ? text.length() - 1 : text.length();
        return Arrays.asList(text.substring(from, to).split("\\|", MOST_FIELDS));
    }

    /** Adds the record that starts at {@code lines[at]} and says how many lines it took. */
    private int quoted(List<Line> lines, int at, List<Row> records) {
        var text = new StringBuilder(lines.get(at).text());
        for (int used = 1; used <= LONGEST_QUOTED; used++) {
            var fields = Quotes.split(text, this.text.charAt(0));
            if (fields != null) {
                records.add(record(lines.get(at), fields));
                return used;
            }
            if (at + used >= lines.size()) {
                break;
            }
            text.append('\n').append(lines.get(at + used).text());
        }
        records.add(record(lines.get(at), Arrays.asList(lines.get(at).text().split(this.text, MOST_FIELDS))));
        return 1;
    }
}
