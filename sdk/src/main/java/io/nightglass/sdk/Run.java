package io.nightglass.sdk;

import io.nightglass.catalog.Ulids;
import io.nightglass.catalog.event.Event;
import io.nightglass.catalog.event.StopTriggered;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A nightly run: its events carry its {@code run_id}. Safe to share. */
public final class Run {
    private final Voice voice;

    Run(Voice voice) {
        this.voice = voice;
    }

    /** Its ULID. */
    public String id() {
        return Objects.requireNonNull(voice.envelope().runId());
    }

    /** A new round; nothing is said yet. */
    public Round round() {
        return round(Ulids.next());
    }

    /** A round that goes on, in another process perhaps. @param roundId its ULID */
    public Round round(String roundId) {
        return new Round(voice.round(roundId));
    }

    /** The same run in the voice of another agent. */
    public Run agent(String agent) {
        return new Run(voice.agent(agent));
    }

    /**
     * Says {@code stop_triggered}: the run ended by its own rule.
     *
     * @param reason max_rounds, budget, plateau, kill_switch, ...
     * @param rounds completed
     * @param totalCostUsd of the run in USD, null when unknown
     * @param best the final best score, null when there is none
     */
    public void stopped(String reason, long rounds, @Nullable Double totalCostUsd, @Nullable Double best) {
        say(new StopTriggered(reason, rounds, totalCostUsd, best));
    }

    /** Says any event of the catalog. */
    public void say(Event event) {
        voice.say(event, Map.of());
    }

    /** Says any event of the catalog with properties of your own. */
    public void say(Event event, Map<String, ?> more) {
        voice.say(event, more);
    }

    /** Says an event of your own. */
    public void track(String event, Map<String, ?> properties) {
        voice.track(event, properties);
    }
}
