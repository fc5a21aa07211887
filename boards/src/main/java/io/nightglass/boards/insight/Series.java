package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events one line of an answer is about.
 *
 * @param order its place in the question, from 0
 * @param event its event, null for all events or several
 * @param label what the answer calls it
 * @param condition which events those are
 */
record Series(
        int order,
        @Nullable String event,
        String label,
        @Nullable String customName,
        Expr condition) {
    private static final Map<String, Boolean> NODES = Map.of("EventsNode", false, "GroupNode", true);
    private static final String ALL = "All events";

    /** One node of {@code series}; what it says beyond which events stays to be read from {@code node}. */
    static Series of(Fields node, int order, Filters filters) {
        var kind = node.text("kind", "EventsNode");
        if (kind.equals("ActionsNode")) {
            throw node.bad("kind", "'ActionsNode' is not supported, there are no actions here; use EventsNode");
        }
        boolean group = node.choice("kind", "EventsNode", NODES);
        var name = node.text("name");
        var custom = node.text("custom_name");
        var conditions = new ArrayList<Expr>();
        var events = new ArrayList<String>();
        var event = group ? null : node.text("event");
        conditions.add(group ? several(node, filters, events) : one(event));
        conditions.add(filters.of(node, "properties"));
        conditions.add(filters.of(node, "fixedProperties"));
        var label = event != null ? event : group ? name != null ? name : String.join(", ", events) : ALL;
        node.passing("version");
        node.refuse("limit", "is not supported for a series");
        return new Series(order, event, label, custom, all(conditions));
    }

    /** The nodes of {@code series}. */
    static List<Fields> nodes(Fields query, int least, int most) {
        var nodes = query.objects("series");
        if (nodes.size() < least || nodes.size() > most) {
            throw query.bad("series", "%d to %d are wanted".formatted(least, most));
        }
        return nodes;
    }

    private static Expr one(@Nullable String event) {
        return event == null ? Trees.literal(true) : Trees.call("equals", Trees.name("event"), Trees.literal(event));
    }

    private static Expr several(Fields group, Filters filters, List<String> events) {
        group.choice("operator", "OR", Map.of("OR", true, "or", true));
        var nodes = group.objects("nodes");
        if (nodes.isEmpty()) {
            throw group.bad("nodes", "at least one is wanted");
        }
        var either = new ArrayList<Expr>();
        for (var node : nodes) {
            node.passing("math", "name", "custom_name", "version");
            node.choice("kind", "EventsNode", Map.of("EventsNode", true));
            var event = node.text("event");
            events.add(event == null ? ALL : event);
            either.add(all(List.of(one(event), filters.of(node, "properties"))));
            node.end();
        }
        return Trees.any(either);
    }

    /** Leaves out what is true anyway. */
    static Expr all(List<Expr> conditions) {
        return Trees.all(conditions.stream()
                .filter(condition -> !condition.equals(Trees.literal(true)))
                .toList());
    }
}
