package io.nightglass.catalog.sample;

import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.FinetuneBatchPublished;
import io.nightglass.catalog.event.ModelEscalated;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.catalog.event.StopTriggered;
import java.util.List;

/** The nine events every loop says. */
final class CoreSamples {
    private CoreSamples() {}

    static List<Event> all() {
        return List.of(
                new RoundStarted("sample-small-1", 38L, 0.741, 83L),
                new ProposalGenerated(3_412L, 618L, 0.0193, 9_840.0, "sample-small-1"),
                new ProposalApplied("workspace/staging", 1_904L, 412.0),
                new RoundScored(0.783, 0.88, "v2", "sample-small-1", null),
                new RoundKept(0.042, 0.783, 0.1874),
                new RoundReverted("dimension_regressed", null, 0.1561, List.of("dim_consent")),
                new ModelEscalated("sample-small-1", "sample-large-1", 6L, "stalled"),
                new StopTriggered("plateau", 96L, 14.62, 0.783),
                new FinetuneBatchPublished(
                        "sample-shop-v7", 112L, "finetune/sample-shop/v7.jsonl", "sample-local-14b"));
    }
}
