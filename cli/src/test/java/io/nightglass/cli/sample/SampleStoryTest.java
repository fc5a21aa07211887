package io.nightglass.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.EventCodec;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.Generation;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import io.nightglass.catalog.event.StepToolCalled;
import io.nightglass.catalog.event.StepToolReturned;
import io.nightglass.catalog.event.StopTriggered;
import io.nightglass.catalog.event.TokenMachineRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sample nights tell the story they promise, and their arithmetic is that of real loops. */
class SampleStoryTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final SampleNights SAMPLES = SampleNights.before(Instant.parse("2026-05-16T06:30:00Z"), ZONE);
    private static final Nights NIGHTS = new Nights(SAMPLES.lastNight(), ZONE);
    private static final List<WireEvent> EVENTS = new ArrayList<>();
    private static final Map<String, Round> ROUNDS = new LinkedHashMap<>();

    /** The events of one round in order of time. */
    private record Round(String project, int night, List<WireEvent> events) {
        <E extends Event> Optional<E> last(Class<E> type) {
            return events.stream()
                    .map(WireEvent::event)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .reduce((first, second) -> second);
        }

        boolean has(Class<? extends Event> type) {
            return last(type).isPresent();
        }

        Instant at(Class<? extends Event> type) {
            return events.stream()
                    .filter(event -> type.isInstance(event.event()))
                    .findFirst()
                    .orElseThrow()
                    .timestamp();
        }
    }

    @BeforeAll
    static void readAll() {
        SAMPLES.write(batch ->
                batch.forEach(json -> EVENTS.add(EventCodec.read(json).orElseThrow(() -> new AssertionError(json)))));
        EVENTS.sort(Comparator.comparing(WireEvent::timestamp));
        for (var event : EVENTS) {
            var id = event.envelope().roundId();
            if (id != null) {
                ROUNDS.computeIfAbsent(id, ignored -> new Round(project(event), night(event), new ArrayList<>()))
                        .events
                        .add(event);
            }
        }
    }

    @Test
    void aKeptRoundBeatsTheBestAndARevertedOneDoesNot() {
        var best = new HashMap<String, Double>();
        for (var round : ROUNDS.values()) {
            var scored = round.last(RoundScored.class);
            if (scored.isEmpty()) {
                continue;
            }
            double score = java.util.Objects.requireNonNull(scored.get().score());
            boolean minimize = round.project.equals("autoresearch");
            double known =
                    best.getOrDefault(round.project, minimize ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            boolean better = minimize ? score < known : score > known;
            assertEquals(better, round.has(RoundKept.class), () -> score + " against " + known);
            round.last(RoundKept.class).ifPresent(kept -> {
                assertEquals(score, kept.newBest());
                if (kept.delta() != null) {
                    assertEquals(Math.abs(score - known), kept.delta(), 1e-9);
                }
                best.put(round.project, score);
            });
        }
        assertEquals(3, best.size());
    }

    @Test
    void aRoundGoesThroughItsStepsInOrderAndHasOneVerdict() {
        int open = 0;
        for (var round : ROUNDS.values()) {
            var order = List.of(RoundStarted.class, ProposalGenerated.class, ProposalApplied.class, RoundScored.class);
            var before = Instant.EPOCH;
            boolean reaches = true;
            for (var step : order) {
                assertTrue(reaches || !round.has(step), step + " without the step before");
                reaches = round.has(step);
                if (reaches) {
                    assertFalse(round.at(step).isBefore(before));
                    before = round.at(step);
                }
            }
            assertFalse(round.has(RoundKept.class) && round.has(RoundReverted.class));
            open += round.has(RoundKept.class) || round.has(RoundReverted.class) ? 0 : 1;
        }
        assertEquals(1, open, "only the round in which the machine went away");
    }

    @Test
    void everyToolCallComesBack() {
        var called = new HashMap<String, String>();
        for (var event : EVENTS) {
            if (event.event() instanceof StepToolCalled call) {
                called.put(call.stepId(), call.tool());
            } else if (event.event() instanceof StepToolReturned back) {
                assertEquals(called.remove(back.stepId()), back.tool());
            }
        }
        assertEquals(Map.of(), called);
    }

    @Test
    void theBadPromptKeepsNothingForTwoNights() {
        for (int night = 1; night <= Nights.COUNT; night++) {
            assertEquals(Nights.promptIsBad(night), kept("gtm-autoresearch", night) == 0, "night " + night);
        }
    }

    @Test
    void autoagentIsAwayOneNightAndStuckOnTheLastFive() {
        for (int night = 1; night <= Nights.COUNT; night++) {
            boolean none = night == Nights.AGENT_AWAY || night >= Nights.RETRIEVAL;
            assertEquals(none, kept("autoagent", night) == 0, "night " + night);
        }
        assertEquals(List.of(), stops("autoagent", Nights.AGENT_AWAY));
        for (int night = Nights.RETRIEVAL; night <= Nights.COUNT; night++) {
            assertEquals(List.of("budget"), stops("autoagent", night));
        }
    }

    @Test
    void everyRunStopsButTheOneThatDied() {
        for (int night = 1; night <= Nights.COUNT; night++) {
            assertEquals(List.of("plateau"), stops("gtm-autoresearch", night));
            assertEquals(night == Nights.RUN_DIED ? List.of() : List.of("round_cap"), stops("autoresearch", night));
        }
    }

    @Test
    void theExportCostsTheLastNightMoreRoundsThanAnyOtherStep() {
        var rounds = rounds("gtm-autoresearch", Nights.COUNT);
        long started = rounds.size();
        long generated = rounds.stream()
                .filter(round -> round.has(ProposalGenerated.class))
                .count();
        long applied = rounds.stream()
                .filter(round -> round.has(ProposalApplied.class))
                .count();
        long scored =
                rounds.stream().filter(round -> round.has(RoundScored.class)).count();
        assertTrue(generated - applied > 2 * (started - generated), generated + " " + applied);
        assertTrue(generated - applied > 2 * (applied - scored), applied + " " + scored);
        long during = rounds.stream()
                .filter(round -> !round.has(ProposalApplied.class))
                .filter(round -> NIGHTS.exportIsUnderWay(round.at(RoundStarted.class)))
                .count();
        assertTrue(during * 2 > generated - applied, during + " of " + (generated - applied));
    }

    @Test
    void onlyTheLocalModelHasNoPriceAndOnlyAutoagentCallsIt() {
        for (var event : EVENTS) {
            if (event.event() instanceof Generation call) {
                boolean local = call.model().equals(Model.LOCAL.name());
                assertEquals(local && call.answer() != null, call.cost() == null, event::toString);
                assertTrue(!local || project(event).equals("autoagent"), event::toString);
            }
        }
    }

    @Test
    void aRoutedCallCanBePairedWithItsGenerationByIdOrByLikeness() {
        var ids = new HashSet<String>();
        var likes = new HashSet<String>();
        for (var event : EVENTS) {
            var task = event.context().task();
            if (event.event() instanceof Generation call && task != null && call.tokens() != null) {
                var id = task.requestId();
                if (id != null) {
                    ids.add(id);
                }
                likes.add(likeness(
                        event.distinctId(),
                        task.taskType(),
                        call.model(),
                        "" + call.tokens().input()));
            }
        }
        int byId = 0;
        int byLikeness = 0;
        for (var event : EVENTS) {
            if (event.event() instanceof TokenMachineRequest routed) {
                var like = likeness(routed.userId(), routed.taskType(), routed.modelUsed(), "" + routed.inputTokens());
                assertTrue(likes.contains(like), event::toString);
                assertTrue(routed.requestId() == null || ids.contains(routed.requestId()), event::toString);
                byId += routed.requestId() == null ? 0 : 1;
                byLikeness += routed.requestId() == null ? 1 : 0;
            }
        }
        assertTrue(byId > 1_000 && byLikeness > 1_000, byId + " and " + byLikeness);
    }

    private static String likeness(@Nullable String... parts) {
        return String.join(" ", Arrays.stream(parts).map(String::valueOf).toList());
    }

    @Test
    void autoagentsMoneyIsNotAllKnownOnTheLastNight() {
        long unknown = EVENTS.stream()
                .filter(event -> event.event() instanceof Generation call && call.cost() == null)
                .filter(event -> night(event) == Nights.COUNT)
                .count();
        assertEquals(3, unknown);
    }

    @Test
    void theLastNightIsTheLargestGainOfTheTagLoop() {
        var gains = new HashMap<Integer, Double>();
        for (var round : ROUNDS.values()) {
            if (round.project.equals("gtm-autoresearch")) {
                round.last(RoundKept.class)
                        .map(RoundKept::delta)
                        .ifPresent(delta -> gains.merge(round.night, delta, Double::sum));
            }
        }
        var largest = Collections.max(gains.entrySet(), Map.Entry.comparingByValue());
        assertEquals(Nights.COUNT, largest.getKey(), gains::toString);
    }

    private static long kept(String project, int night) {
        return rounds(project, night).stream()
                .filter(round -> round.has(RoundKept.class))
                .count();
    }

    private static List<Round> rounds(String project, int night) {
        return ROUNDS.values().stream()
                .filter(round -> round.project.equals(project) && round.night == night)
                .toList();
    }

    private static List<String> stops(String project, int night) {
        return EVENTS.stream()
                .filter(event -> event.event() instanceof StopTriggered)
                .filter(event -> project(event).equals(project) && night(event) == night)
                .map(event -> ((StopTriggered) event.event()).reason())
                .toList();
    }

    private static String project(WireEvent event) {
        return String.valueOf(event.envelope().project());
    }

    private static int night(WireEvent event) {
        var date = event.timestamp().atZone(ZONE).minusHours(12).toLocalDate();
        return Nights.COUNT - (int) date.until(NIGHTS.last(), ChronoUnit.DAYS);
    }
}
