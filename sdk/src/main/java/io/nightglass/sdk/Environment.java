package io.nightglass.sdk;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where a client finds its pane (or any PostHog host) and who it is: the environment of the source document's setup.
 *
 * @param host {@code POSTHOG_HOST}
 * @param projectKey {@code POSTHOG_API_KEY} ({@code phc_}): for sending
 * @param personalKey {@code POSTHOG_PERSONAL_API_KEY} ({@code phx_}): for asking
 * @param project {@code AUTORESEARCH_PROJECT}
 * @param client {@code AUTORESEARCH_CLIENT}, {@code internal} when not set
 */
public record Environment(
        Optional<URI> host,
        Optional<String> projectKey,
        Optional<String> personalKey,
        Optional<String> project,
        String client) {

    /** Reads {@code variables}; an empty value counts as not set. */
    public static Environment of(Map<String, String> variables) {
        return new Environment(
                value(variables, "POSTHOG_HOST").map(Environment::address),
                value(variables, "POSTHOG_API_KEY"),
                value(variables, "POSTHOG_PERSONAL_API_KEY"),
                value(variables, "AUTORESEARCH_PROJECT"),
                value(variables, "AUTORESEARCH_CLIENT").orElse("internal"));
    }

    private static Optional<String> value(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Accepts {@code localhost:8000} for {@code http://localhost:8000}, as people write it. */
    private static URI address(String text) {
        return URI.create(text.contains("://") ? text : "http://" + text);
    }
}
