package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every kind of query over HTTP, on the events of two agents over three nights. Now is noon of 1 January 2026. */
class KindsWalk {
    private static final String[] KEY = {"Authorization", "Bearer " + LivePane.PERSONAL};
    private static final String STEPS =
            "[{'kind':'EventsNode','event':'round_started'},{'kind':'EventsNode','event':'round_scored'},{'kind':'EventsNode','event':'round_kept'}]";

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
        var events = new ArrayList<String>();
        round(events, "30", "planner", "r1", "round_scored", "round_kept");
        round(events, "31", "planner", "r2", "round_scored");
        round(events, "31", "writer", "r3", "round_scored", "round_kept");
        round(events, "29", "planner", "r4");
        assertEquals(
                200,
                pane.post("/batch/", LivePane.batch(events.toArray(String[]::new)))
                        .statusCode());
    }

    private static void round(ArrayList<String> events, String day, String agent, String round, String... after) {
        var names = new ArrayList<String>();
        names.add("round_started");
        names.addAll(java.util.List.of(after));
        for (int i = 0; i < names.size(); i++) {
            events.add(("{'event':'%s','distinct_id':'gtm:acme:%s','timestamp':'2025-12-%sT01:0%d:00Z',"
                            + "'properties':{'round_id':'%s','project':'gtm','score':%d}}")
                    .formatted(names.get(i), agent, day, i, round, i)
                    .replace('\'', '"'));
        }
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static JsonNode ask(String query) {
        var answer =
                pane.post("/api/projects/@current/query/", "{\"query\":%s}".formatted(query.replace('\'', '"')), KEY);
        assertEquals(200, answer.statusCode(), answer.body());
        return LivePane.json(answer);
    }

    private static String each(JsonNode results, String field) {
        var each = new StringJoiner(" ");
        results.forEach(result -> each.add(result.path(field).toString()));
        return each.toString();
    }

    @Test
    void followsAgentsOverNights() {
        var answer = ask(
                "{'kind':'RetentionQuery','dateRange':{'date_to':'2025-12-31'},'retentionFilter':{'period':'Day','totalIntervals':3,"
                        + "'targetEntity':{'id':'round_started','type':'events'},'returningEntity':{'id':'round_started','type':'events'}}}");
        var rows = new StringJoiner(" | ");
        answer.path("results").forEach(row -> rows.add(each(row.path("values"), "count")));
        assertEquals("1 1 1 | 1 1 | 2", rows.toString());
    }

    @Test
    void drawsAFunnelByRound() {
        var funnel = "{'kind':'FunnelsQuery','dateRange':{'date_from':'-7d'},'series':%s,'funnelsFilter':{%s}}";
        var rounds = ask(funnel.formatted(STEPS, "'funnelAggregateByHogQL':'properties.round_id'"));
        assertEquals("4 3 2", each(rounds.path("results"), "count"));
        assertEquals("null 60 60", each(rounds.path("results"), "average_conversion_time"));
        assertEquals("2 2 2", each(ask(funnel.formatted(STEPS, "")).path("results"), "count"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{'kind':'InsightVizNode','source':%s,'showHeader':true}",
                "{'kind':'DataTableNode','full':true,'source':%s}",
                "{'kind':'DataTableNode','source':{'kind':'InsightVizNode','source':%s}}"
            })
    void answersTheQueryInsideAWrapper(String wrapper) {
        var trends =
                "{'kind':'TrendsQuery','series':[{'kind':'EventsNode','event':'round_scored','math':'avg','math_property':'score'}],"
                        + "'dateRange':{'date_from':'2025-12-29','date_to':'2025-12-31'}}";
        var answer = ask(wrapper.formatted(trends));
        assertEquals("[0,1,1]", each(answer.path("results"), "data"));
        for (var field : new String[] {
            "hogql", "timings", "is_cached", "last_refresh", "timezone", "resolved_date_range", "hasMore"
        }) {
            assertTrue(answer.has(field), field + " is missing in " + answer);
        }
    }

    @Test
    void answersHogqlAndEventsInsideAWrapper() {
        var hogql = ask(
                "{'kind':'DataVisualizationNode','display':'ActionsLineGraph','source':{'kind':'HogQLQuery','query':'SELECT count() FROM events'}}");
        assertEquals("[[9]]", hogql.path("results").toString());
        var events = ask(
                "{'kind':'DataTableNode','source':{'kind':'EventsQuery','select':['event','count()'],'after':'all','event':'round_kept'}}");
        assertEquals("[[\"round_kept\",2]]", events.path("results").toString());
        assertEquals("[\"event\",\"count()\"]", events.path("columns").toString());
    }

    @Test
    void answersStickinessAndLifecycle() {
        var range =
                "'dateRange':{'date_from':'2025-12-29','date_to':'2025-12-31'},'series':[{'event':'round_started'}]";
        assertEquals(
                "[1,0,1]",
                each(ask("{'kind':'StickinessQuery',%s}".formatted(range)).path("results"), "data"));
        assertEquals(
                "[1,0,1] [0,1,1] [0,0,0] [0,0,0]",
                each(ask("{'kind':'LifecycleQuery',%s}".formatted(range)).path("results"), "data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'kind':'PathsQuery'}                                        | query              | query kind 'PathsQuery' is not known here; there are
            {'kind':'SavedInsightNode','shortId':'x'}                    | query.kind         | SavedInsightNode: no insights are saved here
            {'kind':'InsightVizNode','source':{'kind':'PathsQuery'}}     | query              | query kind 'PathsQuery' is not known here
            {'kind':'TrendsQuery','series':[{'kind':'ActionsNode'}]}     | query.series[0].kind | series[0].kind: 'ActionsNode' is not supported
            {'kind':'TrendsQuery','series':[{'event':'e','math':'hogql','math_hogql':'sum(scor'}]} | query.series[0].math_hogql | series[0].math_hogql: expected
            {'kind':'TrendsQuery','series':[{'event':'e','properties':[{'type':'hogql','key':'1 = scor'}]}]} | query.series[0].properties[0].key | series[0].properties[0].key: no column 'scor' at 4
            {'kind':'HogQLQuery','query':'select 1 from events where {filters}','filters':{'properties':[{'type':'hogql','key':'evnt'}]}} | query.filters.properties[0].key | filters.properties[0].key: no column 'evnt' at 0
            {'kind':'FunnelsQuery','series':[{'event':'e'}],'funnelWindow':1} | query.funnelWindow | funnelWindow: is not supported here
            """)
    void saysWhichFieldIsWrongAndWhatIsKnown(String query, String attr, String detail) {
        var answer =
                pane.post("/api/projects/@current/query/", "{\"query\":%s}".formatted(query.replace('\'', '"')), KEY);
        assertEquals(400, answer.statusCode(), answer.body());
        var json = LivePane.json(answer);
        assertEquals(attr, json.path("attr").asString());
        assertTrue(
                json.path("detail").asString().startsWith(detail),
                json.path("detail").asString());
    }
}
