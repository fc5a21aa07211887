package io.nightglass.store;

import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows for tests, one wither per thing that matters. */
public record Rows(UUID uuid, String event, Instant at, String distinctId, Envelope envelope, ObjectNode properties) {
    public static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    public static Rows event(String event) {
        return new Rows(
                UUID.randomUUID(),
                event,
                T0,
                "gtm:acme:planner",
                new Envelope("gtm", "acme", null, null, "planner", null),
                JSON.createObjectNode());
    }

    public Rows uuid(UUID uuid) {
        return new Rows(uuid, event, at, distinctId, envelope, properties);
    }

    public Rows at(long second) {
        return new Rows(uuid, event, T0.plusSeconds(second), distinctId, envelope, properties);
    }

    public Rows by(String distinctId) {
        return new Rows(uuid, event, at, distinctId, envelope, properties);
    }

    public Rows round(@Nullable String round) {
        return in(envelope.runId(), round);
    }

    public Rows run(@Nullable String run) {
        return in(run, envelope.roundId());
    }

    private Rows in(@Nullable String run, @Nullable String round) {
        var moved =
                new Envelope(envelope.project(), envelope.client(), run, round, envelope.agent(), envelope.gitSha());
        return new Rows(uuid, event, at, distinctId, moved, properties);
    }

    /** With {@code name} set to the value of the JSON text {@code json}. */
    public Rows with(String name, String json) {
        var more = properties.deepCopy();
        more.set(name, JSON.readTree(json));
        return new Rows(uuid, event, at, distinctId, envelope, more);
    }

    public EventRow row(Warning... warnings) {
        return receivedAt(T0, warnings);
    }

    public EventRow receivedAt(Instant receivedAt, Warning... warnings) {
        return new EventRow(uuid, event, at, distinctId, envelope, properties, receivedAt, List.of(warnings));
    }

    /** {@code count} events of this kind, each with a uuid of its own. */
    public static List<EventRow> many(String event, int count) {
        var rows = new ArrayList<EventRow>(count);
        for (int i = 0; i < count; i++) {
            rows.add(event(event).at(i).row());
        }
        return rows;
    }
}
