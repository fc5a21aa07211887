package io.nightglass.boards.imports;

import java.util.List;

/**
 * One well-formed row of a log.
 *
 * @param line the physical line it starts on, 1 for the first
 * @param cells as written, trimmed, one per column; empty where the row says nothing
 * @param goal index into {@link Table#goals()} of the goal that was announced last before it, -1 for none
 */
public record Row(int line, List<String> cells, int goal) {

    /** The cell of {@code column}, empty when there is no such column (-1). */
    String cell(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }
}
