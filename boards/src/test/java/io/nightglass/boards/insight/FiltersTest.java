package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operator, on properties that are texts, numbers, booleans, dates, missing, and spelled to do harm. */
class FiltersTest {
    private static final String EVIL = "x') OR 1=1 --";

    @TempDir
    private static Path folder;

    private static AskedPane pane;

    /** Six events of which each filter keeps some; their number is {@code n}. */
    @BeforeAll
    static void open() {
        pane = new AskedPane(folder, "UTC", "2026-05-20T12:00:00Z");
        pane.said(
                "2026-05-20T01:00:00Z",
                "a",
                "e",
                "{\"n\":1,\"t\":\"Alpha\",\"b\":true,\"d\":\"2026-05-19T10:00:00Z\",\"50%\":\"5_0%\"}");
        pane.said(
                "2026-05-20T02:00:00Z",
                "b",
                "e",
                "{\"n\":2,\"t\":\"alphabet\",\"b\":false,\"d\":\"2026-05-10\",\"50%\":\"500\"}");
        pane.said(
                "2026-05-20T03:00:00Z",
                "c",
                "e",
                "{\"n\":3,\"t\":\"beta\",\"" + EVIL + "\":\"yes\",\"d\":\"2026-05-19T10:00:01Z\"}");
        pane.said("2026-05-20T04:00:00Z", "c", "e", "{\"n\":\"4\",\"t\":\"10\",\"v\":\"10\"}");
        pane.said("2026-05-20T05:00:00Z", "c", "e", "{\"n\":5,\"t\":\"9\",\"v\":\"9\",\"a.b\":\"dotted\"}");
        pane.said(
                "2026-05-20T06:00:00Z",
                "d",
                "e",
                "{\"n\":6,\"$set\":{\"team\":\"red\",\"x'y\":\"1\"},\"$feature/new\":\"on\"}");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'key':'t','value':'Alpha'}                                          | 1
            {'key':'t','value':['Alpha','beta'],'operator':'exact'}              | 1 3
            {'key':'n','value':3}                                                | 3
            {'key':'n','value':['1','4']}                                        | 1 4
            {'key':'b','value':true}                                             | 1
            {'key':'b','value':['true','false']}                                 | 1 2
            {'key':'t','value':'beta','operator':'is_not'}                       | 1 2 4 5 6
            {'key':'t','value':['beta','9'],'operator':'is_not'}                 | 1 2 4 6
            {'key':'t','value':'ALPHA','operator':'icontains'}                   | 1 2
            {'key':'t','value':['ALPHA','et'],'operator':'icontains'}            | 1 2 3
            {'key':'50%','value':'_0%','operator':'icontains'}                   | 1
            {'key':'t','value':'alpha','operator':'not_icontains'}               | 3 4 5 6
            {'key':'t','value':'^[ab].*t','operator':'regex'}                    | 2 3
            {'key':'t','value':'^[ab].*t','operator':'not_regex'}                | 1 4 5 6
            {'key':'n','value':4,'operator':'gt'}                                | 5 6
            {'key':'n','value':'4','operator':'gte'}                             | 4 5 6
            {'key':'v','value':9.5,'operator':'lt'}                              | 5
            {'key':'v','value':'9','operator':'lte'}                             | 5
            {'key':'t','value':'b','operator':'gt'}                              | 3
            {'key':'n','value':2,'operator':'max'}                               | 1 2
            {'key':'v','operator':'is_set'}                                      | 4 5
            {'key':'v','value':'is_not_set','operator':'is_not_set'}             | 1 2 3 6
            {'key':'d','value':'2026-05-19','operator':'is_date_before'}         | 2
            {'key':'d','value':'-7d','operator':'is_date_after'}                 | 1 3
            {'key':'d','value':'2026-05-19T10:00:00Z','operator':'is_date_exact'} | 1
            {'key':'v','value':[9.5,'10'],'operator':'between'}                  | 4
            {'key':'v','value':[9.5,10],'operator':'not_between'}                | 5
            {'key':'t','value':['9','10'],'operator':'in'}                       | 4 5
            {'key':'t','value':['9','10'],'operator':'not_in'}                   | 1 2 3 6
            {'key':'x') OR 1=1 --','value':'yes'}                                | 3
            {'key':'t','value':'x') OR 1=1 --'}                                  | ``
            {'key':'a.b','value':'dotted'}                                       | 5
            {'key':'team','value':'red','type':'person'}                         | 6
            {'key':'team','operator':'is_not_set','type':'person'}               | 1 2 3 4 5
            {'key':'distinct_id','value':'c','type':'event_metadata'}            | 3 4 5
            {'key':'new','value':'on','type':'feature'}                          | 6
            {'key':'toFloat(properties.n) > 4','type':'hogql','value':null}      | 5 6
            """)
    void keepsWhatAFilterSays(String filter, String kept) {
        assertEquals(kept, kept("[%s]".formatted(filter.replace("x') OR", "x\\u0027) OR"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                                                                       | 1 2 3 4 5 6
            [{}]                                                                                     | 1 2 3 4 5 6
            [{'key':'n','value':2,'operator':'gte'},{'key':'n','value':3,'operator':'lte'}]          | 2 3
            {'type':'OR','values':[{'key':'n','value':1},{'key':'n','value':6}]}                     | 1 6
            {'type':'AND','values':[{'type':'OR','values':[{'key':'n','value':1},{'key':'n','value':2}]},{'type':'AND','values':[{'key':'t','value':'Alpha'}]}]} | 1
            {'type':'OR','values':[]}                                                                | 1 2 3 4 5 6
            """)
    void joinsFilters(String filters, String kept) {
        assertEquals(kept, kept(filters));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'key':'c','value':1,'type':'cohort'}]              | properties[0].type: 'cohort' is not known here
            [{'key':'n','value':1,'operator':'semver_eq'}]       | properties[0].operator: 'semver_eq' is not known here
            [{'key':'n','value':{},'operator':'gt'}]             | properties[0].value: is wanted
            [{'key':'n'}]                                        | properties[0].value: is wanted
            [{'value':1}]                                        | properties[0].key: is wanted
            [{'key':'n','value':[],'operator':'exact'}]          | properties[0].value: has no value
            [{'key':'n','value':[2,1],'operator':'between'}]     | properties[0].value: the least is more than the most
            [{'key':'n','value':'x','operator':'between'}]       | properties[0].value: is no pair of numbers
            [{'key':'d','value':'x','operator':'is_date_after'}] | properties[0].value: 'x' is no date
            [{'key':'count( ','type':'hogql'}]                   | properties[0].key: expected
            [{'key':'count() > 1','type':'hogql'}]               | properties[0].key: aggregate count at 0
            [{'key':'n','operator':'is_set'},{'key':'lower(evnt) = 1','type':'hogql'}] | properties[1].key: no column 'evnt' at 6; did you mean 'event'?
            {'type':'OR','values':[{'key':'🌙 nope(1)','type':'hogql'}]} | properties.values[0].key: expected
            {'type':'OR','values':[{'key':'1 > nope(1)','type':'hogql'}]} | properties.values[0].key: no function 'nope' at 4
            [{'key':'t','type':'event_metadata','value':1}]      | properties[0].key: 't' is no column of events
            [{'key':'n','value':1,'negation':true}]              | properties[0].negation: is not supported here
            {'type':'XOR','values':[]}                           | properties.type: 'XOR' is not known here
            7                                                    | properties: is no object
            [{'key':'t','value':'(','operator':'regex'}]         | a regular expression is not valid
            """)
    void refusesWhatItDoesNotUnderstand(String filters, String complaint) {
        var refusal = refusal(filters);
        assertTrue(refusal.startsWith(complaint), refusal);
    }

    @Test
    void refusesFiltersThatNestTooDeep() {
        var deep = "{'type':'AND','values':[".repeat(30) + "{'key':'n','value':1}" + "]}".repeat(30);
        assertTrue(refusal(deep).contains("more than 20 deep"), refusal(deep));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE events; --",
                "\\u0000",
                "${jndi:x}",
                "%s%n",
                "`a`",
                "\\\"b\\\"",
                "\\\\",
                "ключ",
                "\\ud83d\\ude00",
                "*",
                "a]",
                "{x}"
            })
    void takesAnyNameAndAnyTextForWhatItIs(String hostile) {
        var quoted = hostile.replace("'", "\\u0027");
        for (var operator : new String[] {"exact", "icontains", "gt", "is_set", "is_not"}) {
            var filter = "[{'key':'%s','value':'%s','operator':'%s'}]".formatted(quoted, quoted, operator);
            assertEquals(operator.equals("is_not") ? "1 2 3 4 5 6" : "", kept(filter));
        }
    }

    private static String query(String filters) {
        return "{'kind':'TrendsQuery','dateRange':{'date_from':'2026-05-20','date_to':'2026-05-20'},'properties':%s,"
                        .formatted(filters)
                + "'series':[{'event':'e','math':'hogql','math_hogql':'count()'}],'trendsFilter':{'display':'ActionsTable'},"
                + "'breakdownFilter':{'breakdown':'n'}}";
    }

    private static String kept(String filters) {
        return AskedPane.each(pane.ask(query(filters)), "breakdown_value").replace("\"", "");
    }

    private static String refusal(String filters) {
        return pane.refusal(query(filters));
    }
}
