package io.nightglass.boards.trace;

import java.util.List;

/**
 * One node of a trace.
 *
 * @param placed whether it stands where it says it belongs
 * @param children by start
 */
public record Node(Item item, boolean placed, List<Node> children) {}
