package io.nightglass.catalog.sample;

import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.TokenMachineAnomaly;
import io.nightglass.catalog.event.TokenMachineRequest;
import io.nightglass.catalog.event.TokenMachineTeamSummary;
import java.util.List;

/** What the router says. */
final class RouterSamples {
    private static final String PLANNER = "gtm-autoresearch:sample-shop:planner";
    private static final String CRITIC = "gtm-autoresearch:sample-shop:critic";

    private RouterSamples() {}

    static List<Event> all() {
        return List.of(
                new TokenMachineRequest(
                        PLANNER,
                        "req-2041",
                        "gtm.rewrite",
                        "sample-local-14b",
                        "sample-small-1",
                        "rules-12",
                        3_412L,
                        618L,
                        0.0021,
                        0.0193,
                        0.84,
                        "B",
                        "grades-3",
                        "pass",
                        2_310.0),
                new TokenMachineTeamSummary(2_214L, 42.47, 0.81, CRITIC, PLANNER, List.of("gtm.rewrite")),
                new TokenMachineAnomaly("wrong_model", PLANNER, "gtm.rewrite", "route gtm.rewrite to sample-small-1"));
    }
}
