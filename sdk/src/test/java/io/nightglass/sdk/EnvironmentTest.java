package io.nightglass.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void readsTheNamesOfTheSource() {
        var environment = Environment.of(Map.of(
                "POSTHOG_HOST", "http://pane:8000",
                "POSTHOG_API_KEY", "phc_a",
                "POSTHOG_PERSONAL_API_KEY", "phx_b",
                "AUTORESEARCH_PROJECT", "autoagent",
                "AUTORESEARCH_CLIENT", "acme"));
        assertEquals(
                new Environment(
                        Optional.of(URI.create("http://pane:8000")),
                        Optional.of("phc_a"),
                        Optional.of("phx_b"),
                        Optional.of("autoagent"),
                        "acme"),
                environment);
    }

    @Test
    void anEmptyVariableIsNotSetAndTheClientIsInternal() {
        var environment = Environment.of(Map.of("POSTHOG_API_KEY", " "));
        assertEquals(
                new Environment(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "internal"),
                environment);
    }

    @Test
    void aHostWithoutASchemeIsHttp() {
        assertEquals(
                Optional.of(URI.create("http://localhost:8001")),
                Environment.of(Map.of("POSTHOG_HOST", "localhost:8001")).host());
    }
}
