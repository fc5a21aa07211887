package io.nightglass.server.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import io.nightglass.store.StoreProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way a secret comes in, it is nowhere in the data folder, nor in what is logged. */
class RedactionWalk {
    /** Each begins with a word nothing else has, by which its bytes are looked for. */
    private static final String NAMED = "quokkasecret";

    private static final String PATTERN = "wombatsecret-4711";
    private static final String EMAIL = "numbatsecret@example.com";
    private static final String KEY = "sk-bilbysecret0123456789abcdef";
    private static final List<String> WORDS = List.of("quokkasecret", "wombatsecret", "numbatsecret", "bilbysecret");

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("nightglass.toml"), """
                [redaction]
                properties = ["password"]
                patterns = ['wombatsecret-\\d+']
                emails = true
                keys = true
                """);
    }

    private static String event(String uuid) {
        return """
                {"event":"$ai_generation","distinct_id":"%2$s","uuid":"0199a0b0-0000-7000-8000-0000000000%4$s",
                 "timestamp":"%2$s","$set":{"email":"%2$s","password":"%1$s"},
                 "properties":{"password":"%1$s","note":"%3$s and wombatsecret-4711","round_id":"01JROUND",
                  "%2$s":"a name","$ai_input":[{"role":"user","content":"{\\"password\\":\\"%1$s\\",\\"k\\":\\"%3$s\\"}"}],
                  "$ai_output_choices":"numbatsecret\\u0040example.com wombatsecret-4711","score":"%3$s",
                  "token":"phc_test"}}""".formatted(NAMED, EMAIL, KEY, uuid);
    }

    @Test
    void noByteOfASecretIsInTheDataFolder() throws IOException {
        try (var pane = LivePane.open(folder)) {
            everyWayIn(pane);
            assertEquals(10, pane.rows().size());
            assertNowhere("while it runs: in the journal");
        }
        assertNowhere("after it has stopped: in the tables");
        try (var pane = LivePane.open(folder)) {
            assertEquals(200, pane.get("/_health").statusCode());
        }
        assertNowhere("after another start");
    }

    private static void everyWayIn(LivePane pane) {
        int number = 10;
        for (var path : List.of("/batch/", "/e/", "/i/v0/e/", "/capture/", "/track/", "/engage/", "/i/v0/ai/batch/")) {
            var answer = pane.post(path, LivePane.batch(event(String.valueOf(number++))));
            assertEquals(200, answer.statusCode(), path + " " + answer.body());
        }
        var v1 = pane.post(
                "/i/v1/analytics/events",
                "{\"batch\":[%s]}".formatted(event(String.valueOf(number++))),
                "Authorization",
                "Bearer " + LivePane.KEY,
                "PostHog-Sdk-Info",
                "posthog-python/7",
                "PostHog-Attempt",
                "1",
                "PostHog-Request-Id",
                "r",
                "PostHog-Request-Timestamp",
                "2026-01-01T12:00:00Z");
        assertEquals(200, v1.statusCode(), v1.body());
        var multipart = pane.post(
                "/i/v0/ai",
                """
                --b\r
                Content-Disposition: form-data; name="event"\r
                \r
                {"event":"$ai_span","distinct_id":"%s"}\r
                --b\r
                Content-Disposition: form-data; name="event.properties.password"\r
                Content-Type: text/plain\r
                \r
                %s %s %s\r
                --b--""".formatted(EMAIL, NAMED, PATTERN, KEY),
                "Authorization",
                "Bearer " + LivePane.KEY,
                "Content-Type",
                "multipart/form-data; boundary=b");
        assertEquals(200, multipart.statusCode(), multipart.body());
        var otlp = pane.post(
                "/v1/traces",
                """
                {"resourceSpans":[{"resource":{"attributes":[{"key":"user.id","value":{"stringValue":"%s"}}]},
                 "scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174",
                  "name":"%s","attributes":[{"key":"password","value":{"stringValue":"%s"}}],
                  "status":{"code":2,"message":"%s"}}]}]}]}""".formatted(EMAIL, PATTERN, NAMED, KEY),
                "Authorization",
                "Bearer " + LivePane.KEY,
                "Content-Type",
                "application/json");
        assertEquals(200, otlp.statusCode(), otlp.body());
        var annotation = pane.post(
                "/api/projects/@current/annotations/",
                """
                {"date_marker":"2026-01-01T00:00:00Z","content":"%s put wombatsecret-4711 in, {\\"password\\":\\"%s\\"} and %s"}""".formatted(EMAIL, KEY, KEY),
                "Authorization",
                "Bearer " + LivePane.PERSONAL);
        assertEquals(201, annotation.statusCode(), annotation.body());
        assertEquals(
                "[redacted] put [redacted] in, {\"password\":\"[redacted]\"} and [redacted]",
                LivePane.json(annotation).path("content").asString());
        assertEquals(
                "2026-01-01T00:00:00Z",
                LivePane.json(annotation).path("date_marker").asString());
    }

    /** Looks at the bytes of every file; texts in the database may be packed, so it is also asked. */
    private void assertNowhere(String when) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (file.endsWith("nightglass.toml")) {
                    continue;
                }
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var word : WORDS) {
                    var packed = Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.US_ASCII));
                    if (bytes.contains(word) || bytes.contains(packed)) {
                        found.add(word + " in " + file.getFileName());
                    }
                }
            }
        }
        assertEquals(List.of(), found, when);
    }

    @Test
    void everyTableSaysItWithoutTheSecret() {
        try (var pane = LivePane.open(folder)) {
            everyWayIn(pane);
            for (var table : List.of("events", "persons", "generations", "rounds", "costs")) {
                var answer = pane.post(
                        "/api/projects/@current/query/",
                        "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT * FROM %s\"}}".formatted(table),
                        "Authorization",
                        "Bearer " + LivePane.PERSONAL);
                assertEquals(200, answer.statusCode(), answer.body());
                for (var word : WORDS) {
                    assertFalse(answer.body().contains(word), table + ": " + answer.body());
                }
            }
            var row = pane.rows().getFirst();
            assertEquals("[redacted]", row.properties().path("password").asString());
            assertEquals(
                    "[redacted] and [redacted]", row.properties().path("note").asString());
            assertTrue(row.distinctId().startsWith("[redacted-"), row.distinctId());
            assertEquals(
                    "[redacted] [redacted]",
                    row.properties().path("$ai_output_choices").asString());
        }
    }

    @Test
    void whatIsLoggedIsCleanToo() {
        var written = new ByteArrayOutputStream();
        var handler = new StreamHandler(written, new SimpleFormatter());
        var root = Logger.getLogger("");
        root.addHandler(handler);
        try (var pane = LivePane.open(folder)) {
            pane.store().fail(new StoreProblem.Broken("could not write " + EMAIL + " and " + KEY));
            assertEquals(503, pane.post("/batch/", LivePane.batch(event("10"))).statusCode());
        } finally {
            handler.flush();
            root.removeHandler(handler);
        }
        var log = written.toString(StandardCharsets.UTF_8);
        assertTrue(log.contains("[redacted]"), log);
        for (var word : Set.copyOf(WORDS)) {
            assertFalse(log.contains(word), log);
        }
    }
}
