package io.nightglass.boards.trace;

import java.util.List;
import java.util.stream.Stream;

/** Walks over nodes. */
public final class Nodes {
    private Nodes() {}

    /** {@code nodes} and all below them, each before its children. */
    public static Stream<Node> all(List<Node> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.children())));
    }
}
