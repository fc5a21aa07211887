package io.nightglass.cli.sample;

import io.nightglass.catalog.WireEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fourteen nights of three loops, invented, with every event of the catalog in them: autoagent, autoresearch and
 * gtm-autoresearch. The same date and zone give the same bytes. Every event says {@code sample: true}.
 */
public final class SampleNights {
    private static final long SEED = 20_260_514;

    private final Nights nights;

    private SampleNights(Nights nights) {
        this.nights = nights;
    }

    /** The nights up to the last one that was over at {@code now}; a night ends at noon in {@code zone}. */
    public static SampleNights before(Instant now, ZoneId zone) {
        var current = now.minus(Duration.ofHours(12)).atZone(zone).toLocalDate();
        return new SampleNights(new Nights(current.minusDays(1), zone));
    }

    /** The date the last night is named after. */
    public LocalDate lastNight() {
        return nights.last();
    }

    /**
     * Makes the events, night by night and roughly in order of time, and hands them on in batches of at most 500, each
     * event shaped as {@link WireEvent#toJson()}. Nothing is kept; about a hundred megabytes go through.
     */
    public void write(Consumer<List<ObjectNode>> batches) {
        var agent = new AgentLoop(nights, SEED + 1);
        var research = new ResearchLoop(nights, SEED + 2);
        var gtm = new GtmLoop(nights, SEED + 3);
        var post = new Post(batches, new Dice(SEED + 4));
        for (int night = 1; night <= Nights.COUNT; night++) {
            var said = new ArrayList<WireEvent>();
            said.addAll(agent.night(night));
            said.addAll(research.night(night));
            said.addAll(gtm.night(night));
            post.carry(said);
        }
        post.finish();
    }

    /** What was changed when; to be put beside the events. */
    public List<SampleAnnotation> annotations() {
        return nights.annotations();
    }

    /** What to look at, in a few sentences. */
    public List<String> story() {
        return new Story(nights).sentences();
    }
}
