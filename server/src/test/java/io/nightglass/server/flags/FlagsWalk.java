package io.nightglass.server.flags;

import static io.nightglass.server.LivePane.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SDKs ask before they send: posthog-wire.md 2. */
class FlagsWalk {
    private static final String BODY = "{\"api_key\":\"phc_test\",\"distinct_id\":\"u\"}";

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
    @CsvSource({
        "/flags/?v=2, flags, OBJECT, false",
        "/flags?v=2, flags, OBJECT, false",
        "/flags/?v=2&config=true, flags, OBJECT, true",
        "/flags/, featureFlags, OBJECT, false",
        "/decide/?v=4, flags, OBJECT, true",
        "/decide/?v=3, featureFlags, OBJECT, true",
        "/decide/?v=2, featureFlags, OBJECT, true",
        "/decide/?v=1, featureFlags, ARRAY, true",
    })
    void answersNoFlagsInEveryShape(String path, String field, String type, boolean withConfig) {
        var answer = LivePane.json(pane.post(path, LivePane.gzip(BODY)));
        assertEquals(type, answer.path(field).getNodeType().name());
        assertTrue(answer.path(field).isEmpty());
        assertEquals("false", answer.path("errorsWhileComputingFlags").toString());
        assertEquals(LivePane.NOW.toEpochMilli(), answer.path("evaluatedAt").asLong());
        assertEquals(withConfig, answer.has("supportedCompression"));
    }

    @Test
    void asksForAKeyAndAPerson() {
        assertEquals(401, pane.post("/flags/?v=2", "{\"distinct_id\":\"u\"}").statusCode());
        assertEquals(400, pane.post("/flags/?v=2", "{\"token\":\"phc_test\"}").statusCode());
        assertEquals(
                200,
                pane.post("/flags/?v=2", "{\"token\":\"phc_test\",\"distinct_id\":\"\"}")
                        .statusCode());
    }

    @Test
    void tellsBrowsersHowToBehave() {
        var config = LivePane.json(pane.get("/array/" + KEY + "/config", "Origin", "http://a.example"));
        assertEquals(
                "[\"gzip\",\"gzip-js\"]", config.path("supportedCompression").toString());
        var script = pane.get("/array/" + KEY + "/config.js", "Origin", "http://a.example");
        assertTrue(script.body().contains("_POSTHOG_REMOTE_CONFIG[\"phc_test\"]"), script.body());
        assertEquals(
                "http://a.example",
                script.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
        assertEquals(404, pane.get("/array/%3Cscript%3E/config.js").statusCode());
        assertEquals(404, pane.get("/array/" + KEY + "/array.js").statusCode());
        assertEquals(404, pane.get("/static/recorder.js?v=1").statusCode());
        assertEquals("{\"surveys\":[]}", pane.get("/api/surveys/?token=" + KEY).body());
    }

    @Test
    void answersUnchangedDefinitionsWith304() {
        String[] key = {"Authorization", "Bearer " + LivePane.PERSONAL};
        var first = pane.get("/flags/definitions?token=phc_test&send_cohorts", key);
        assertTrue(LivePane.json(first).path("flags").isArray());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var again = pane.get("/flags/definitions?token=phc_test&send_cohorts", key[0], key[1], "If-None-Match", tag);
        assertEquals(304, again.statusCode());
    }

    @Test
    void acceptsLogsAndMetricsAndIsReady() {
        assertEquals("{}", pane.post("/i/v1/logs?token=phc_test", "{}").body());
        assertEquals("{}", pane.post("/i/v1/metrics", "{}").body());
        assertEquals(200, pane.get("/_health").statusCode());
        assertEquals(200, pane.get("/_readyz").statusCode());
    }
}
