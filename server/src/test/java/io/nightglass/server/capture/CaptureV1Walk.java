package io.nightglass.server.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import io.nightglass.store.EventRow;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /i/v1/analytics/events}: posthog-wire.md 1.7. */
class CaptureV1Walk {
    private static final String ONE = "0199a0b0-0000-7000-8000-000000000001";
    private static final String TWO = "0199a0b0-0000-7000-8000-000000000002";
    private static final List<String> HEADERS = List.of(
            "Authorization", "Bearer " + LivePane.KEY,
            "PostHog-Sdk-Info", "posthog-python/7.42.0",
            "PostHog-Attempt", "1",
            "PostHog-Request-Id", ONE,
            "PostHog-Request-Timestamp", "2026-01-01T11:00:00Z");

    private static final String BROTLI =
            "G2gCAIzTFfOihHUP/ptbquNlD/6t6CzZpEE2FbS7dLnabB2Wrr5mO97uRjLSKa2HIJtF3YWeRFkEiQVopTfcwy+y"
                    + "onA5Bq2+x40t4N2Bi+j9OYG8lKomkyQbhSeSaE58IZSdGP8XzzPomhaymtzo4pq1rETNHUF9DawHThmeG+ENDCln"
                    + "C3/dWP5fh5WfzYgd";
    private static final String ZSTD =
            "KLUv/WRpAfUEAHKJHh2gqwPr///B27VNXZPbfnR7vw+q+/GvSQWMSfdvTBkCADG+LLt7DDQdRGczXWWmyHL8zOrY"
                    + "6cv3xX1MvjLtiaVokv5urNxYxIVxYQAscHnpmV35of331bakF4h2pczfdxDgwlV2EkTcyzOUov7Ol2+IKz52yDtL"
                    + "T+VYDQAZpAKSkwGKQSLaNCcZSuBoQRidPaxaunGAGcraAgA9wyrs5A==";

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

    @Test
    void answersEachEventByItself() {
        var answer = send("""
                {"batch":[
                 {"event":"e","uuid":"%s","distinct_id":"u","timestamp":"2026-01-01T10:00:00Z","session_id":"s",
                  "options":{"process_person_profile":false},"properties":{"k":1}},
                 {"event":"e","uuid":"%s"}]}""".formatted(ONE, TWO), HEADERS);
        assertEquals(200, answer.statusCode(), answer.body());
        var results = LivePane.json(answer).path("results");
        assertEquals("ok", results.path(ONE).path("result").asString());
        assertTrue(results.path(ONE).path("details").isNull());
        assertEquals("drop", results.path(TWO).path("result").asString());
        var row = pane.row();
        assertEquals("2026-01-01T11:00:00Z", row.timestamp().toString());
        assertEquals("posthog-python", row.properties().path("$lib").asString());
        assertEquals("7.42.0", row.properties().path("$lib_version").asString());
        assertEquals("s", row.properties().path("$session_id").asString());
        assertEquals("false", row.properties().path("$process_person_profile").toString());
    }

    @Test
    void saysSoWhenItChangedAnEvent() {
        var answer = send("""
                {"batch":[{"event":"e","uuid":"%s","distinct_id":"%s"}]}""".formatted(ONE, "x".repeat(201)), HEADERS);
        assertEquals(
                "warning",
                LivePane.json(answer).path("results").path(ONE).path("result").asString());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8})
    void asksForEveryHeader(int missing) {
        var headers = new ArrayList<>(HEADERS);
        headers.subList(missing, missing + 2).clear();
        var answer = send("{\"batch\":[{\"event\":\"e\",\"distinct_id\":\"u\"}]}", headers);
        assertEquals(400, answer.statusCode());
        assertEquals(HEADERS.get(missing), LivePane.json(answer).path("attr").asString());
    }

    @Test
    void answers401WithoutABearerAnd415ToAnUnknownEncoding() {
        var body = "{\"api_key\":\"%s\",\"batch\":[]}".formatted(LivePane.KEY);
        var keyless = send(body, HEADERS.subList(2, 10));
        assertEquals(401, keyless.statusCode());
        assertEquals(
                "no project key; send it as 'Authorization: Bearer phc_...'",
                LivePane.json(keyless).path("detail").asString());
        var headers = new ArrayList<>(HEADERS);
        headers.addAll(List.of("Content-Encoding", "snappy"));
        assertEquals(415, send("{\"batch\":[]}", headers).statusCode());
    }

    /** Three events, packed by brotli and zstd themselves. */
    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void keepsWhatTheEncodersOfOthersPacked(String encoding) {
        byte[] packed = Base64.getDecoder().decode(encoding.equals("br") ? BROTLI : ZSTD);
        var headers = new ArrayList<>(HEADERS);
        headers.addAll(List.of("Content-Encoding", encoding));
        var answer = pane.post("/i/v1/analytics/events", packed, headers.toArray(String[]::new));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                List.of("ü0", "ü1", "ü2"),
                pane.rows().stream().map(EventRow::distinctId).toList());
        assertEquals(
                "the same words again and again, the same words again and again",
                pane.rows().getLast().properties().path("text").asString());
        byte[] cut = Arrays.copyOf(packed, packed.length - 5);
        assertEquals(
                400,
                pane.post("/i/v1/analytics/events", cut, headers.toArray(String[]::new))
                        .statusCode());
    }

    private HttpResponse<String> send(String body, List<String> headers) {
        return pane.post("/i/v1/analytics/events", body, headers.toArray(String[]::new));
    }
}
