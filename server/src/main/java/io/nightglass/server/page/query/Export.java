package io.nightglass.server.page.query;

import org.apache.commons.csv.CSVFormat;
import tools.jackson.databind.JsonNode;

/** The whole answer as a file: the JSON of the API, or RFC 4180 with a header line as the command line prints it. */
final class Export {
    private Export() {}

    /** @param answer with {@code columns} and {@code results} */
    static String csv(JsonNode answer) {
        var csv = new StringBuilder(line(answer.path("columns")));
        answer.path("results").forEach(row -> csv.append(line(row)));
        return csv.toString();
    }

    private static String line(JsonNode cells) {
        var texts = cells.valueStream().map(Export::text).toArray();
        return CSVFormat.RFC4180.format(texts) + "\r\n";
    }

    private static String text(JsonNode cell) {
        return cell.isNull() ? "" : cell.isString() ? cell.stringValue() : cell.toString();
    }
}
