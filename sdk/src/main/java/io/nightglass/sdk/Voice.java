package io.nightglass.sdk;

import io.nightglass.catalog.Context;
import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import io.nightglass.catalog.WireEvent;
import io.nightglass.catalog.event.Event;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who speaks, and in which run and round: the envelope and the context that ride on every event. Immutable. */
record Voice(Nightglass line, Envelope envelope, Context context) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID NONE = new UUID(0, 0);

    Voice agent(String agent) {
        return with(new Envelope(
                envelope.project(), envelope.client(), envelope.runId(), envelope.roundId(), agent, envelope.gitSha()));
    }

    Voice run(String runId) {
        return with(
                new Envelope(envelope.project(), envelope.client(), runId, null, envelope.agent(), envelope.gitSha()));
    }

    /** A loop commits as it goes, so each round says the commit it began at. */
    Voice round(String roundId) {
        return with(new Envelope(
                envelope.project(),
                envelope.client(),
                envelope.runId(),
                roundId,
                envelope.agent(),
                GitSha.here().orElse(envelope.gitSha())));
    }

    Voice context(Context other) {
        return new Voice(line, envelope, other);
    }

    private Voice with(Envelope other) {
        return new Voice(line, other, context);
    }

    String distinctId() {
        return new Identity(
                        or(envelope.project(), "loop"), or(envelope.client(), "internal"), or(envelope.agent(), "loop"))
                .distinctId();
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    /** The records know their names; what rides along never overwrites them. */
    void say(Event event, Map<String, ?> more) {
        var at = line.config().clock().instant();
        var wire = new WireEvent(NONE, at, distinctId(), envelope, context, event, JSON.createObjectNode());
        var properties = new LinkedHashMap<String, @Nullable Object>(more);
        // Plain values, so that a hook need not know our JSON library.
        wire.toJson()
                .path("properties")
                .properties()
                .forEach(each -> properties.put(each.getKey(), JSON.treeToValue(each.getValue(), Object.class)));
        line.track(distinctId(), wire.name(), properties, at);
    }

    /** An event of the loop's own; the envelope counts, whatever it says itself. */
    void track(String event, Map<String, ?> more) {
        Instant at = line.config().clock().instant();
        var properties = new LinkedHashMap<String, @Nullable Object>(more);
        put(properties, "project", envelope.project());
        put(properties, "client", envelope.client());
        put(properties, "run_id", envelope.runId());
        put(properties, "round_id", envelope.roundId());
        put(properties, "agent", envelope.agent());
        put(properties, "git_sha", envelope.gitSha());
        line.track(distinctId(), event, properties, at);
    }

    private static void put(Map<String, @Nullable Object> into, String name, @Nullable String value) {
        if (value != null) {
            into.put(name, value);
        }
    }
}
