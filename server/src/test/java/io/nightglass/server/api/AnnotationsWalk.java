package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnnotationsWalk {
    private static final String PATH = "/api/projects/@current/annotations/";
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};

    @TempDir
    private Path folder;

    private LivePane pane;

    @BeforeEach
    void open() {
        pane = LivePane.open(folder, InstantSource.fixed(Instant.parse("2026-04-19T07:00:00Z")));
        var round = """
                {"event":"round_started","distinct_id":"a:b:c","timestamp":"2026-04-18T22:00:00Z",
                 "properties":{"round_id":"r"}}""";
        assertEquals(200, pane.post("/batch/", LivePane.batch(round)).statusCode());
    }

    @AfterEach
    void close() {
        pane.close();
    }

    @Test
    void theCurlOfAPostCommitHookWorks() throws Exception {
        var curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "-X",
                        "POST",
                        pane.address() + "/api/projects/1/annotations/",
                        "-H",
                        "Authorization: Bearer phx_test",
                        "-H",
                        "Content-Type: application/json",
                        "-d",
                        """
                        {
                            "content": "planner prompt: tightened role spec, added scoring rubric in-context",
                            "date_marker": "2026-04-19T03:00:00Z",
                            "scope": "project"
                          }""")
                .start();
        var said = new String(curl.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, curl.waitFor());
        assertTrue(said.contains("\"date_marker\":\"2026-04-19T03:00:00Z\""), said);
        assertTrue(
                pane.get("/?night=2026-04-18").body().contains("tightened role spec"), "on the morning of that night");
    }

    @Test
    void anAnnotationIsMadeReadChangedHiddenAndShownAgain() {
        var made = LivePane.json(post("{\"content\":\"a\",\"creation_type\":\"GIT\",\"scope\":\"organization\"}"));
        var one = PATH + made.path("id").asLong() + "/";
        assertEquals(made, LivePane.json(pane.get(one, KEY)));
        assertEquals("GIT", made.path("creation_type").asString());
        assertEquals("2026-04-19T07:00:00Z", made.path("date_marker").asString());
        assertEquals("Owner", made.path("created_by").path("first_name").asString());
        var changed = LivePane.json(send("PATCH", one, "{\"content\":\"b\",\"dashboard_item\":7}"));
        assertEquals("b", changed.path("content").asString());
        assertEquals(7, changed.path("dashboard_item").asLong());
        assertEquals("organization", changed.path("scope").asString());
        assertEquals(405, send("DELETE", one, "").statusCode());
        assertTrue(LivePane.json(send("PATCH", one, "{\"deleted\":true}"))
                .path("deleted")
                .asBoolean());
        assertEquals(0, LivePane.json(pane.get(PATH, KEY)).path("count").asInt());
        assertEquals("b", LivePane.json(pane.get(one, KEY)).path("content").asString());
        send("PUT", one, "{\"deleted\":false}");
        assertEquals(List.of("b"), contents(pane.get(PATH, KEY)));
    }

    @Test
    void theListIsPagedLatestFirst() {
        for (int day = 1; day <= 5; day++) {
            post("{\"content\":\"day %d\",\"date_marker\":\"2026-01-0%d\"}".formatted(day, day));
        }
        var first = pane.get(PATH + "?limit=2&search=DAY", KEY);
        assertEquals(List.of("day 5", "day 4"), contents(first));
        assertEquals(5, LivePane.json(first).path("count").asInt());
        var next = LivePane.json(first).path("next").asString();
        var second = pane.get(next.substring(pane.address().toString().length()), KEY);
        assertEquals(List.of("day 3", "day 2"), contents(second));
        var previous = LivePane.json(second).path("previous").asString();
        assertEquals(
                contents(first),
                contents(pane.get(previous.substring(pane.address().toString().length()), KEY)));
        assertTrue(LivePane.json(pane.get(PATH, KEY)).path("next").isNull());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"date_marker\":\"soon\"} | date_marker | invalid",
                "{\"date_marker\":\"2026-02-30T00:00:00Z\"} | date_marker | invalid",
                "{\"date_marker\":[1]} | date_marker | invalid",
                "{\"date_marker\":\"+100000-01-01T00:00:00Z\"} | date_marker | invalid",
                "{\"scope\":\"recording\"} | scope | invalid_choice",
                "{\"creation_type\":3} | creation_type | invalid_choice",
                "{\"content\":{}} | content | invalid",
                "{\"dashboard_item\":\"x\"} | dashboard_item | invalid"
            })
    void saysWhichFieldCannotBe(String body, String field, String code) {
        var answer = post(body);
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(field, LivePane.json(answer).path("attr").asString());
        assertEquals(code, LivePane.json(answer).path("code").asString());
        assertEquals(0, LivePane.json(pane.get(PATH, KEY)).path("count").asInt());
    }

    @Test
    void tenThousandCharactersAreTooManyAndHtmlIsText() {
        var long_ = post("{\"content\":\"%s\"}".formatted("x".repeat(10_000)));
        assertEquals(
                "Ensure this field has no more than 8192 characters. It has 10000.",
                LivePane.json(long_).path("detail").asString());
        assertEquals(
                201, post("{\"content\":\"%s\"}".formatted("😀".repeat(8192))).statusCode());
        var html = "<script>alert(1)</script>";
        post("{\"content\":\"%s\",\"author\":\"<i>me</i>\",\"date_marker\":\"2026-04-19T01:00:00Z\"}".formatted(html));
        assertEquals(html, contents(pane.get(PATH + "?search=script", KEY)).getFirst());
        var page = pane.get("/?night=2026-04-18").body();
        assertTrue(page.contains("alert(1)"), "it is shown");
        assertFalse(page.contains(html) || page.contains("<i>me"), "as text");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        assertEquals(404, pane.get(PATH + "77/", KEY).statusCode());
        assertEquals(404, send("PATCH", PATH + "77/", "{}").statusCode());
        assertEquals(404, pane.get(PATH + "x/", KEY).statusCode());
        assertEquals(401, pane.post(PATH, "{}").statusCode());
        assertEquals(400, post("[]").statusCode());
        assertEquals(400, pane.get(PATH + "?limit=many", KEY).statusCode());
    }

    private HttpResponse<String> post(String body) {
        return pane.post(PATH, body, KEY);
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return pane.send(pane.request(path, KEY).method(method, BodyPublishers.ofString(body)));
    }

    private static List<String> contents(HttpResponse<String> list) {
        return LivePane.json(list)
                .path("results")
                .valueStream()
                .map((JsonNode one) -> one.path("content").asString())
                .toList();
    }
}
