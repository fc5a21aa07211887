package io.nightglass.server.capture;

import static io.nightglass.server.LivePane.KEY;
import static io.nightglass.server.LivePane.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.catalog.Warning;
import io.nightglass.server.LivePane;
import io.nightglass.store.StoreProblem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What capture keeps and refuses, over HTTP: posthog-wire.md 1.1, 1.2, 1.9. */
class CaptureWalk {
    private static final String EVENT = "{\"event\":\"e\",\"distinct_id\":\"u\"}";

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

    @ParameterizedTest
    @ValueSource(strings = {"/batch", "/capture", "/track", "/engage", "/e", "/i/v0/e", "/i/v0/ai/batch"})
    void keepsAnEventOnEveryRouteWithAndWithoutASlash(String path) {
        assertEquals(200, pane.post(path, batch(EVENT)).statusCode());
        var answer = pane.post(path + "/", batch(EVENT));
        assertEquals("200 {\"status\":\"Ok\"}", answer.statusCode() + " " + answer.body());
        assertEquals(2, pane.rows().size());
    }

    @Test
    void acceptsRecordingsAndKeepsNone() {
        assertEquals(200, pane.post("/s/", "[{\"event\":\"$snapshot\"}]").statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'api_key':'phc_test','event':'e','distinct_id':'u','properties':{}}",
                "{'api_key':'phc_test','event':'e','$distinct_id':'u'}",
                "[{'token':'phc_test','event':'e','distinct_id':'u'}]",
                "{'event':'e','properties':{'token':'phc_test','distinct_id':'u'}}",
                "{'batch':[{'event':'e','properties':{'token':'phc_test','distinct_id':'u'}}]}",
                "{'batch':[{'event':'e','distinct_id':'u','$token':'phc_test'}]}",
                "{'token':'phc_test','batch':[{'event':'e','distinct_id':'u','properties':null}]}",
                "{'batch':[{'event':'e','distinct_id':'u','properties':{'token':'data'}}],'api_key':'phc_test'}",
                "{'api_key':'phc_test','batch':[{'event':'e','distinct_id':null,'properties':{'distinct_id':'u'}}]}",
            })
    void findsTheKeyAndTheSenderInEveryPlace(String body) {
        var answer = pane.post("/batch/", body.replace('\'', '"'));
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals("u", pane.row().distinctId());
    }

    @Test
    void takesTheKeyAsBearerAndAsQueryParameter() {
        String body = "{\"batch\":[" + EVENT + "]}";
        assertEquals(
                200,
                pane.post("/batch/", body, "Authorization", "Bearer " + KEY).statusCode());
        assertEquals(200, pane.post("/batch/?token=" + KEY, body).statusCode());
        assertEquals(200, pane.post("/batch/?api_key=" + KEY, body).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'batch':[{'event':'e','distinct_id':'u'}]}",
                "{'api_key':'','batch':[{'event':'e','distinct_id':'u'}]}",
                "{'api_key':'phc_other','batch':[{'event':'e','distinct_id':'u'}]}",
                "{'api_key':'phx_test','batch':[{'event':'e','distinct_id':'u'}]}",
                "{'api_key':7,'batch':[{'event':'e','distinct_id':'u'}]}",
                "{'api_key':'phc_test','token':'phc_other','event':'e','distinct_id':'u'}",
                "[{'token':'phc_test','event':'e','distinct_id':'u'},{'token':'phc_other','event':'e','distinct_id':'u'}]",
            })
    void refusesAMissingWrongPersonalOrSecondKey(String body) {
        assertEquals(401, pane.post("/batch/", body.replace('\'', '"')).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'distinct_id':'u'}",
                "{'event':'','distinct_id':'u'}",
                "{'event':7,'distinct_id':'u'}",
                "{'event':'e'}",
                "{'event':'e','distinct_id':''}",
                "{'event':'e','distinct_id':null}",
                "{'event':'e','distinct_id':'u','uuid':'no'}",
                "{'event':'e','distinct_id':'u','uuid':'1-1-1-1-1'}",
                "{'event':'e','distinct_id':'u','properties':[1]}",
                "7",
                "null",
                "'text'",
            })
    void keepsNothingOfABatchWithOneBadEvent(String bad) {
        var answer = pane.post("/batch/", batch(EVENT, bad.replace('\'', '"')));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        assertTrue(pane.rows().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[]", "{\"api_key\":\"phc_test\",\"batch\":[]}", "nonsense", "7", "{} {}", "\u00ff"
            })
    void refusesWhatHoldsNoEventWithShortText(String body) {
        var answer = pane.post("/e/", body);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().length() < 300, answer.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    23          | 23
                    1.5         | 1.5
                    true        | true
                    {"a": [1]}  | {"a":[1]}
                    """)
    void makesTextOfADistinctIdThatIsNone(String sent, String kept) {
        pane.post("/e/", batch("{\"event\":\"e\",\"distinct_id\":%s}".formatted(sent)));
        assertEquals(kept, pane.row().distinctId());
    }

    @Test
    void keeps200CharactersOfADistinctIdAndSaysSo() {
        pane.post("/e/", batch("{\"event\":\"e\",\"distinct_id\":\"%s\"}".formatted("x".repeat(300))));
        assertEquals("x".repeat(200), pane.row().distinctId());
        assertEquals(
                Warning.Kind.TRUNCATED_DISTINCT_ID,
                pane.row().warnings().getFirst().kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0199A0B0-0000-7000-8000-00000000000A",
                "0199a0b000007000800000000000000a",
                "{0199a0b0-0000-7000-8000-00000000000a}",
                "urn:uuid:0199a0b0-0000-7000-8000-00000000000a",
            })
    void readsAUuidInEverySpelling(String uuid) {
        pane.post("/e/", batch("{\"event\":\"e\",\"distinct_id\":\"u\",\"uuid\":\"%s\"}".formatted(uuid)));
        assertEquals(
                UUID.fromString("0199a0b0-0000-7000-8000-00000000000a"),
                pane.row().uuid());
    }

    @Test
    void givesAnEventWithoutUuidOneThatSortsByTime() {
        pane.post("/e/", batch("{\"event\":\"e\",\"distinct_id\":\"u\",\"uuid\":\"\"}"));
        assertEquals(7, pane.row().uuid().version());
        assertEquals(LivePane.NOW.toEpochMilli(), pane.row().uuid().getMostSignificantBits() >>> 16);
    }

    @Test
    void mergesWhatStandsBesideThePropertiesIntoThem() {
        pane.post("/e/", batch("""
                {"event":"$set","distinct_id":"u","$set":{"a":1,"b":2},"$unset":["c"],"$groups":{"org":"x"},
                 "properties":{"$set":{"b":3,"d":4},"k":"v"}}"""));
        var properties = pane.row().properties();
        assertEquals("{\"b\":2,\"d\":4,\"a\":1}", properties.path("$set").toString());
        assertEquals("[\"c\"]", properties.path("$unset").toString());
        assertEquals("{\"org\":\"x\"}", properties.path("$groups").toString());
        assertEquals("v", properties.path("k").asString());
    }

    @Test
    void acceptsAndHidesWhatTheBrowserSaysAboutItself() {
        assertEquals(
                200,
                pane.post("/e/", batch("{\"event\":\"$$client_ingestion_warning\",\"distinct_id\":\"u\"}"))
                        .statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @Test
    void takesTheEnvelopeFromTheIdsWhereItWasNotSent() {
        pane.post("/e/", batch("""
                {"event":"e","distinct_id":"p:c:a","properties":{"project":"mine","round_id":"R"}}""", """
                {"event":"e","distinct_id":"p:c:a","properties":{"user_id":"x:y:z"}}"""));
        var first = pane.rows().get(0).envelope();
        assertEquals(
                "mine c a R", "%s %s %s %s".formatted(first.project(), first.client(), first.agent(), first.roundId()));
        var second = pane.rows().get(1).envelope();
        assertEquals("x y z", "%s %s %s".formatted(second.project(), second.client(), second.agent()));
    }

    @Test
    void takesABlankIdOfARoundForNone() {
        pane.post("/e/", batch("""
                {"event":"round_kept","distinct_id":"p:c:a","properties":{"round_id":"","run_id":" "}}"""));
        assertNull(pane.row().envelope().roundId());
        assertNull(pane.row().envelope().runId());
        assertEquals(
                List.of("round_id", "run_id"),
                pane.row().warnings().stream().map(Warning::property).toList());
    }

    @Test
    void keepsAKnownEventThatIsOddAndNotesWhatIs() {
        pane.post("/e/", batch("""
                {"event":"round_scored","distinct_id":"u","properties":{"score":"high"}}"""));
        var kinds = pane.row().warnings().stream().map(Warning::kind).toList();
        assertTrue(kinds.contains(Warning.Kind.MISTYPED_PROPERTY), kinds.toString());
        assertTrue(kinds.contains(Warning.Kind.MISSING_ENVELOPE), kinds.toString());
    }

    @Test
    void sendsAwayWith503AndAWaitWhenTheStoreCannotKeep() {
        pane.store().fail(new StoreProblem.Overloaded(Duration.ofSeconds(3)));
        var answer = pane.post("/e/", batch(EVENT));
        assertEquals(503, answer.statusCode());
        assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""));
        pane.store().fail(new StoreProblem.DiskFull(Duration.ofSeconds(5)));
        assertEquals(503, pane.post("/e/", batch(EVENT)).statusCode());
        pane.store().fail(null);
        assertEquals(200, pane.post("/e/", batch(EVENT)).statusCode());
    }

    @Test
    void showsNothingOfItsInsideWhenItFails() {
        pane.store().fail(new StoreProblem.Broken("/secret/folder is damaged"));
        var answer = pane.post("/e/", batch(EVENT));
        assertEquals(503, answer.statusCode());
        assertTrue(!answer.body().contains("/secret"), answer.body());
    }

    @Test
    void mirrorsTheOriginOfABrowser() {
        var preflight = pane.send(pane.request(
                        "/e/", "Origin", "https://a.example", "Access-Control-Request-Headers", "x-one,content-type")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, preflight.statusCode());
        assertEquals(
                "https://a.example",
                preflight.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals(
                "x-one,content-type",
                preflight.headers().firstValue("Access-Control-Allow-Headers").orElse(""));
        var refused = pane.post("/e/", "{", "Origin", "https://a.example");
        assertEquals(
                "https://a.example",
                refused.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    }
}
