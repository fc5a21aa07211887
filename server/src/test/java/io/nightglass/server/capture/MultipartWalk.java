package io.nightglass.server.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /i/v0/ai}: one event in parts (posthog-wire.md 3.8). */
class MultipartWalk {
    private static final String TYPE = "multipart/form-data; boundary=\"a b'c\"";
    private static final String EVENT = part("event", "application/json", """
            {"event":"$ai_generation","distinct_id":"u","uuid":"0199a0b0-0000-7000-8000-00000000000a"}""");

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @BeforeEach
    void forget() {
        pane.store().forget();
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static String part(String name, String type, String content) {
        return "--a b'c\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"x\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
                .formatted(name, type, content);
    }

    private static HttpResponse<String> send(String... parts) {
        return sendRaw((String.join("", parts) + "--a b'c--\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> sendRaw(byte[] body, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.addAll(java.util.List.of("Content-Type", TYPE, "Authorization", "Bearer " + LivePane.KEY));
        return pane.post("/i/v0/ai", body, all.toArray(String[]::new));
    }

    @Test
    void putsThePartsBackTogether() {
        var answer = send(
                EVENT,
                part("event.properties", "application/json", "{\"$ai_model\":\"gpt-4o\",\"$ai_input_tokens\":1000}"),
                part(
                        "event.properties.$ai_input",
                        "application/json",
                        "[{\"role\":\"user\",\"content\":\"--a b\\r\\n\"}]"),
                part("event.properties.$ai_output_choices", "text/plain; charset=utf-8", "line\r\n--a b\r\nlast"),
                part("event.properties.raw", "application/octet-stream", "bytes"));
        assertEquals(200, answer.statusCode(), answer.body());
        var accepted = LivePane.json(answer).path("accepted_parts");
        assertEquals(5, accepted.size());
        assertEquals("event.properties.raw", accepted.path(4).path("name").asString());
        assertEquals(5, accepted.path(4).path("length").intValue());
        assertEquals(
                "application/octet-stream",
                accepted.path(4).path("content-type").asString());
        var properties = pane.row().properties();
        assertEquals("user", properties.path("$ai_input").path(0).path("role").asString());
        assertEquals(
                "line\r\n--a b\r\nlast", properties.path("$ai_output_choices").asString());
        assertEquals("bytes", properties.path("raw").asString());
        assertEquals("list_price", properties.path("$ai_cost_provenance").asString(), "priced as any call is");
    }

    @Test
    void takesAWholeBodyPackedAndTheSameEventOnce() {
        byte[] packed = LivePane.gzip(EVENT + "--a b'c--");
        assertEquals(200, sendRaw(packed, "Content-Encoding", "gzip").statusCode());
        assertEquals(200, sendRaw(packed, "Content-Encoding", "gzip").statusCode());
        assertEquals(1, pane.rows().stream().map(row -> row.uuid()).distinct().count());
    }

    @Test
    void keepsNothingOfABodyThatIsCutAnywhere() {
        byte[] whole =
                (EVENT + part("event.properties.a", "text/plain", "b") + "--a b'c--").getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertEquals(400, sendRaw(java.util.Arrays.copyOf(whole, length)).statusCode(), "cut at " + length);
        }
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.properties|application/json|{}",
                "event|application/json|{\"event\":\"$ai_span\",\"distinct_id\":\"u\",\"properties\":{}}",
                "event|application/json|{\"event\":\"pageview\",\"distinct_id\":\"u\"}",
                "event|application/json|{\"event\":\"$ai_span\"}",
                "event|application/json|[]",
                "event|application/json|{",
            })
    void refusesAFirstPartThatIsNoEvent(String first) {
        var parts = first.split("\\|", 3);
        assertEquals(400, send(part(parts[0], parts[1], parts[2])).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.properties.a|text/plain|",
                "event.properties.a|image/png|x",
                "event.properties.a|application/json|{\"half\":",
                "event.properties.a|application/json|1,2",
                "event.properties.|text/plain|x",
                "other|text/plain|x",
                "event.properties|application/json|[]",
            })
    void refusesAFurtherPartThatCannotBeKept(String further) {
        var parts = further.split("\\|", 3);
        assertEquals(400, send(EVENT, part(parts[0], parts[1], parts[2])).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @Test
    void refusesAPropertyThatComesTwiceAndAnEventThatIsTooLarge() {
        assertEquals(
                400,
                send(
                                EVENT,
                                part("event.properties", "application/json", "{\"a\":1}"),
                                part("event.properties.a", "text/plain", "x"))
                        .statusCode());
        assertEquals(
                413,
                send(
                                EVENT,
                                part(
                                        "event.properties",
                                        "application/json",
                                        "{\"a\":\"%s\"}".formatted("x".repeat(1 << 20))))
                        .statusCode());
    }

    @Test
    void asksForTheKey() {
        assertEquals(
                401,
                pane.post("/i/v0/ai/", (EVENT + "--a b'c--"), "Content-Type", TYPE)
                        .statusCode());
    }
}
