package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import io.nightglass.store.Limits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The REST API: who may ask, what is answered, how a refusal reads (posthog-wire.md 4). */
class ApiWalk {
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};
    private static final String QUERY = "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"%s\"}}";

    private static final String SLOW = QUERY.formatted("SELECT count() FROM numbers(1000000) a"
            + " CROSS JOIN numbers(1000000) b WHERE (a.number * b.number) % 7 = 3");

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
    @ValueSource(
            strings = {
                "/api/users/@me/",
                "/api/projects/",
                "/api/projects/@current/",
                "/api/projects/1/",
                "/api/environments/@current",
                "/api/projects/@current/annotations/",
                "/flags/definitions?token=phc_test&send_cohorts",
                "/api/feature_flag/local_evaluation/?token=phc_test&send_cohorts"
            })
    void asksForThePersonalKey(String path) {
        assertEquals(200, pane.get(path, KEY).statusCode());
        refused(401, "not_authenticated", pane.get(path));
        refused(401, "authentication_failed", pane.get(path, "Authorization", "Bearer phx_other"));
        refused(401, "authentication_failed", pane.get(path, "Authorization", "Bearer " + LivePane.KEY));
    }

    @Test
    void takesThePersonalKeyFromQueryStringAndBodyToo() {
        assertEquals(
                200,
                pane.get("/api/projects/?personal_api_key=" + LivePane.PERSONAL).statusCode());
        var answer = pane.post(
                "/api/projects/@current/annotations/", "{\"personal_api_key\":\"phx_test\",\"content\":\"c\"}");
        assertEquals(201, answer.statusCode());
    }

    @Test
    void knowsOneProject() {
        assertEquals(
                "phc_test",
                LivePane.json(pane.get("/api/projects/@current/", KEY))
                        .path("api_token")
                        .asString());
        refused(404, "not_found", pane.get("/api/projects/2/", KEY));
        refused(404, "not_found", pane.post("/api/projects/77/query/", QUERY.formatted("SELECT 1"), KEY));
    }

    @Test
    void answers404And405AsPostHogDoes() {
        refused(404, "not_found", pane.get("/nowhere"));
        refused(404, "not_found", pane.get("/api/projects/@current/nowhere/", KEY));
        refused(405, "method_not_allowed", pane.get("/api/projects/@current/query/", KEY));
        refused(405, "method_not_allowed", pane.send(pane.request("/batch/").DELETE()));
        var page = pane.get("/boards/none");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("<html"), "a page that is not there is a page: " + page.body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"query":{"kind":"PathsQuery"}}              | query
                    {"query":{"kind":"TrendsQuery"}}             | query.series
                    {"query":{"kind":"InsightVizNode"}}          | query.source
                    {"query":"SELECT 1"}                         | query
                    {"query":{"kind":"HogQLQuery"}}              | query
                    {}                                           | query
                    {"query":{"kind":"HogQLQuery","query":"SELECT {a}","values":{"a":{}}}} | values
                    """)
    void saysWhatIsWrongWithAQuery(String body, String attr) {
        var answer = pane.post("/api/projects/@current/query/", body, KEY);
        refused(400, null, answer);
        assertEquals(attr, LivePane.json(answer).path("attr").asString());
    }

    @Test
    void answersAQueryInPostHogsShape() {
        pane.post("/e/", LivePane.batch("""
                {"event":"asked","distinct_id":"u","uuid":"0199a0b0-0000-7000-8000-0000000000aa",
                 "timestamp":"2026-01-01T10:00:00.5Z","properties":{"n":null,"score":0.25}}"""));
        var answer = LivePane.json(pane.post("/api/environments/@current/query/", """
                {"query":{"kind":"HogQLQuery","query":"SELECT event, timestamp, uuid, properties.n, count() AS c, 0.0/0.0 AS x
                 FROM events WHERE event = {name} GROUP BY event, timestamp, uuid, properties.n LIMIT 1","values":{"name":"asked"}}}""".replace("\n", " "), KEY));
        assertEquals("asked", answer.path("results").path(0).path(0).asString(), answer.toString());
        assertEquals(
                "2026-01-01T10:00:00.500Z",
                answer.path("results").path(0).path(1).asString());
        assertEquals(
                "0199a0b0-0000-7000-8000-0000000000aa",
                answer.path("results").path(0).path(2).asString());
        assertEquals(
                "[null,1,null]",
                "[%s,%s,%s]"
                        .formatted(
                                answer.path("results").path(0).path(3),
                                answer.path("results").path(0).path(4),
                                answer.path("results").path(0).path(5)));
        assertEquals("[\"event\",\"String\"]", answer.path("types").path(0).toString());
        assertEquals("c", answer.path("columns").path(4).asString());
        assertEquals(
                "1 0 false UTC",
                "%s %s %s %s"
                        .formatted(
                                answer.path("limit"),
                                answer.path("offset"),
                                answer.path("hasMore"),
                                answer.path("timezone").asString()));
        assertTrue(answer.path("error").isNull() && answer.path("query_status").isNull() && answer.has("timings"));
    }

    @Test
    void pointsAtAMistakeInHogql() {
        var answer = pane.post("/api/projects/@current/query/", QUERY.formatted("SELEC 1"), KEY);
        refused(400, "invalid_input", answer);
        assertTrue(!LivePane.json(answer).path("detail").asString().isBlank());
        refused(400, null, pane.post("/api/projects/@current/query/", "{", KEY));
    }

    @Test
    void endsAQueryThatTakesTooLongAndAnswersTheNext() {
        pane.store().limitQueries(Duration.ofSeconds(1));
        var path = "/api/projects/@current/query/";
        long start = System.nanoTime();
        var slow = pane.post(path, SLOW, KEY);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        pane.store().limitQueries(Limits.API.time());
        refused(400, "limit_exceeded", slow);
        assertEquals(
                "the query took longer than its limit of 1 s; narrow the time range or add a filter",
                LivePane.json(slow).path("detail").asString());
        assertTrue(seconds < 5, "answered only after " + seconds + " s");
        assertEquals(200, pane.post(path, QUERY.formatted("SELECT 1"), KEY).statusCode());
    }

    /** As many as there are cores once held every thread that requests run on. */
    @Test
    void goesOnTakingEventsWhileSlowQueriesRun() throws Exception {
        pane.store().limitQueries(Duration.ofSeconds(5));
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                slow.add(askers.submit(() ->
                        pane.post("/api/projects/@current/query/", SLOW, KEY).statusCode()));
            }
            assertTrue(pane.store().awaitQueries(3, Duration.ofSeconds(20)));
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        200,
                        pane.post("/e/", LivePane.batch("{\"event\":\"e\",\"distinct_id\":\"u\"}"))
                                .statusCode());
            }
            assertTrue(slow.stream().noneMatch(Future::isDone), "events waited for the queries");
            for (var answer : slow) {
                assertEquals(400, answer.get());
            }
        } finally {
            pane.store().limitQueries(Limits.API.time());
        }
    }

    @Test
    void keepsAndListsAnnotations() {
        String path = "/api/projects/@current/annotations/";
        var made = pane.post(path, "{\"content\":\"new prompt\",\"date_marker\":\"2026-01-01T01:00:00+01:00\"}", KEY);
        assertEquals(201, made.statusCode(), made.body());
        assertEquals(
                "2026-01-01T00:00:00Z", LivePane.json(made).path("date_marker").asString());
        assertEquals(201, pane.post(path, "{\"content\":\"other\"}", KEY).statusCode());
        var list = LivePane.json(pane.get(path + "?search=PROMPT", KEY));
        assertEquals(1, list.path("count").asInt());
        assertEquals("new prompt", list.path("results").path(0).path("content").asString());
        assertEquals(
                1,
                LivePane.json(pane.get(path + "?search=oth", KEY)).path("count").asInt());
        refused(400, "invalid", pane.post(path, "{\"date_marker\":\"soon\"}", KEY));
        refused(400, "max_length", pane.post(path, "{\"content\":\"%s\"}".formatted("x".repeat(8193)), KEY));
    }

    @Test
    void isNotReadThroughAForeignName() throws IOException {
        assertEquals(403, statusUnderHost("evil.example", "GET /api/projects/ HTTP/1.1"));
        assertEquals(403, statusUnderHost("evil.example", "GET /rounds HTTP/1.1"));
        assertEquals(401, statusUnderHost("localhost:99", "GET /api/projects/ HTTP/1.1"));
        assertEquals(200, statusUnderHost("my-box.lan", "POST /s/ HTTP/1.1"));
    }

    @Test
    void tellsBrowsersToTrustNothingElse() {
        var answer = pane.get("/nowhere");
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .startsWith("default-src 'none'"));
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(answer.headers().firstValue("Server").isEmpty());
    }

    private int statusUnderHost(String host, String line) throws IOException {
        try (var socket = new Socket("127.0.0.1", pane.address().getPort())) {
            String request = "%s\r\nHost: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".formatted(line, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private static void refused(
            int status, @org.jspecify.annotations.Nullable String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        var json = LivePane.json(answer);
        assertTrue(json.has("type") && json.has("code") && json.has("detail") && json.has("attr"), answer.body());
        if (code != null) {
            assertEquals(code, json.path("code").asString());
        }
    }
}
