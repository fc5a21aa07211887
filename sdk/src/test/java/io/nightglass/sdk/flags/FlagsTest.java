package io.nightglass.sdk.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.nightglass.sdk.Config;
import io.nightglass.sdk.flags.Evaluation.Asker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flags with a PostHog-shaped host, and without. */
class FlagsTest {
    private static final String REMOTE =
            "{\"flags\":{\"f\":{\"key\":\"f\",\"enabled\":true,\"variant\":\"test\"}},\"errorsWhileComputingFlags\":false}";

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, @Nullable Object>> reports = new ArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-15T06:00:00Z"));
    private HttpServer host = start();
    private volatile int status = 200;
    private String definitions = "";

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void answer() {
        host.createContext("/flags/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            boolean isDefinitions = exchange.getRequestURI().getPath().endsWith("definitions");
            asked.add(isDefinitions ? "definitions" : "flags");
            var body = (isDefinitions ? definitions : REMOTE).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        host.start();
    }

    @AfterEach
    void stop() {
        host.stop(0);
    }

    private Flags open(Map<String, String> more) {
        var variables = new java.util.HashMap<>(more);
        variables.put("POSTHOG_HOST", "http://127.0.0.1:" + host.getAddress().getPort());
        variables.put("POSTHOG_API_KEY", "phc_test");
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return java.util.Objects.requireNonNull(now.get());
            }
        };
        return new Flags(Config.of(variables).hearing(clock, text -> {}), (who, properties) -> reports.add(properties));
    }

    @Test
    void theHostIsAskedOnceInHalfAMinuteAndEachAnswerReportedOnce() {
        try (var flags = open(Map.of())) {
            assertEquals("test", flags.value("f", Asker.of("u"), false));
            assertTrue(flags.isOn("f", "u", false));
            assertEquals(List.of("flags"), asked);
            assertEquals(1, reports.size());
            assertEquals("test", reports.get(0).get("$feature_flag_response"));
            now.updateAndGet(at -> at.plus(Duration.ofSeconds(31)));
            flags.value("f", Asker.of("u"), false);
            assertEquals(List.of("flags", "flags"), asked);
            assertEquals(1, reports.size());
        }
    }

    @Test
    void aHostThatIsAwayLeavesWhatWasKnownAndElseTheDefault() {
        try (var flags = open(Map.of())) {
            assertEquals("test", flags.value("f", Asker.of("u"), false));
            status = 503;
            now.updateAndGet(at -> at.plus(Duration.ofSeconds(31)));
            assertEquals("test", flags.value("f", Asker.of("u"), false));
            assertTrue(flags.isOn("f", "somebody-else", true));
            assertFalse(flags.isOn("f", "somebody-else", false));
            assertEquals(3, asked.size(), "a failure is not asked for again at once");
        }
    }

    @Test
    void definitionsDecideHereAndNobodyIsAsked() {
        definitions = "{\"flags\":[{\"key\":\"f\",\"active\":true,\"filters\":{\"groups\":[{\"properties\":[]}]}}]}";
        try (var flags = open(Map.of("POSTHOG_PERSONAL_API_KEY", "phx_test"))) {
            assertEquals(true, flags.value("f", Asker.of("u"), false));
            assertEquals(List.of("definitions"), asked);
            assertEquals(true, reports.get(0).get("locally_evaluated"));
        }
    }
}
