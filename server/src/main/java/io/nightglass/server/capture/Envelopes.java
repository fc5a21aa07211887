package io.nightglass.server.capture;

import io.nightglass.catalog.Envelope;
import io.nightglass.catalog.Identity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who and where, of one event: what was sent, and for the rest what its ids tell (boards.md, "Values"). */
final class Envelopes {
    private Envelopes() {}

    static Envelope of(ObjectNode properties, String distinctId) {
        var project = text(properties, "project");
        var client = text(properties, "client");
        var agent = text(properties, "agent");
        if (project == null || client == null || agent == null) {
            var told = identity(properties, distinctId);
            project = project == null ? told.map(Identity::project).orElse(null) : project;
            client = client == null ? told.map(Identity::client).orElse(null) : client;
            agent = agent == null ? told.map(Identity::agent).orElse(null) : agent;
        }
        return new Envelope(
                project,
                client,
                text(properties, "run_id"),
                text(properties, "round_id"),
                agent,
                text(properties, "git_sha"));
    }

    private static Optional<Identity> identity(ObjectNode properties, String distinctId) {
        var user = text(properties, "user_id");
        var told = user == null ? Optional.<Identity>empty() : Identity.parse(user);
        return told.isPresent() ? told : Identity.parse(distinctId);
    }

    private static @Nullable String text(ObjectNode properties, String name) {
        JsonNode value = properties.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return text.isBlank() ? null : text;
    }
}
