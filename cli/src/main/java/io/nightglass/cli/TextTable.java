package io.nightglass.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Rows aligned in columns: numbers to the right, text to the left, a missing value as a dash. */
final class TextTable {
    private static final int WIDEST_CELL = 80;

    private TextTable() {}

    static void print(JsonNode columns, JsonNode rows, PrintWriter out) {
        List<String> header = new ArrayList<>();
        columns.forEach(column -> header.add(shown(column)));
        List<List<String>> lines = new ArrayList<>();
        rows.forEach(row -> {
            List<String> line = new ArrayList<>();
            row.forEach(cell -> line.add(cell.isNull() ? "-" : shown(cell)));
            lines.add(line);
        });
        var widths = widths(header, lines);
        var rightAligned = rightAligned(header.size(), rows);
        out.println(line(header, widths, rightAligned));
        lines.forEach(cells -> out.println(line(cells, widths, rightAligned)));
    }

    private static int[] widths(List<String> header, List<List<String>> lines) {
        var widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(header.get(i));
            for (var line : lines) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        return widths;
    }

    private static boolean[] rightAligned(int columns, JsonNode rows) {
        var numeric = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            numeric[i] = !rows.isEmpty()
                    && rows.valueStream().allMatch(row -> {
                        var cell = row.get(column);
                        return cell == null || cell.isNull() || cell.isNumber();
                    });
        }
        return numeric;
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var gap = " ".repeat(Math.max(0, widths[i] - width(cell)));
            line.append(right[i] ? gap + cell : cell + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }

    /** One line, at most {@value #WIDEST_CELL} characters, and nothing a terminal would obey. */
    private static String shown(JsonNode cell) {
        var text = Format.text(cell).replaceAll("\\p{Cntrl}", " ");
        return text.length() <= WIDEST_CELL ? text : text.substring(0, WIDEST_CELL - 1) + "…";
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
