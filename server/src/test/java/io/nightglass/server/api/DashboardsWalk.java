package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.boards.Boards;
import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DashboardsWalk {
    private static final String API = "/api/projects/@current";
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};

    @TempDir
    private Path folder;

    private LivePane pane;

    @BeforeEach
    void open() {
        pane = LivePane.open(folder, InstantSource.fixed(Instant.parse("2026-04-19T07:00:00Z")));
        var started = """
                {"event":"round_started","distinct_id":"p:c:r","timestamp":"2026-04-18T22:00:00Z",
                 "properties":{"round_id":"r","project":"p"}}""";
        var scored = """
                {"event":"round_scored","distinct_id":"p:c:r","timestamp":"2026-04-18T22:10:00Z",
                 "properties":{"round_id":"r","project":"p","score":0.5,"direction":"maximize"}}""";
        var stopped = """
                {"event":"loop_stopped","distinct_id":"p:c:r","timestamp":"2026-04-18T23:00:00Z",
                 "properties":{"run_id":"n","project":"p","reason":"budget"}}""";
        assertEquals(
                200,
                pane.post("/batch/", LivePane.batch(started, scored, stopped)).statusCode());
    }

    @AfterEach
    void close() {
        pane.close();
    }

    @Test
    void everyShippedBoardIsADashboardWhoseTilesAnswerAsTheBoardDoes() {
        var list = get("/dashboards/");
        assertEquals(Boards.ALL.size(), list.path("count").asInt());
        for (var listed : list.path("results")) {
            var board = listed.path("description").asString();
            var one = get("/dashboards/" + listed.path("id").asInt() + "/");
            assertEquals(listed.path("name"), one.path("name"));
            assertEquals(one, get("/dashboards/" + board + "/"), board);
            var insight = one.path("tiles").path(0).path("insight");
            var answer = get("/boards/" + board + "/");
            assertEquals(answer.path("rows"), insight.path("result"), board);
            assertEquals(answer.path("columns"), insight.path("columns"), board);
        }
    }

    @Test
    void theQueryOfAnInsightGivesTheSameRowsWhenItIsAsked() {
        int filled = 0;
        for (var listed : get("/insights/?limit=100").path("results")) {
            assertTrue(listed.path("result").isNull(), "a list has no answers unless they are asked for");
            var one = get("/insights/" + listed.path("id").asInt() + "/?from=2026-04-01&project=p");
            var body = JsonMapper.shared().createObjectNode();
            body.set("query", one.path("query"));
            var asked = pane.post(API + "/query/", body.toString(), KEY);
            assertEquals(200, asked.statusCode(), asked.body());
            var rows = LivePane.json(asked).path("results");
            assertEquals(one.path("result"), rows, one.path("short_id").asString());
            filled += rows.size();
        }
        assertTrue(filled > 2, "some boards had something to say: " + filled);
    }

    @Test
    void aListIsSearchedFilteredAndPaged() {
        assertEquals(1, get("/insights/?short_id=stop-reasons").path("count").asInt());
        assertEquals(0, get("/insights/?saved=false").path("count").asInt());
        assertEquals(
                "score-trend",
                get("/dashboards/?search=IMPROVING")
                        .path("results")
                        .path(0)
                        .path("description")
                        .asString());
        var fresh = get("/insights/?short_id=score-trend&refresh=blocking")
                .path("results")
                .path(0);
        assertEquals("[[\"2026-04-18\",\"p\",0.5,1]]", fresh.path("result").toString());
        var page = get("/insights/?limit=2&offset=2&saved=true");
        assertEquals(2, page.path("results").size());
        assertTrue(
                page.path("next").asString().endsWith("/insights/?limit=2&offset=4&saved=true"),
                page.path("next").asString());
        assertTrue(page.path("previous").asString().endsWith("?limit=2&offset=0&saved=true"));
    }

    @ParameterizedTest
    @CsvSource({
        "/dashboards/99/, 404, There is no dashboard '99'",
        "/insights/nope/, 404, There is no insight 'nope'",
        "/dashboards/1/?from=yesterday, 400, is no date",
        "/insights/?limit=many, 400, is not a whole number",
    })
    void whatIsNotThereIsSaid(String path, int status, String said) {
        var answer = pane.get(API + path, KEY);
        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains(said), answer.body());
    }

    @Test
    void nobodyReadsThemWithoutAKeyNorChangesThem() {
        assertEquals(401, pane.get(API + "/dashboards/").statusCode());
        assertEquals(401, pane.get(API + "/insights/1/").statusCode());
        assertEquals(405, pane.post(API + "/dashboards/1/", "{}", KEY).statusCode());
    }

    private JsonNode get(String path) {
        var answer = pane.get(API + path, KEY);
        assertEquals(200, answer.statusCode(), answer.body());
        return LivePane.json(answer);
    }
}
