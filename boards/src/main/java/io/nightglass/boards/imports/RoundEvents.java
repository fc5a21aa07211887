package io.nightglass.boards.imports;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.EventName;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.ProposalApplied;
import io.nightglass.catalog.event.ProposalGenerated;
import io.nightglass.catalog.event.RoundKept;
import io.nightglass.catalog.event.RoundReverted;
import io.nightglass.catalog.event.RoundScored;
import io.nightglass.catalog.event.RoundStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the rounds of a log into the events they would have sent. All events of a round carry the one moment the log
 * gives it: how long its steps took is not known. A row without a measured score is never scored; an unknown status
 * leaves its round open.
 */
public final class RoundEvents {
    private static final String AGENT = "researcher";

    private final ImportedLog log;
    private final LogOptions options;
    private final LogIdentity identity;
    private final List<RoundTime> times;
    private final Extras extras;
    private final Map<String, Integer> roundsOfRun = new HashMap<>();
    private int segment = -1;
    private @Nullable Double ground;

    public RoundEvents(ImportedLog log, LogOptions options, LogIdentity identity, List<RoundTime> times) {
        this.log = log;
        this.options = options;
        this.identity = identity;
        this.times = times;
        this.extras = new Extras(log, identity.log());
    }

    /** The events of each round, in the order of the log; made as they are asked for, once and by one thread. */
    public Stream<List<WireEvent>> stream() {
        return IntStream.range(0, log.rounds().size()).mapToObj(this::round);
    }

    private List<WireEvent> round(int index) {
        var round = log.rounds().get(index);
        if (round.segment() != segment) {
            segment = round.segment();
            ground = null;
        }
        var events = new ArrayList<WireEvent>();
        for (var event : events(round, identity.rounds().get(index).run())) {
            boolean isLast = isMeasurement(event, round);
            events.add(wire(index, event, isLast ? extras.of(round) : extras.mark(round)));
        }
        if (round.outcome().isGround() && round.score() != null) {
            ground = better(round, round.score());
        }
        return List.copyOf(events);
    }

    private List<Event> events(LogRound round, String run) {
        long prior = roundsOfRun.merge(run, 1, Integer::sum) - 1L;
        var events = new ArrayList<Event>();
        events.add(new RoundStarted(null, null, ground, prior));
        events.add(new ProposalGenerated(null, null, null, null, null));
        events.add(new ProposalApplied(null, null, null));
        if (wasScored(round)) {
            events.add(new RoundScored(round.score(), null, null, null, null));
        }
        var verdict = verdict(round);
        if (verdict != null) {
            events.add(verdict);
        }
        return events;
    }

    /** A row that was discarded was judged, also when it names no number: only a crash was not. */
    private static boolean wasScored(LogRound round) {
        return round.score() != null || round.outcome() == Outcome.REVERTED;
    }

    private @Nullable Event verdict(LogRound round) {
        return switch (round.outcome()) {
            case KEPT, BASELINE -> new RoundKept(delta(round), newBest(round), extras.cost(round));
            case REVERTED -> reverted(round, round.score() == null ? "not_measured" : null);
            case CRASHED -> reverted(round, "crash");
            case UNKNOWN -> null;
        };
    }

    private RoundReverted reverted(LogRound round, @Nullable String otherwise) {
        var written = round.row().cell(log.columns().failure());
        boolean isWritten = !written.isEmpty() && !written.equals("-");
        return new RoundReverted(isWritten ? Extras.clip(written) : otherwise, null, extras.cost(round), null);
    }

    private @Nullable Double delta(LogRound round) {
        var direction = round.direction();
        return ground == null || round.score() == null || direction == null
                ? null
                : direction.delta(round.score(), ground);
    }

    private @Nullable Double newBest(LogRound round) {
        return round.score() == null ? ground : better(round, round.score());
    }

    private Double better(LogRound round, double score) {
        Direction direction = round.direction();
        return ground == null || direction == null || direction.beats(score, ground) ? score : ground;
    }

    /** The extra columns ride on the score; on the verdict where there is none; else on the applied proposal. */
    private static boolean isMeasurement(Event event, LogRound round) {
        if (wasScored(round)) {
            return event instanceof RoundScored;
        }
        return round.outcome() == Outcome.UNKNOWN
                ? event instanceof ProposalApplied
                : event instanceof RoundKept || event instanceof RoundReverted;
    }

    private WireEvent wire(int index, Event event, ObjectNode more) {
        var round = log.rounds().get(index);
        var id = identity.rounds().get(index);
        var name = event.getClass().getAnnotation(EventName.class).value();
        var commit = round.row().cell(log.columns().commit());
        var envelope = new Envelope(
                options.project(), options.client(), id.run(), id.round(), AGENT, Git.isHash(commit) ? commit : null);
        return new WireEvent(
                id.event(name),
                times.get(index).at(),
                new Identity(options.project(), options.client(), AGENT).distinctId(),
                envelope,
                context(round, times.get(index)),
                event,
                more);
    }

    private Context context(LogRound round, RoundTime time) {
        var direction = round.direction();
        var measure = new Context.Measure(
                round.metric(),
                direction == null ? null : direction.wire(),
                null,
                null,
                String.valueOf(round.segment()));
        var description = round.row().cell(log.columns().description());
        var origin = new Context.Origin(
                null,
                true,
                time.source().wire(),
                round.status().isEmpty() ? null : Extras.clip(round.status()),
                description.isEmpty() ? null : Extras.clip(description),
                null);
        return new Context(measure, null, origin);
    }
}
