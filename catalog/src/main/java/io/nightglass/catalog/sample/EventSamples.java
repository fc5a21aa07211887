package io.nightglass.catalog.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.RoundScored;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One event of each kind in the catalog, all of one round of an invented loop, always the same. */
public final class EventSamples {
    static final JsonMapper JSON = JsonMapper.shared();
    static final Instant STARTED = Instant.parse("2026-05-14T22:41:00Z");
    static final String RUN = ulid("run");
    static final String ROUND = ulid("round");

    private EventSamples() {}

    /** The samples, in the order of the catalog. */
    public static List<WireEvent> all() {
        var agents = new Agents();
        Stream.of(CoreSamples.all(), StepSamples.all(), RouterSamples.all(), AiSamples.all())
                .flatMap(List::stream)
                .forEach(agents::says);
        return List.copyOf(agents.said);
    }

    static String ulid(String seed) {
        return Ulids.of(STARTED, seed.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands each event its place in the round: a second after the one before. */
    private static final class Agents {
        private final List<WireEvent> said = new ArrayList<>();

        void says(Event event) {
            var agent = agentOf(event);
            var uuid = UUID.nameUUIDFromBytes(event.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            var context = new Context(
                    new Context.Measure("score", Direction.MAXIMIZE.wire(), null, "structural", null),
                    null,
                    Context.Origin.SAMPLE);
            said.add(new WireEvent(
                    uuid,
                    STARTED.plusSeconds(said.size()),
                    new Identity("gtm-autoresearch", "sample-shop", agent).distinctId(),
                    new Envelope("gtm-autoresearch", "sample-shop", RUN, ROUND, agent, "9d30e71"),
                    context,
                    event,
                    moreOf(event)));
        }

        private static String agentOf(Event event) {
            var name = event.getClass().getSimpleName();
            return name.startsWith("Eval") || name.equals("RoundScored") ? "judge" : "planner";
        }

        private static ObjectNode moreOf(Event event) {
            var more = JSON.createObjectNode();
            if (event instanceof RoundScored) {
                more.put("dim_coverage", 0.82).put("dim_correctness", 0.79).put("dim_resilience", 0.71);
            }
            return more;
        }
    }
}
