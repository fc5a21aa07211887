package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a FunnelsQuery says beside its steps.
 *
 * @param seconds from the first step on, within which the others count
 * @param actor what goes through the funnel, a person unless said; NULL is nobody
 * @param from first and {@code to} last step of a conversion, from 0
 * @param bins how many spans of time are told apart; 0 when it follows from how many converted
 */
record FunnelOptions(
        Order order,
        View view,
        long seconds,
        Expr actor,
        int from,
        int to,
        int bins,
        Attribution attribution,
        List<Exclusion> exclusions) {

    enum Order {
        /** One after the other, whatever happens in between. */
        ORDERED,
        /** One right after the other. */
        STRICT,
        /** In any order. */
        UNORDERED
    }

    enum View {
        STEPS,
        TIME_TO_CONVERT,
        TRENDS
    }

    /** Which event says by what an actor is split. */
    enum Attribution {
        FIRST_TOUCH,
        LAST_TOUCH,
        ALL_EVENTS,
        STEP
    }

    /** What must not happen after the step {@code from} and before the step {@code to}. */
    record Exclusion(Fields node, int from, int to) {}

    private static final Map<String, Long> UNITS =
            Map.of("second", 1L, "minute", 60L, "hour", 3_600L, "day", 86_400L, "week", 604_800L, "month", 2_678_400L);
    private static final int MOST_WINDOW = 1_000_000;

    static FunnelOptions of(Fields query, int steps) {
        var filter = query.objectOrEmpty("funnelsFilter");
        var order = filter.choice(
                "funnelOrderType",
                "ordered",
                Map.of("ordered", Order.ORDERED, "strict", Order.STRICT, "unordered", Order.UNORDERED));
        var view = filter.choice(
                "funnelVizType",
                "steps",
                Map.of("steps", View.STEPS, "time_to_convert", View.TIME_TO_CONVERT, "trends", View.TRENDS));
        long window = filter.whole("funnelWindowInterval", 14, 1, MOST_WINDOW);
        long unit = filter.choice("funnelWindowIntervalUnit", "day", UNITS);
        int from = filter.whole("funnelFromStep", 0, 0, steps - 1);
        int to = filter.whole("funnelToStep", steps - 1, from, steps - 1);
        var hogql = filter.text("funnelAggregateByHogQL");
        var actor = hogql == null || hogql.isBlank()
                ? Measure.PERSON
                : filter.writings().expression(hogql, filter.at("funnelAggregateByHogQL"));
        var attribution = attribution(filter);
        var exclusions = exclusions(filter, steps, order);
        int bins = bins(filter);
        filter.passing(
                "layout",
                "funnelStepReference",
                "hiddenLegendBreakdowns",
                "resultCustomizations",
                "resultCustomizationBy",
                "goalLines",
                "showValuesOnSeries",
                "breakdownSorting",
                "showTrendLines",
                "useUdf");
        filter.end();
        return new FunnelOptions(order, view, window * unit, actor, from, to, bins, attribution, exclusions);
    }

    private static Attribution attribution(Fields filter) {
        var attribution = filter.choice(
                "breakdownAttributionType",
                "first_touch",
                Map.of(
                        "first_touch", Attribution.FIRST_TOUCH,
                        "last_touch", Attribution.LAST_TOUCH,
                        "all_events", Attribution.ALL_EVENTS,
                        "step", Attribution.STEP));
        int step = filter.whole("breakdownAttributionValue", 0, 0, Integer.MAX_VALUE);
        if (attribution == Attribution.STEP && step != 0) {
            throw filter.bad("breakdownAttributionValue", "only the first step, 0, is supported");
        }
        return attribution;
    }

    private static int bins(Fields filter) {
        if (filter.raw("binCount").isString() && filter.text("binCount", "").equals("auto")) {
            return 0;
        }
        return filter.whole("binCount", 0, 1, 90);
    }

    private static List<Exclusion> exclusions(Fields filter, int steps, Order order) {
        var exclusions = new ArrayList<Exclusion>();
        for (var node : filter.objects("exclusions")) {
            if (order != Order.ORDERED) {
                throw filter.bad("exclusions", "are supported only where the steps are ordered");
            }
            int from = node.whole("funnelFromStep", 0, 0, steps - 2);
            int to = node.whole("funnelToStep", steps - 1, from + 1, steps - 1);
            exclusions.add(new Exclusion(node, from, to));
        }
        return List.copyOf(exclusions);
    }
}
