package io.nightglass.boards.insight;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How trends are drawn, as far as it decides what is computed. */
enum Display {
    /** A value for each point. */
    LINE,
    /** A value for each point, of everything up to it. */
    CUMULATIVE,
    /** One value for the whole range. */
    TOTAL;

    /** By the names on the wire. */
    static Map<String, Display> named() {
        var named = new HashMap<String, Display>();
        List.of(
                        "ActionsLineGraph",
                        "ActionsBar",
                        "ActionsStackedBar",
                        "ActionsUnstackedBar",
                        "ActionsAreaGraph",
                        "Auto")
                .forEach(name -> named.put(name, LINE));
        named.put("ActionsLineGraphCumulative", CUMULATIVE);
        List.of("BoldNumber", "ActionsTable", "ActionsPie", "ActionsBarValue", "WorldMap")
                .forEach(name -> named.put(name, TOTAL));
        return named;
    }
}
