package io.nightglass.boards.imports;

/**
 * One physical line of a log, without its line end.
 *
 * @param number 1 for the first
 */
record Line(int number, String text) {

    boolean isBlank() {
        return text.isBlank();
    }

    boolean isComment() {
        return text.startsWith("#");
    }
}
