package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How answers are waited for, fetched, kept, cancelled and turned away. */
class QueryWalk {
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};
    private static final String PATH = "/api/projects/@current/query/";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SLOW = "SELECT count() FROM numbers(1000000) a"
            + " CROSS JOIN numbers(1000000) b WHERE (a.number * b.number) % 7 = 3";

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static HttpResponse<String> ask(String hogql, String refresh, String id) {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("query").put("kind", "HogQLQuery").put("query", hogql);
        body.put("refresh", refresh);
        if (!id.isEmpty()) {
            body.put("client_query_id", id);
        }
        return pane.post(PATH, body.toString(), KEY);
    }

    private static HttpResponse<String> delete(String id) {
        return pane.send(pane.request(PATH + id + "/", KEY).DELETE());
    }

    /** The status once it is complete: polled as PostHog's clients do. */
    private static JsonNode fetched(String id) {
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            var answer = pane.get("/api/environments/1/query/" + id, KEY);
            var status = LivePane.json(answer).path("query_status");
            if (status.path("complete").asBoolean()) {
                return status;
            }
            assertEquals(202, answer.statusCode(), answer.body());
        }
        throw new AssertionError(id + " has no answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "force_async", "lazy_async"})
    void givesAnAnswerThatIsToBeFetchedANameAtOnce(String refresh) {
        var accepted = ask("SELECT 6 * 7 AS x, '" + refresh + "'", refresh, "");
        assertEquals(202, accepted.statusCode(), accepted.body());
        var status = LivePane.json(accepted).path("query_status");
        assertTrue(
                status.path("query_async").asBoolean() && !status.path("error").asBoolean(), status.toString());
        assertTrue(status.has("team_id") && status.has("start_time") && status.has("expiration_time"));
        var done = fetched(status.path("id").asString());
        assertEquals(42, done.path("results").path("results").path(0).path(0).asInt(), done.toString());
        assertEquals("x", done.path("results").path("columns").path(0).asString());
    }

    @Test
    void takesTheOldWayToAskForLater() {
        var accepted =
                pane.post(PATH, "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"SELECT 1\"},\"async\":true}", KEY);
        assertEquals(202, accepted.statusCode(), accepted.body());
    }

    @Test
    void endsAQuestionThatIsDeleted() throws Exception {
        assertEquals(202, ask(SLOW, "async", "slow-one").statusCode());
        assertTrue(pane.store().awaitQueries(1, SOON));
        assertFalse(LivePane.json(pane.get(PATH + "slow-one", KEY))
                .path("query_status")
                .path("complete")
                .asBoolean());
        assertEquals(204, delete("slow-one").statusCode());
        assertTrue(pane.store().awaitAtMost(0, SOON), "the engine went on");
        assertEquals(404, pane.get(PATH + "slow-one", KEY).statusCode());
        assertEquals(404, delete("slow-one").statusCode());
        assertEquals(401, pane.get(PATH + "slow-one").statusCode());
    }

    @Test
    void endsAQuestionThatSomebodyWaitsForWhenItIsDeleted() throws Exception {
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = askers.submit(() -> ask(SLOW, "blocking", "mine"));
            assertTrue(pane.store().awaitQueries(1, SOON));
            assertEquals(204, delete("mine").statusCode());
            assertEquals(400, waiting.get().statusCode());
            assertEquals("cancelled", LivePane.json(waiting.get()).path("code").asString());
        }
    }

    @Test
    void endsAQuestionWhoseAskerHangsUp() throws Exception {
        try (var socket = new Socket("127.0.0.1", pane.address().getPort())) {
            send(socket, SLOW);
            assertTrue(pane.store().awaitQueries(1, SOON));
        }
        assertTrue(pane.store().awaitAtMost(0, Duration.ofSeconds(5)), "the engine went on for nobody");
    }

    /** A second request on the connection, sent before the first is answered, is read by who looks for the sender. */
    @Test
    void answersRequestsSentAheadOfTheirTurn() throws Exception {
        try (var socket = new Socket("127.0.0.1", pane.address().getPort())) {
            socket.setSoTimeout((int) SOON.toMillis());
            pane.store().limitQueries(Duration.ofSeconds(2));
            send(socket, SLOW);
            assertTrue(pane.store().awaitQueries(1, SOON));
            send(socket, "SELECT 'the second'");
            var read = new StringBuilder();
            var chunk = new byte[4096];
            while (read.indexOf("the second") < 0) {
                int n = socket.getInputStream().read(chunk);
                assertTrue(n > 0, "the connection ended after " + read);
                read.append(new String(chunk, 0, n, StandardCharsets.UTF_8));
            }
            assertTrue(read.indexOf("limit_exceeded") > 0, "the first was answered before: " + read);
        } finally {
            pane.store().limitQueries(SOON);
        }
    }

    private static void send(Socket socket, String hogql) throws IOException {
        var body = "{\"query\":{\"kind\":\"HogQLQuery\",\"query\":\"%s\"}}".formatted(hogql);
        var head = "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(PATH, LivePane.PERSONAL, body.length());
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void turnsAwayWhatIsTooMuchAtOnceAndSaysWhenToComeAgain() throws Exception {
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = new ArrayList<Future<HttpResponse<String>>>();
            for (int i = 0; i < 3; i++) {
                var id = "many-" + i;
                slow.add(askers.submit(() -> ask(SLOW, "force_blocking", id)));
            }
            assertTrue(pane.store().awaitQueries(3, SOON));
            var refused = ask("SELECT 1", "blocking", "");
            assertEquals(429, refused.statusCode(), refused.body());
            assertEquals("throttled_error", LivePane.json(refused).path("type").asString());
            assertTrue(LivePane.json(refused).path("detail").asString().contains("limit of 3 queries at once"));
            assertEquals("5", refused.headers().firstValue("Retry-After").orElse(""));
            assertEquals(200, pane.get("/boards").statusCode(), "a page finds a place all the same");
            for (int i = 0; i < 3; i++) {
                assertEquals(204, delete("many-" + i).statusCode());
            }
            for (var one : slow) {
                assertEquals(400, one.get().statusCode());
            }
        }
        assertEquals(200, ask("SELECT 1", "blocking", "").statusCode());
    }

    @Test
    void givesAnEarlierAnswerOnlyToThoseWhoTakeOneAndOnlyWhileNothingArrived() {
        var count = "SELECT count() FROM events WHERE event = 'counted'";
        pane.post("/e/", LivePane.batch("{\"event\":\"counted\",\"distinct_id\":\"u\"}"));
        var none = LivePane.json(ask(count, "force_cache", ""));
        assertTrue(none.path("results").isNull() && none.has("cache_key"), none.toString());
        assertEquals("false 1", cachedAndCount(ask(count, "blocking", "")));
        assertEquals("false 1", cachedAndCount(ask(count, "blocking", "")));
        for (var refresh : List.of("force_cache", "lazy_async", "async_except_on_cache_miss")) {
            assertEquals("true 1", cachedAndCount(ask(count, refresh, "")), refresh);
        }
        pane.post("/e/", LivePane.batch("{\"event\":\"counted\",\"distinct_id\":\"u\"}"));
        assertTrue(LivePane.json(ask(count, "force_cache", "")).path("results").isNull());
        assertEquals("false 2", cachedAndCount(ask(count, "async_except_on_cache_miss", "")));
        assertEquals("true 2", cachedAndCount(ask(count, "force_cache", "")));
    }

    private static String cachedAndCount(HttpResponse<String> answer) {
        var json = LivePane.json(answer);
        return "%s %s"
                .formatted(json.path("is_cached"), json.path("results").path(0).path(0));
    }

    @Test
    void saysInThePolledStatusWhatWentWrong() {
        pane.store().limitQueries(Duration.ofSeconds(1));
        try {
            assertEquals(202, ask(SLOW, "async", "late").statusCode());
            var status = fetched("late");
            assertTrue(status.path("error").asBoolean(), status.toString());
            assertTrue(status.path("error_message").asString().contains("its limit of"), status.toString());
        } finally {
            pane.store().limitQueries(SOON);
        }
        assertEquals(400, ask("SELEC 1", "async", "").statusCode(), "a mistake is told at once");
        assertEquals(400, ask("SELECT 1", "tomorrow", "").statusCode());
        assertEquals(400, ask("SELECT 1", "blocking", "a/b").statusCode());
    }

    @Test
    void timesEveryStep() {
        var timings = LivePane.json(ask("SELECT 1", "blocking", "")).path("timings");
        double steps = 0;
        for (int i = 0; i < timings.size() - 1; i++) {
            steps += timings.path(i).path("t").asDouble();
        }
        assertEquals(".", timings.path(timings.size() - 1).path("k").asString());
        assertEquals(timings.path(timings.size() - 1).path("t").asDouble(), steps, 1e-6, timings.toString());
        assertTrue(steps > 0 && timings.size() > 3, timings.toString());
    }

    private static JsonNode answer(String body) {
        var answer = pane.post(PATH, body, KEY);
        assertEquals(200, answer.statusCode(), answer.body());
        return LivePane.json(answer);
    }

    private static String only(String query, String beside) {
        return answer("{\"query\":{\"kind\":\"HogQLQuery\",%s}%s}".formatted(query, beside))
                .path("results")
                .toString();
    }

    @Test
    void fillsValuesOfEveryKindAndReadsNoneOfThemAsHogql() {
        assertEquals(
                "[[\"it's\",1,2.5,1,null,[1,2],\"') OR 1=1; DROP TABLE events; --\"]]",
                only("""
                        "query":"SELECT {t}, {i}, {f}, {b} = true, {n}, {l}, {x}","values":{"t":"it's","i":1,"f":2.5,"b":true,"n":null,
                        "l":[1,2],"x":"') OR 1=1; DROP TABLE events; --"}""".replace("\n", " "), ""));
    }

    @Test
    void fillsVariablesByTheirCodeNamesAndTakesOverrides() {
        var query = """
                "query":"SELECT {variables.who}, {variables.gone}","variables":{"1":{"code_name":"who","variableId":"1","value":"a"},
                "2":{"code_name":"gone","variableId":"2","value":"x","isNull":true}}""".replace("\n", " ");
        assertEquals("[[\"a\",null]]", only(query, ""));
        assertEquals(
                "[[\"b\",null]]",
                only(
                        query,
                        ",\"variables_override\":{\"1\":{\"code_name\":\"who\",\"variableId\":\"1\",\"value\":\"b\"}}"));
    }

    @Test
    void putsTheConditionOfFiltersWhereItStands() {
        pane.post("/e/", LivePane.batch("""
                {"event":"filtered","distinct_id":"u","timestamp":"2025-12-31T10:00:00Z","properties":{"kind":"new","n":5}}""", """
                {"event":"filtered","distinct_id":"u","timestamp":"2025-12-01T10:00:00Z","properties":{"kind":"old","n":1}}"""));
        var query =
                "\"query\":\"SELECT properties.kind FROM events WHERE event = 'filtered' AND {filters} ORDER BY timestamp\"";
        assertEquals("[[\"old\"],[\"new\"]]", only(query, ""));
        assertEquals("[[\"new\"]]", only(query + ",\"filters\":{\"dateRange\":{\"date_from\":\"-7d\"}}", ""));
        assertEquals(
                "[[\"old\"]]",
                only(
                        query + ",\"filters\":{\"dateRange\":{\"date_from\":\"2025-11-01\",\"date_to\":\"2025-12-15\"},"
                                + "\"filterTestAccounts\":true}",
                        ""));
        var property = "{\"type\":\"event\",\"key\":\"kind\",\"operator\":\"%s\",\"value\":%s}";
        assertEquals(
                "[[\"new\"]]",
                only(query + ",\"filters\":{\"properties\":[" + property.formatted("is_not", "[\"old\"]") + "]}", ""));
        assertEquals(
                "[[\"old\"]]",
                only(
                        query + ",\"filters\":{\"dateRange\":{\"date_from\":\"-7d\"}}",
                        ",\"filters_override\":{\"date_from\":\"all\",\"properties\":["
                                + property.formatted("icontains", "\"LD\"") + "]}"));
        var wrong = pane.post(
                PATH,
                "{\"query\":{\"kind\":\"HogQLQuery\",%s,\"filters\":{\"dateRange\":{\"date_from\":\"soon\"}}}}"
                        .formatted(query),
                KEY);
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("filters.dateRange.date_from"), wrong.body());
    }

    @Test
    void cutsALimitBeyondItsOwnAndSaysSo() {
        var cut = LivePane.json(ask("SELECT number FROM numbers(60000) LIMIT 60000", "blocking", ""));
        assertEquals(50_000, cut.path("results").size());
        assertEquals("50000 true", cut.path("limit") + " " + cut.path("hasMore"));
        assertTrue(cut.path("warnings").path(0).path("message").asString().contains("limit of 50000 rows"));
        var usual = LivePane.json(ask("SELECT number FROM numbers(60000);", "blocking", ""));
        assertEquals("100 true []", usual.path("limit") + " " + usual.path("hasMore") + " " + usual.path("warnings"));
    }
}
