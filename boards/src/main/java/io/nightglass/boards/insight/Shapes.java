package io.nightglass.boards.insight;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the answers of all insights have in common. */
final class Shapes {
    private static final double WHOLE = 1e15;

    private Shapes() {}

    /** Whole numbers without a fraction; what is infinite as null. */
    static JsonNode number(double value) {
        var nodes = JsonNodeFactory.instance;
        if (!Double.isFinite(value)) {
            return nodes.nullNode();
        }
        return value == Math.rint(value) && Math.abs(value) < WHOLE
                ? nodes.numberNode((long) value)
                : nodes.numberNode(value);
    }

    static void numbers(ArrayNode into, double[] values) {
        for (double value : values) {
            into.add(number(value));
        }
    }

    /** The range that was meant, moments with their offset. */
    static void resolved(ObjectNode json, DateRange range, ZonedDateTime earliest) {
        json.putObject("resolved_date_range")
                .put("date_from", text(range.from() == null ? earliest : range.from()))
                .put("date_to", text(range.to()));
    }

    static String text(ZonedDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
