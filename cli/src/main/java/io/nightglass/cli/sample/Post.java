package io.nightglass.cli.sample;

import io.nightglass.catalog.WireEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries a night's events to the pane in batches, not quite in order: some come late, and now and then the events of a
 * whole round come hours after the others, as from a machine that had lost its network.
 */
final class Post {
    private static final int BATCH = 500;

    private final Consumer<List<ObjectNode>> batches;
    private final Dice dice;
    private List<ObjectNode> batch = new ArrayList<>();

    Post(Consumer<List<ObjectNode>> batches, Dice dice) {
        this.batches = batches;
        this.dice = dice;
    }

    /** Takes one night's events in any order. */
    void carry(List<WireEvent> night) {
        var inTime = new ArrayList<>(night);
        inTime.sort(Comparator.comparing(WireEvent::timestamp));
        var lostRound = inTime.get(dice.between(inTime.size() / 4, inTime.size() / 2))
                .envelope()
                .roundId();
        var late = new ArrayList<WireEvent>();
        for (var event : inTime) {
            if (lostRound != null && lostRound.equals(event.envelope().roundId()) || dice.chance(0.005)) {
                late.add(event);
            } else {
                put(event);
            }
            if (!late.isEmpty() && dice.chance(0.0004)) {
                put(late.removeFirst());
            }
        }
        late.forEach(this::put);
    }

    /** Sends what is left. */
    void finish() {
        if (!batch.isEmpty()) {
            batches.accept(batch);
            batch = new ArrayList<>();
        }
    }

    private void put(WireEvent event) {
        batch.add(event.toJson());
        if (batch.size() == BATCH) {
            finish();
        }
    }
}
