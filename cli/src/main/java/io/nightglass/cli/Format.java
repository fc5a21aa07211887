package io.nightglass.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** How rows are printed: aligned for people, CSV (RFC 4180) for spreadsheets, JSON for programs. */
enum Format {
    table,
    csv,
    json;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final CsvMapper CSV = new CsvMapper();

    /**
     * Prints {@code answer}, which holds {@code columns} (names) and {@code rows} (one array of cells each).
     *
     * @param whole what {@link #json} prints
     */
    void print(JsonNode columns, JsonNode rows, JsonNode whole, PrintWriter out) {
        switch (this) {
            case table -> TextTable.print(columns, rows, out);
            case csv -> {
                out.print(csvLine(columns));
                rows.forEach(row -> out.print(csvLine(row)));
            }
            case json -> out.println(JSON.writeValueAsString(whole));
        }
        out.flush();
        if (out.checkError()) {
            throw new UncheckedIOException(new java.io.IOException("standard output is closed"));
        }
    }

    private static String csvLine(JsonNode cells) {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(text(cell)));
        return CSV.writer().writeValueAsString(texts.toArray());
    }

    /** A cell as text: null is empty, a string is itself, everything else is its JSON. */
    static String text(JsonNode cell) {
        if (cell.isNull() || cell.isMissingNode()) {
            return "";
        }
        return cell.isString() ? cell.stringValue() : cell.toString();
    }
}
