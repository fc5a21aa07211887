package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of events: what is shown, kept, ordered, grouped and cut. */
class EventsListTest {
    @TempDir
    private static Path folder;

    private static AskedPane pane;

    @BeforeAll
    static void open() {
        pane = new AskedPane(folder, "UTC", "2026-05-20T12:00:00Z");
        pane.said("2026-05-20T01:00:00Z", "ann", "scored", "{\"score\":1,\"$set\":{\"team\":\"red\"}}")
                .said("2026-05-20T02:00:00Z", "bob", "scored", "{\"score\":5}")
                .said("2026-05-20T03:00:00Z", "ann", "kept", "{\"score\":3}")
                .said("2026-05-18T03:00:00Z", "ann", "old")
                .said("2026-05-20T13:00:00Z", "ann", "future");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'select':['event','timestamp']                                          | ["kept","2026-05-20T03:00:00Z"] ["scored","2026-05-20T02:00:00Z"] ["scored","2026-05-20T01:00:00Z"]
            'select':['event -- Event','properties.score AS s'],'orderBy':['s DESC'] | ["scored",5.0] ["kept",3.0] ["scored",1.0]
            'select':['event','count()']                                            | ["scored",2] ["kept",1]
            'select':['event','sum(properties.score)'],'orderBy':['event']          | ["kept",3.0] ["scored",6.0]
            'select':['event'],'event':'kept'                                       | ["kept"]
            'select':['event'],'events':['kept','none']                             | ["kept"]
            'select':['distinct_id'],'where':['properties.score > 2','event = \\'scored\\''] | ["bob"]
            'select':['distinct_id'],'properties':[{'key':'score','value':4,'operator':'gt'}] | ["bob"]
            'select':['event'],'properties':[{'key':'team','value':'red','type':'person'}] | ["kept"] ["scored"]
            'select':['event'],'after':'2026-05-18','before':'2026-05-19'           | ["old"]
            'select':['event'],'after':'all','before':'2026-05-21T00:00:00Z'        | ["future"] ["kept"] ["old"] ["scored"] ["scored"]
            'select':['timestamp'],'limit':1,'offset':1                             | ["2026-05-20T02:00:00Z"]
            """)
    void shows(String fields, String rows) {
        var answer = pane.ask("{'kind':'EventsQuery',%s}".formatted(fields.replace("\\'", "\\u0027")));
        var shown = new StringJoiner(" ");
        answer.path("results").forEach(row -> shown.add(row.toString()));
        assertEquals(rows, shown.toString());
    }

    @Test
    void answersInPostHogsShape() {
        var answer = pane.ask("{'kind':'EventsQuery','select':['*','person -- who','properties.score'],'limit':2}");
        assertEquals(
                "[\"*\",\"person -- who\",\"properties.score\"]",
                answer.path("columns").toString());
        assertEquals(
                "[\"Tuple\",\"Tuple\",\"Nullable(Float64)\"]",
                answer.path("types").toString());
        assertTrue(answer.path("hasMore").booleanValue());
        assertEquals("2 0", answer.path("limit") + " " + answer.path("offset"));
        var newest = answer.path("results").path(0);
        assertEquals("kept", newest.path(0).path("event").asString());
        assertEquals(3, newest.path(0).path("properties").path("score").asInt());
        assertEquals("red", newest.path(1).path("properties").path("team").asString());
        assertEquals("ann", newest.path(1).path("distinct_id").asString());
        assertEquals(
                "{}", answer.path("results").path(1).path(1).path("properties").toString());
        var ann = newest.path(1).path("uuid").asString();
        var hers = pane.ask("{'kind':'EventsQuery','select':['event'],'personId':'%s'}".formatted(ann));
        assertEquals(2, hers.path("results").size());
        assertFalse(pane.ask("{'kind':'EventsQuery'}").path("hasMore").booleanValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'select':['evnt']                   | select[0]: no column 'evnt' at 0
            'select':['event,']                 | select[0]: expected
            'select':['1; DROP TABLE events']   | select[0]: expected
            'select':['event'],'where':['1 =']  | where[0]: expected
            'select':['event'],'where':['1','2 > scor'] | where[1]: no column 'scor' at 4
            'orderBy':['event','tme']           | orderBy[1]: no column 'tme' at 0
            'orderBy':['timestamp UP']          | orderBy[0]: expected
            'actionId':3                        | actionId: is not supported
            'personId':'me'                     | personId: is no id of a person
            'after':'yesterday'                 | after: 'yesterday' is no date
            'limit':-1                          | limit: is no whole number
            'limits':1                          | limits: is not supported here
            """)
    void refusesWhatItDoesNotUnderstand(String fields, String complaint) {
        var refusal = pane.refusal("{'kind':'EventsQuery',%s}".formatted(fields));
        assertTrue(refusal.startsWith(complaint), refusal);
    }
}
