package io.nightglass.server.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** TracesQuery and TraceQuery over HTTP. Now is noon of 1 January 2026. */
class TracesWalk {
    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
        var events = new ArrayList<String>();
        events.add(said("t1", "$ai_trace", "31T10:00:09", """
                {'$ai_span_name':'plan a round','$ai_input_state':{'goal':1},'$ai_output_state':'done','$ai_latency':9}"""));
        events.add(said("t1", "$ai_span", "31T10:00:08", "{'$ai_parent_id':'t1','$ai_span_id':'s','$ai_latency':8}"));
        events.add(said("t1", "$ai_generation", "31T10:00:05", """
                {'$ai_parent_id':'s','$ai_latency':5,'$ai_model':'gpt-4o','$ai_provider':'openai','$ai_input_tokens':1000,
                 '$ai_output_tokens':500,'$ai_input':[{'role':'user','content':'hi'}],'$ai_session_id':'S'}"""));
        events.add(said("t1", "$ai_generation", "31T10:00:07", """
                {'$ai_parent_id':'s','$ai_latency':2,'$ai_model':'gpt-4o','$ai_provider':'openai','$ai_is_error':true}"""));
        events.add(said("t2", "$ai_generation", "31T11:00:00", """
                {'$ai_latency':1.5,'$ai_model':'gpt-4o','$ai_input_tokens':1000000,'$ai_output_tokens':0,'phase':'score'}"""));
        events.add(said("t2", "$ai_generation", "31T11:00:04", "{'$ai_latency':2.5,'$ai_model':'no such model'}"));
        events.add(said("t2", "$ai_feedback", "31T11:01:00", "{'$ai_feedback_text':'good'}"));
        events.add(said(
                "t3",
                "$ai_embedding",
                "20T10:00:00",
                "{'$ai_model':'text-embedding-3-small','$ai_input_tokens':1000}"));
        events.add(said("", "$ai_generation", "31T10:00:00", "{'$ai_model':'gpt-4o'}"));
        events.add(said("t1", "round_started", "31T10:00:00", "{}"));
        var sent = pane.post("/batch/", LivePane.batch(events.toArray(String[]::new)));
        assertEquals(200, sent.statusCode(), sent.body());
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static String said(String trace, String event, String at, String properties) {
        return ("{'event':'%s','distinct_id':'gtm:acme:planner','timestamp':'2025-12-%sZ','properties':%s}")
                .formatted(
                        event,
                        at,
                        properties.replaceFirst(
                                "\\{", "{'\\$ai_trace_id':'" + trace + "'" + (properties.equals("{}") ? "" : ",")))
                .replace('\'', '"');
    }

    private static JsonNode asked(String query) {
        var answer = pane.post(
                "/api/projects/@current/query/",
                "{\"query\":%s}".formatted(query.replace('\'', '"')),
                "Authorization",
                "Bearer " + LivePane.PERSONAL);
        assertEquals(200, answer.statusCode(), answer.body());
        return LivePane.json(answer);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("results").values().stream()
                .map(trace -> trace.path("id").asString())
                .toList();
    }

    @Test
    void theLatestTracesComeWithTheirFigures() {
        var answer = asked("{'kind':'TracesQuery','dateRange':{'date_from':'-7d'},'filterTestAccounts':true}");
        assertEquals(List.of("t2", "t1"), ids(answer));
        assertEquals(false, answer.path("hasMore").asBoolean());
        var t1 = answer.path("results").path(1);
        assertEquals(
                """
                {"id":"t1","createdAt":"2025-12-31T10:00:05Z","distinctId":"gtm:acme:planner","aiSessionId":"S","totalLatency":17.0,\
                "inputTokens":1000,"outputTokens":500,"inputCost":0.0025,"outputCost":0.005,"totalCost":0.0075,\
                "inputState":{"goal":1},"outputState":"done","traceName":"plan a round","errorCount":1}""",
                ((ObjectNode) t1.deepCopy())
                        .without(List.of("person", "events"))
                        .toString());
        assertEquals("gtm:acme:planner", t1.path("person").path("distinct_id").asString());
        assertEquals(1, t1.path("events").size());
        assertEquals("$ai_span", t1.path("events").path(0).path("event").asString());
        var t2 = answer.path("results").path(0);
        assertEquals(4.0, t2.path("totalLatency").asDouble());
        assertEquals(2.5, t2.path("totalCost").asDouble());
        assertEquals(
                "good",
                t2.path("events")
                        .path(0)
                        .path("properties")
                        .path("$ai_feedback_text")
                        .asString());
    }

    @Test
    void pagesAndFiltersAndRangesLeaveOutWhatTheySay() {
        var first = asked("{'kind':'TracesQuery','limit':1,'dateRange':{'date_from':'all'}}");
        assertEquals(List.of("t2"), ids(first));
        assertTrue(first.path("hasMore").asBoolean());
        var last = asked("{'kind':'TracesQuery','limit':2,'offset':1,'dateRange':{'date_from':'all'}}");
        assertEquals(List.of("t1", "t3"), ids(last));
        assertEquals(false, last.path("hasMore").asBoolean());
        var filtered = asked("""
                {'kind':'TracesQuery','properties':[{'key':'phase','value':['score'],'operator':'exact','type':'event'}]}""");
        assertEquals(List.of("t2"), ids(filtered));
        assertEquals(4.0, filtered.path("results").path(0).path("totalLatency").asDouble(), "of the whole trace");
        assertEquals(List.of("t3"), ids(asked("""
                {'kind':'TracesQuery','dateRange':{'date_from':'2025-12-20','date_to':'2025-12-21'}}""")));
    }

    @Test
    void oneTraceComesWholeWithItsTexts() {
        var answer = asked("{'kind':'DataTableNode','source':{'kind':'TraceQuery','traceId':'t1'}}");
        assertEquals(List.of("t1"), ids(answer));
        var events = answer.path("results").path(0).path("events");
        assertEquals(
                List.of("$ai_generation", "$ai_generation", "$ai_span"),
                events.values().stream()
                        .map(event -> event.path("event").asString())
                        .toList());
        var call = events.path(0);
        assertEquals("2025-12-31T10:00:05Z", call.path("createdAt").asString());
        assertEquals(
                "hi",
                call.path("properties")
                        .path("$ai_input")
                        .path(0)
                        .path("content")
                        .asString());
        assertEquals(0.0075, call.path("properties").path("$ai_total_cost_usd").asDouble(), 1e-12);
        assertEquals(List.of(), ids(asked("{'kind':'TraceQuery','traceId':'no such trace'}")));
    }

    @Test
    void whatIsNotKnownIsRefusedByName() {
        for (var wrong : List.of(
                "{'kind':'TraceQuery'}|traceId is wanted",
                "{'kind':'TracesQuery','limit':0}|limit is no whole number",
                "{'kind':'TracesQuery','groupKey':'x'}|groupKey is not supported",
                "{'kind':'TracesQuery','persons':1}|persons is not supported")) {
            var answer = pane.post(
                    "/api/projects/@current/query/",
                    "{\"query\":%s}"
                            .formatted(wrong.substring(0, wrong.indexOf('|')).replace('\'', '"')),
                    "Authorization",
                    "Bearer " + LivePane.PERSONAL);
            assertEquals(400, answer.statusCode(), answer.body());
            var complaint = wrong.substring(wrong.indexOf('|') + 1);
            assertTrue(answer.body().contains(complaint.substring(complaint.indexOf(' '))), answer.body());
        }
    }
}
