package io.nightglass.boards;

import io.nightglass.store.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a board's question of a store. Safe to share. */
public record BoardRunner(Asker asker) {

    /** The rows of the board's first tile. Blocks for one query. */
    public BoardAnswer run(Board board, BoardQuery query) {
        return answer(board, query, rows(board.table(), query));
    }

    /** The rows of any tile of a board. Blocks for one query. */
    public Table rows(Tile tile, BoardQuery query) {
        return asker.ask(tile.hogql(), values(query));
    }

    /**
     * One page of those rows. Blocks for one query.
     *
     * @param number from 1
     */
    public BoardRows page(Board board, BoardQuery query, int number, int size) {
        var table = asker.ask(board.table().part(size + 1, (number - 1) * size), values(query));
        var shown = new Table(table.columns(), table.rows().stream().limit(size).toList(), false);
        return new BoardRows(
                answer(board, query, shown), number, size, table.rows().size() > size);
    }

    private static BoardAnswer answer(Board board, BoardQuery query, Table table) {
        return new BoardAnswer(
                board, query, table.columns().stream().map(Table.Column::name).toList(), table.rows());
    }

    private static Map<String, @Nullable Object> values(BoardQuery query) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", query.from());
        values.put("to", query.to());
        values.put("project", query.project());
        values.put("client", query.client());
        return values;
    }
}
