package io.nightglass.cli.sample;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Direction;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down what one loop says, in its envelope and at its time. It keeps the clock of the loop ({@link #pass}) and its
 * money ({@link #spend}), so that no event has to be told either.
 */
final class Scribe {
    static final JsonMapper JSON = JsonMapper.shared();

    /** A loop by name, with the metric its scores are in. */
    record Loop(
            String project,
            String client,
            String metric,
            Direction direction,
            @Nullable String scorerVersion) {}

    private final Loop loop;
    private final Dice ids;
    private final List<WireEvent> said = new ArrayList<>();
    private Instant clock = Instant.EPOCH;
    private String sha = "";
    private @Nullable String run;
    private @Nullable String round;
    private double roundMoney;
    private double runMoney;

    Scribe(Loop loop, Dice ids) {
        this.loop = loop;
        this.ids = ids;
    }

    void startRun(Instant at, String gitSha) {
        clock = at;
        sha = gitSha;
        run = ulid();
        round = null;
        runMoney = 0;
    }

    /** Opens the next round and returns its id. */
    String startRound() {
        var id = ulid();
        round = id;
        roundMoney = 0;
        return id;
    }

    /** Leaves the round: what follows belongs to the run alone. */
    void endRound() {
        round = null;
    }

    /** Goes back into an earlier round, e.g. to comment on it the next morning. */
    void revisit(String earlierRound, Instant at) {
        round = earlierRound;
        clock = at;
    }

    /** What an agent says in one run hangs together. */
    String session(String agent) {
        return run + "-" + agent;
    }

    /** The round that is open. */
    String round() {
        if (round == null) {
            throw new IllegalStateException("no round is open");
        }
        return round;
    }

    void pass(double seconds) {
        clock = clock.plusMillis(Math.max(1, Math.round(seconds * 1_000)));
    }

    Instant clock() {
        return clock;
    }

    String ulid() {
        return Ulids.of(clock, ids.bytes());
    }

    String distinctId(String agent) {
        return new Identity(loop.project, loop.client, agent).distinctId();
    }

    void spend(@Nullable Double usd) {
        if (usd != null) {
            roundMoney += usd;
            runMoney += usd;
        }
    }

    /** USD of the round so far, as far as prices are known. */
    double roundMoney() {
        return Rounded.to(6, roundMoney);
    }

    double runMoney() {
        return Rounded.to(6, runMoney);
    }

    void say(String agent, Event event) {
        write(agent, event, null, null, JSON.createObjectNode());
    }

    void say(String agent, Event event, Context.Task task) {
        write(agent, event, task, null, JSON.createObjectNode());
    }

    /** Says what was tried beside it, in a sentence. */
    void say(String agent, Event event, String description) {
        write(agent, event, null, description, JSON.createObjectNode());
    }

    /** Says its task and free numbers beside it. */
    void say(String agent, Event event, Context.Task task, ObjectNode more) {
        write(agent, event, task, null, more);
    }

    /** Says it as the router would: it knows who asked, not which round it was for. */
    void sayOutside(String agent, Event event) {
        var nobody = new Envelope(null, null, null, null, null, null);
        var context = new Context(null, null, Context.Origin.SAMPLE);
        said.add(new WireEvent(ids.uuid(), clock, distinctId(agent), nobody, context, event, JSON.createObjectNode()));
    }

    /** What was said since the last call. */
    List<WireEvent> handOver() {
        var all = List.copyOf(said);
        said.clear();
        return all;
    }

    private void write(
            String agent, Event event, Context.@Nullable Task task, @Nullable String description, ObjectNode more) {
        var envelope = new Envelope(loop.project, loop.client, run, round, agent, sha);
        var measure = new Context.Measure(loop.metric, loop.direction.wire(), loop.scorerVersion, null, null);
        var origin = description == null
                ? Context.Origin.SAMPLE
                : new Context.Origin(true, null, null, null, description, null);
        said.add(new WireEvent(
                ids.uuid(), clock, distinctId(agent), envelope, new Context(measure, task, origin), event, more));
    }
}
