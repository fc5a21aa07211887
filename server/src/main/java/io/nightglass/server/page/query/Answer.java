package io.nightglass.server.page.query;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Type;
import io.nightglass.server.page.format.Count;
import io.nightglass.server.page.format.Span;
import io.nightglass.server.page.format.Times;
import io.nightglass.store.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows a question has brought, as far as a page shows them.
 *
 * @param rows those shown; CSV and JSON have all
 * @param total rows of the answer
 * @param chart what a chart can be drawn from, as JSON; "" when nothing can
 */
public record Answer(List<Heading> headings, List<List<Cell>> rows, int total, String note, Took took, String chart) {
    private static final int MOST_ROWS = 500;
    private static final int MOST_CELLS = 30_000;
    private static final int FEWEST_ROWS = 20;

    /** A column's name, what a person calls its type, and ClickHouse's word for that. */
    public record Heading(String name, String type, String wire, boolean isNumber) {}

    /** @param understanding from text to checked tree @param answering in the store */
    public record Took(Duration understanding, Duration answering) {

        public String said() {
            return Span.of(understanding.plus(answering));
        }

        public String parts() {
            return "%s to understand it, %s to answer it".formatted(Span.of(understanding), Span.of(answering));
        }
    }

    static Answer of(CheckedQuery query, Table table, Took took, Times times) {
        int most = Math.max(
                FEWEST_ROWS,
                Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, table.columns().size())));
        var shown = table.rows().subList(0, Math.min(most, table.rows().size()));
        var looks = new ArrayList<ColumnLook>();
        for (var column : table.columns()) {
            looks.add(ColumnLook.of(looks.size(), column, shown, times));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var row : shown) {
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < looks.size(); i++) {
                cells.add(looks.get(i).cell(row.get(i)));
            }
            rows.add(cells);
        }
        return new Answer(
                looks.stream().map(Answer::heading).toList(),
                rows,
                table.rows().size(),
                note(query, table, rows.size()),
                took,
                ChartData.of(table, times.zone()));
    }

    /** Whether it is too wide to stand beside its chart. */
    public boolean isWide() {
        return headings.size() > 5;
    }

    /** Whether some column holds moments, which are written as the pane's clock. */
    public boolean hasMoments() {
        return headings.stream().anyMatch(heading -> heading.wire().contains("DateTime"));
    }

    private static Heading heading(ColumnLook look) {
        Type type = look.column().type();
        return new Heading(look.column().name(), ShapeWords.of(type), type.wire(), look.isNumber());
    }

    /** What of the answer is not on the page, and how to get it; "" when all is. */
    private static String note(CheckedQuery query, Table table, int shown) {
        var note = new ArrayList<String>();
        if (table.rows().size() > shown) {
            note.add("The first %s of %s rows are shown; CSV and JSON have them all."
                    .formatted(Count.exact(shown), Count.exact(table.rows().size())));
        }
        query.notes().forEach(said -> note.add(said + "."));
        if (table.hasMore() && query.notes().isEmpty()) {
            note.add(
                    switch (query.limit()) {
                        case HogQl.LIMIT -> "More rows exist than these %d: add a LIMIT.".formatted(HogQl.LIMIT);
                        case HogQl.MOST ->
                            "More rows exist: an answer has at most %s. Use OFFSET, or ask for less."
                                    .formatted(Count.exact(HogQl.MOST));
                        default -> "More rows exist beyond LIMIT %s.".formatted(Count.exact(query.limit()));
                    });
        }
        return String.join(" ", note);
    }
}
