package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorsTest {
    private static final String VIEWS =
            "'series':[{'event':'buy'},{'event':'view'}],'dateRange':{'date_from':'2026-05-10','date_to':'2026-05-12'}";
    private static final String VIEW =
            "'series':[{'event':'view'}],'dateRange':{'date_from':'2026-05-10','date_to':'2026-05-12'}";
    private static final String FUNNEL =
            "'series':[{'event':'view'},{'event':'buy'}],'dateRange':{'date_from':'2026-05-10','date_to':'2026-05-12'}";
    private static final String RETENTION =
            "'retentionFilter':{'targetEntity':{'id':'view'},'returningEntity':{'id':'view'}},'dateRange':{'date_from':'2026-05-10','date_to':'2026-05-12'}";

    @TempDir
    private static Path folder;

    private static AskedPane pane;

    /** Ann views twice and buys on the 10th and views on the 11th; Bob views on the 11th and 12th; Cyd on the 12th. */
    @BeforeAll
    static void open() {
        pane = new AskedPane(folder, "UTC", "2026-05-15T12:00:00Z")
                .said(
                        "2026-05-10T08:00:00Z",
                        "ann",
                        "view",
                        "{'c':'x','$set':{'name':'ann','email':'Ann@a.example','plan':'pro'}}".replace('\'', '"'))
                .said("2026-05-10T09:00:00Z", "ann", "view")
                .said("2026-05-10T10:00:00Z", "ann", "buy")
                .said("2026-05-11T08:00:00Z", "ann", "view")
                .said("2026-05-11T09:00:00Z", "bob", "view", "{\"$set\":{\"name\":\"bob\",\"plan\":\"pro\"}}")
                .said("2026-05-12T08:00:00Z", "bob", "view")
                .said("2026-05-12T09:00:00Z", "cyd-77", "view", "{\"$set\":{\"name\":\"cyd\"}}");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'day':'2026-05-10','series':1                    | ann 2
            'day':'2026-05-11','series':1                    | ann 1, bob 1
            'day':'2026-05-11 00:00:00','series':1           | ann 1, bob 1
            'series':1                                       | ann 3, bob 2, cyd 1
            'series':0                                       | ann 1
            'series':1,'breakdown':'x'                       | ann 1
            'series':1,'breakdown':['$$_posthog_breakdown_null_$$'] | ann 2, bob 2, cyd 1
            """)
    void areBehindAPointOfATrend(String how, String actors) {
        var trend = "{'kind':'TrendsQuery',%s%s}"
                .formatted(VIEWS, how.contains("breakdown") ? ",'breakdownFilter':{'breakdown':'c'}" : "");
        assertEquals(actors, counted("{'kind':'InsightActorsQuery','source':%s,%s}".formatted(trend, how)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1  | ann, bob, cyd
            2  | ann
            -2 | bob, cyd
            """)
    void areBehindAStepOfAFunnelOrLostBeforeIt(int step, String actors) {
        assertEquals(
                actors,
                named("{'kind':'FunnelsActorsQuery','funnelStep':%d,'source':{'kind':'FunnelsQuery',%s}}"
                        .formatted(step, FUNNEL)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'status':'new','day':'2026-05-11'          | bob
            'status':'returning','day':'2026-05-11'    | ann
            'status':'dormant','day':'2026-05-12'      | ann
            'status':'resurrecting','day':'2026-05-11' | ``
            """)
    void areBehindAStatusOfALifecycle(String how, String actors) {
        assertEquals(
                actors,
                named("{'kind':'InsightActorsQuery',%s,'source':{'kind':'LifecycleQuery',%s}}".formatted(how, VIEW)));
    }

    @Test
    void areBehindADayOfStickinessAndABeginningOfRetention() {
        var sticky = "{'kind':'InsightActorsQuery','day':%d,'source':{'kind':'StickinessQuery',%s}}";
        assertEquals("cyd", named(sticky.formatted(1, VIEW)));
        assertEquals("ann, bob", named(sticky.formatted(2, VIEW)));
        var began = "{'kind':'InsightActorsQuery','interval':%d,'source':{'kind':'RetentionQuery',%s}}";
        assertEquals("ann", named(began.formatted(0, RETENTION)));
        assertEquals("ann, bob", named(began.formatted(1, RETENTION)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'search':'ANN@'                                                  | ann
            'search':'BO'                                                    | bob
            'search':'d-7'                                                   | cyd
            'search':'%'                                                     | ``
            'properties':[{'key':'plan','value':'pro','type':'person'}]      | ann, bob
            'properties':[{'key':'properties.plan = null','type':'hogql'}]   | ``
            'fixedProperties':[{'key':'plan','operator':'is_not_set','type':'person'}] | cyd
            'limit':1,'offset':1                                             | bob
            """)
    void areFoundAmongAllPersons(String fields, String actors) {
        var answer = pane.ask("{'kind':'ActorsQuery','select':['properties.name'],'orderBy':['properties.name'],%s}"
                .formatted(fields));
        assertEquals(actors, joined(answer));
        assertEquals(fields.contains("limit"), answer.path("hasMore").booleanValue());
    }

    @Test
    void comeWithWhatIsKnownOfThem() {
        var answer = pane.ask("{'kind':'PersonsNode','distinctId':'ann'}");
        assertEquals(
                "[\"person\",\"id\",\"person.$delete\"]", answer.path("columns").toString());
        assertEquals(1, answer.path("results").size());
        var row = answer.path("results").path(0);
        assertEquals("ann", row.path(0).path("properties").path("name").asString());
        assertEquals("pro", row.path(0).path("properties").path("plan").asString());
        assertTrue(row.path(0).path("distinct_ids").toString().contains("ann"), row.toString());
        assertEquals(row.path(0).path("id"), row.path(1));
        assertEquals(100, answer.path("limit").intValue());
        assertEquals(0, answer.path("offset").intValue());
        assertEquals(
                "cyd bob ann",
                pane.ask("{'kind':'ActorsQuery','select':['properties.name']}")
                        .path("results")
                        .valueStream()
                        .map(one -> one.path(0).asString())
                        .reduce((a, b) -> a + " " + b)
                        .orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'select':['nam']                                                       | select[0]: no column 'nam' at 0
            'cohort':3                                                             | cohort: is not supported
            'source':{'kind':'InsightActorsQuery'}                                 | source.source: is wanted
            'source':{'kind':'HogQLQuery','query':'SELECT 1'}                      | source.kind: 'HogQLQuery' is not known here
            'source':{'kind':'InsightActorsQuery','source':{'kind':'PathsQuery'}}  | source.source.kind: 'PathsQuery' is not known
            'source':{'kind':'InsightActorsQuery','source':{'kind':'TrendsQuery','series':[{'event':'e'}]},'series':1} | source.series: is no whole number from 0 to 0
            'source':{'kind':'InsightActorsQuery','source':{'kind':'TrendsQuery','series':[{'event':'e','sample':1}]}} | source.source.series[0].sample: is not supported here
            """)
    void areRefusedWhereTheQuestionIsNotUnderstood(String fields, String complaint) {
        var refusal = pane.refusal("{'kind':'ActorsQuery',%s}".formatted(fields));
        assertTrue(refusal.startsWith(complaint), refusal);
    }

    @Test
    void tablesAreListedAsPostHogListsThem() {
        var events = pane.ask("{'kind':'DatabaseSchemaQuery'}").path("tables").path("events");
        assertEquals("posthog", events.path("type").asString());
        assertEquals(
                "datetime", events.path("fields").path("timestamp").path("type").asString());
        assertEquals(
                "json", events.path("fields").path("properties").path("type").asString());
        assertEquals(
                "`$session_id`",
                events.path("fields").path("$session_id").path("hogql_value").asString());
    }

    private static String named(String source) {
        return joined(
                pane.ask("{'kind':'ActorsQuery','select':['properties.name'],'orderBy':['properties.name'],'source':%s}"
                        .formatted(source)));
    }

    private static String counted(String source) {
        return joined(pane.ask(
                "{'kind':'ActorsQuery','select':['properties.name','event_count'],'orderBy':['properties.name'],'source':%s}"
                        .formatted(source)));
    }

    private static String joined(tools.jackson.databind.JsonNode answer) {
        List<String> rows = new ArrayList<>();
        for (var row : answer.path("results")) {
            rows.add(row.path(0).asString() + (row.size() > 1 ? " " + row.path(1) : ""));
        }
        return String.join(", ", rows);
    }
}
