package io.nightglass.boards.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts a tool's call and its return together by their step_id; every other event is an item of its own. */
final class ToolPairs {
    /** A call before a return of the same moment. */
    private static final Comparator<TraceEvent> IN_TIME = Comparator.comparingLong(TraceEvent::micros)
            .thenComparing(ToolPairs::isReturn)
            .thenComparing(TraceEvent::uuid);

    private final List<Item> items = new ArrayList<>();

    private ToolPairs() {}

    static List<Item> items(List<TraceEvent> events) {
        var pairs = new ToolPairs();
        Map<String, List<TraceEvent>> steps = new HashMap<>();
        for (var event : events) {
            var step = event.ids().step();
            if (step == null || Kind.of(event.event()) != Kind.TOOL) {
                pairs.items.add(Item.of(event));
            } else {
                steps.computeIfAbsent(step, any -> new ArrayList<>()).add(event);
            }
        }
        steps.values().forEach(pairs::add);
        return pairs.items;
    }

    /**
     * The events of one step_id, which should be two and may be any number. A return belongs to the latest call before it
     * that has none yet; one that is left over to a call that is left over, since two machines' clocks differ.
     */
    private void add(List<TraceEvent> step) {
        step.sort(IN_TIME);
        var calls = new ArrayDeque<TraceEvent>();
        var early = new ArrayDeque<TraceEvent>();
        for (var event : step) {
            if (!isReturn(event)) {
                calls.push(event);
            } else if (calls.isEmpty()) {
                early.add(event);
            } else {
                items.add(Item.pair(calls.pop(), event));
            }
        }
        while (!calls.isEmpty() && !early.isEmpty()) {
            items.add(Item.pair(calls.removeLast(), early.remove()));
        }
        calls.forEach(call -> items.add(Item.of(call)));
        early.forEach(orphan -> items.add(Item.of(orphan)));
    }

    private static boolean isReturn(TraceEvent event) {
        return event.event().equals(Kind.TOOL_RETURNED);
    }
}
