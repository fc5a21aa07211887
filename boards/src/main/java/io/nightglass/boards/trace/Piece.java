package io.nightglass.boards.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node while the tree is made: what it shows, and above it what was found so far. */
final class Piece {
    static final Comparator<Piece> IN_TIME = Comparator.comparing(Piece::item, Item.IN_TIME);

    private final Item item;
    private final List<Piece> children = new ArrayList<>();
    private @Nullable Piece parent;
    private boolean placed;

    Piece(Item item) {
        this.item = item;
        this.placed = !item.isOrphan();
    }

    Item item() {
        return item;
    }

    Kind kind() {
        return item.kind();
    }

    TraceEvent.Ids ids() {
        return item.ids();
    }

    @Nullable
    Piece parent() {
        return parent;
    }

    List<Piece> children() {
        return children;
    }

    void put(Place place) {
        switch (place) {
            case Place.Under(var above) -> parent = above;
            case Place.Top() -> parent = null;
            case Place.Nowhere() -> {
                parent = null;
                placed = false;
            }
        }
    }

    Node node() {
        children.sort(IN_TIME);
        return new Node(item, placed, children.stream().map(Piece::node).toList());
    }
}
