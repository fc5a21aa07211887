package io.nightglass.boards.trace;

/** Where a node belongs. */
sealed interface Place {
    Place TOP = new Top();
    Place NOWHERE = new Nowhere();

    record Under(Piece parent) implements Place {}

    /** The first level. */
    record Top() implements Place {}

    /** It names a parent that is not there: shown on the first level, and said to be unplaced. */
    record Nowhere() implements Place {}
}
