package io.nightglass.catalog;

import java.util.Optional;

/** The distinct_id of an agent, {@code project:client:agent}: an agent is a user. */
public record Identity(String project, String client, String agent) {

    /** Reads {@code id} when it has exactly three non-empty parts; anything else is somebody's own id. */
    public static Optional<Identity> parse(String id) {
        int first = id.indexOf(':');
        int second = first < 0 ? -1 : id.indexOf(':', first + 1);
        if (first <= 0 || second <= first + 1 || second == id.length() - 1 || id.indexOf(':', second + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Identity(id.substring(0, first), id.substring(first + 1, second), id.substring(second + 1)));
    }

    /** The id as it travels. */
    public String distinctId() {
        return project + ":" + client + ":" + agent;
    }
}
