package io.nightglass.server.page.query;

import io.nightglass.store.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** What a browser draws the chart of an answer from: its numbers, times and texts; lists and JSON are left out. */
final class ChartData {
    private static final int MOST_POINTS = 5_000;
    private static final int MOST_CELLS = 40_000;
    private static final int LONGEST = 80;

    private ChartData() {}

    private enum Mark {
        NUMBER,
        TIME,
        TEXT
    }

    private record Place(int index, Table.Column column, Mark mark) {}

    /** {@code {"columns":[{"name","mark","day"}],"rows":[[...]],"of"}}: {@code of} rows in all; "" when nothing can be drawn. */
    static String of(Table table, ZoneId zone) {
        var places = places(table.columns());
        boolean isDrawn = table.rows().size() > 1
                && places.size() > 1
                && places.stream().anyMatch(place -> place.mark == Mark.NUMBER);
        if (!isDrawn) {
            return "";
        }
        var json = JsonMapper.shared().createObjectNode();
        var columns = json.putArray("columns");
        for (var place : places) {
            columns.addObject()
                    .put("name", place.column.name())
                    .put("mark", place.mark.name().toLowerCase(java.util.Locale.ROOT))
                    .put("day", place.column.type().base() == io.nightglass.hogql.ValueType.DATE);
        }
        var rows = json.putArray("rows");
        int most = Math.min(MOST_POINTS, MOST_CELLS / places.size());
        for (var row : table.rows().subList(0, Math.min(most, table.rows().size()))) {
            var cells = rows.addArray();
            places.forEach(place -> add(cells, row.get(place.index), zone));
        }
        return json.put("of", table.rows().size()).toString();
    }

    private static List<Place> places(List<Table.Column> columns) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < columns.size(); i++) {
            var mark = mark(columns.get(i));
            if (mark != null && places.size() < 40) {
                places.add(new Place(i, columns.get(i), mark));
            }
        }
        return places;
    }

    private static @Nullable Mark mark(Table.Column column) {
        return switch (column.type().base()) {
            case FLOAT, INTEGER -> Mark.NUMBER;
            case DATE, DATETIME -> Mark.TIME;
            case STRING, UUID, BOOLEAN -> Mark.TEXT;
            case JSON, ARRAY, TUPLE, MAP, INTERVAL, NULL -> null;
        };
    }

    /** A moment is the pane's clock counted as if it were UTC's: a chart then shows that clock whatever the reader's is. */
    private static void add(ArrayNode cells, @Nullable Object value, ZoneId zone) {
        switch (value) {
            case null -> cells.addNull();
            case Double number when !Double.isFinite(number) -> cells.addNull();
            case Number number -> cells.add(number.doubleValue());
            case LocalDate day ->
                cells.add(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
            case Instant moment ->
                cells.add(moment.atZone(zone)
                        .toLocalDateTime()
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli());
            default -> {
                var text = value.toString();
                cells.add(text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…");
            }
        }
    }
}
