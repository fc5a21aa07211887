package io.nightglass.boards.insight;

import tools.jackson.databind.node.ObjectNode;

/** A series of trends, and what its node says of how it is counted. */
record TrendSeries(Series series, Fields node) {

    /** PostHog's {@code action}: the series again, for whoever draws it. */
    void describe(ObjectNode action) {
        action.put("id", series.event()).put("type", "events").put("order", series.order());
        action.put("name", series.label()).put("custom_name", series.customName());
        action.put("math", node.text("math"))
                .put("math_property", node.text("math_property"))
                .put("math_hogql", node.text("math_hogql"))
                .putNull("math_group_type_index");
        action.putObject("properties");
    }
}
