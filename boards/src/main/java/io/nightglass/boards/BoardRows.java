package io.nightglass.boards;

/**
 * Part of what a board says.
 *
 * @param answer with the rows of this page only
 * @param number from 1
 * @param size rows of a full page
 * @param hasNext whether rows come after these
 */
public record BoardRows(BoardAnswer answer, int number, int size, boolean hasNext) {
    /** The place of the first row shown among all, from 1. */
    public int first() {
        return (number - 1) * size + 1;
    }

    /** The place of the last row shown among all. */
    public int last() {
        return first() + answer.rows().size() - 1;
    }
}
