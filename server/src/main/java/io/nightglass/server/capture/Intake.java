package io.nightglass.server.capture;

import io.nightglass.catalog.Check;
import io.nightglass.catalog.Warning;
import io.nightglass.server.edge.Refusal;
import io.nightglass.server.price.Pricing;
import io.nightglass.server.redaction.Redaction;
import io.nightglass.store.EventRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the row that is kept of one event: what must not be kept taken out, its parts found, its time corrected, its price
 * told, held against the catalog.
 */
public record Intake(Redaction redaction, Pricing pricing) {
    /** What posthog-js says about itself; accepted and not kept. */
    private static final String HIDDEN = "$$client_ingestion_warning";

    /**
     * The row of {@code event}; empty for an event that is accepted and not kept.
     *
     * @param event taken over: its properties become the row's
     * @throws Refusal 400 when it has no name or id, or one of its parts cannot be what it should be
     */
    Optional<EventRow> row(JsonNode event, ClockSkew skew) {
        redaction.clean(event);
        var draft = new Draft(event);
        String name = draft.event();
        String distinctId = draft.distinctId();
        var properties = draft.properties();
        var uuid = draft.uuid().orElseGet(() -> Uuids.at(skew.now()));
        var clock = properties.path("$ignore_sent_at").asBoolean(false) ? skew.ignored() : skew;
        var timestamp = clock.correct(timestamp(draft), draft.field("offset"));
        if (name.equals(HIDDEN)) {
            return Optional.empty();
        }
        pricing.price(name, properties);
        var envelope = Envelopes.of(properties, distinctId);
        draft.warnings().addAll(Check.of(name, properties, distinctId));
        return Optional.of(
                new EventRow(uuid, name, timestamp, distinctId, envelope, properties, skew.now(), draft.warnings()));
    }

    /** The row of an event from a sender whose clock is taken at its word. */
    public Optional<EventRow> row(JsonNode event, Instant now) {
        return row(event, new ClockSkew(now, null));
    }

    private @Nullable Instant timestamp(Draft draft) {
        var sent = draft.field("timestamp");
        var timestamp = Timestamps.parse(sent);
        boolean isSent = !sent.isMissingNode()
                && !sent.isNull()
                && !(sent.isString() && sent.stringValue().isEmpty());
        if (timestamp.isEmpty() && isSent) {
            draft.warnings()
                    .add(new Warning(
                            Warning.Kind.UNREADABLE_TIMESTAMP,
                            "timestamp",
                            "the time of receipt was taken instead of "
                                    + Refusal.quoted(redaction.clean(sent.asString(sent.toString())))));
        }
        return timestamp.orElse(null);
    }
}
