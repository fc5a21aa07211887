package io.nightglass.sdk;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.event.Event;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loop, and its agents' voice: what it says carries {@code project}, {@code client}, {@code agent} and {@code git_sha}
 * by itself. Immutable; safe to share.
 */
public final class Loop {
    private final Voice voice;

    Loop(Nightglass line, String project, String client) {
        this.voice = new Voice(
                line,
                new Envelope(project, client, null, null, "loop", GitSha.here().orElse(null)),
                Context.NONE);
    }

    private Loop(Voice voice) {
        this.voice = voice;
    }

    /** The same loop in the voice of another agent: planner, critic, coder, ... */
    public Loop agent(String agent) {
        return new Loop(voice.agent(agent));
    }

    /** The same loop measured so: metric, direction, scorer. Said with every event, so that scores compare. */
    public Loop measured(Context.Measure measure) {
        return new Loop(voice.context(
                new Context(measure, voice.context().task(), voice.context().origin())));
    }

    /** A run that begins now: one night's worth of rounds. */
    public Run run() {
        return run(Ulids.next());
    }

    /** A run that goes on, in another process perhaps. @param runId its ULID */
    public Run run(String runId) {
        return new Run(voice.run(runId));
    }

    /** Says an event of the catalog outside any run, {@code finetune_batch_published} for one. */
    public void say(Event event) {
        voice.say(event, Map.of());
    }

    /** Says an event of the catalog with properties of your own. */
    public void say(Event event, Map<String, ?> more) {
        voice.say(event, more);
    }

    /** Says an event of your own. */
    public void track(String event, Map<String, ?> properties) {
        voice.track(event, properties);
    }

    /** The {@code distinct_id} its events are sent under. */
    public String distinctId() {
        return voice.distinctId();
    }

    /** What it is called, for those who read a distinct_id back. */
    public @Nullable Identity identity() {
        return Identity.parse(voice.distinctId()).orElse(null);
    }
}
