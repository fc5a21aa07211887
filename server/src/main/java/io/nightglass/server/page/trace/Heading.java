package io.nightglass.server.page.trace;

/**
 * A row that is no event: the round itself, or the group of what could not be placed.
 *
 * @param whole whether a line from edge to edge stands behind it
 */
public record Heading(String name, String words, int level, boolean whole, String time, String cost) implements Row {}
