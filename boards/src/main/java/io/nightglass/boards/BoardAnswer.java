package io.nightglass.boards;

import io.nightglass.store.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a board says.
 *
 * @param rows in the board's order; cells as in {@link Table}
 */
public record BoardAnswer(Board board, BoardQuery query, List<String> columns, List<List<@Nullable Object>> rows) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** {@code {"board","question","from","to","columns","rows","hogql"}}: dates as text, numbers as numbers. */
    public ObjectNode toJson() {
        var json = JSON.createObjectNode();
        json.put("board", board.id());
        json.put("question", board.question());
        json.put("from", query.from().toString());
        json.put("to", query.to().toString());
        var names = json.putArray("columns");
        columns.forEach(names::add);
        var lines = json.putArray("rows");
        for (var row : rows) {
            var line = lines.addArray();
            row.forEach(cell -> add(line, cell));
        }
        json.put("hogql", board.table().hogql());
        return json;
    }

    /** RFC 4180 with a header line; raw numbers, an empty field for null. */
    public String toCsv() {
        return line(columns) + rows.stream().map(BoardAnswer::line).collect(Collectors.joining());
    }

    private static void add(ArrayNode line, @Nullable Object cell) {
        switch (cell) {
            case null -> line.addNull();
            case Long whole -> line.add(whole);
            case Double number when !Double.isFinite(number) -> line.addNull();
            case Double number -> line.add(number);
            case BigInteger whole -> line.add(whole);
            case BigDecimal number -> line.add(number);
            case Boolean truth -> line.add(truth);
            case Number number -> line.add(number.doubleValue());
            default -> line.add(cell.toString());
        }
    }

    private static String line(List<? extends @Nullable Object> cells) {
        return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
    }
}
