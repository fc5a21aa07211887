package io.nightglass.boards.imports;

/**
 * A row that is kept out.
 *
 * @param line 1 for the first
 * @param reason in words, without quoting the row
 */
public record Malformed(int line, String reason) {}
