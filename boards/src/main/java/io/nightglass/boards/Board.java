package io.nightglass.boards;

import java.util.List;

/**
 * A question and the tiles that answer it. The first tile is the board's table: what {@code board ID} prints.
 *
 * @param id as in the address and on the command line
 * @param question the title
 */
public record Board(String id, String question, List<Tile> tiles) {
    public Board {
        if (tiles.isEmpty()) {
            throw new IllegalArgumentException("board " + id + " has no tile");
        }
    }

    /** The tile whose rows are the board's answer. */
    public Tile table() {
        return tiles.getFirst();
    }

    /** The same question with nights for days, noon to noon: {@code day} and the dates asked for are those on which they begin. */
    public Board byNight() {
        return new Board(id, question, tiles.stream().map(Tile::byNight).toList());
    }
}
