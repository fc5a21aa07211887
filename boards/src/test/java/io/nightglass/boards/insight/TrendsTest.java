package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trends over the real store, every number by hand. Now is a Wednesday noon. */
class TrendsTest {
    @TempDir
    private static Path folder;

    private static AskedPane pane;

    @BeforeAll
    static void open() {
        pane = open("shared");
    }

    private static AskedPane open(String name) {
        return new AskedPane(folder.resolve(name), "UTC", "2026-05-20T12:00:00Z")
                .said(
                        "2026-05-18T23:59:59.999999Z",
                        "ann",
                        "scored",
                        "{'score':1,'model':'a','big':true}".replace('\'', '"'))
                .said("2026-05-18T08:00:00Z", "ann", "scored", "{\"score\":2,\"model\":\"b\"}")
                .said("2026-05-18T09:00:00Z", "bob", "scored", "{\"score\":6,\"model\":\"a\"}")
                .said("2026-05-20T00:00:00Z", "ann", "scored", "{\"score\":\"4\",\"model\":\"\"}")
                .said("2026-05-20T01:00:00Z", "cid", "scored", "{\"model\":\"a\"}")
                .said("2026-05-20T02:00:00Z", "cid", "kept", "{\"model\":\"a\",\"$session_id\":\"s1\"}");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static String trends(String series, String more) {
        return "{'kind':'TrendsQuery','dateRange':{'date_from':'2026-05-17'},'series':[%s]%s}"
                .formatted(series, more.isEmpty() ? "" : "," + more);
    }

    @Test
    void countsEventsOfEveryDayAndFillsTheDaysWithoutAny() {
        var answer = pane.ask(trends("{'kind':'EventsNode','event':'scored'}", ""));
        assertEquals(
                "{\"data\":[0,3,0,2],\"labels\":[\"17-May-2026\",\"18-May-2026\",\"19-May-2026\",\"20-May-2026\"],"
                        + "\"days\":[\"2026-05-17\",\"2026-05-18\",\"2026-05-19\",\"2026-05-20\"],\"count\":5,\"label\":\"scored\","
                        + "\"action\":{\"days\":[\"2026-05-17\",\"2026-05-18\",\"2026-05-19\",\"2026-05-20\"],\"id\":\"scored\",\"type\":\"events\","
                        + "\"order\":0,\"name\":\"scored\",\"custom_name\":null,\"math\":null,\"math_property\":null,\"math_hogql\":null,"
                        + "\"math_group_type_index\":null,\"properties\":{}}}",
                answer.path("results").path(0).toString());
        assertEquals(
                "2026-05-17T00:00:00Z",
                answer.path("resolved_date_range").path("date_from").asString());
        assertTrue(
                answer.path("hogql").asString().startsWith("SELECT toDate(timestamp) AS day_start, count() AS total"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'math':'total'                                             | [0,3,0,2]
            'math':'dau'                                               | [0,2,0,2]
            'math':'weekly_active'                                     | [0,2,2,3]
            'math':'monthly_active'                                    | [0,2,2,3]
            'math':'sum','math_property':'score'                       | [0,9,0,4]
            'math':'avg','math_property':'score'                       | [0,3,0,4]
            'math':'min','math_property':'score'                       | [0,1,0,4]
            'math':'max','math_property':'score'                       | [0,6,0,4]
            'math':'median','math_property':'score'                    | [0,2,0,4]
            'math':'p75','math_property':'score'                       | [0,4,0,4]
            'math':'p95','math_property':'score'                       | [0,5.6,0,4]
            'math':'p99','math_property':'score'                       | [0,5.92,0,4]
            'math':'hogql','math_hogql':'sum(toFloat(properties.score)) / count()' | [0,3,0,2]
            'math':'avg_count_per_actor'                               | [0,1.5,0,1]
            'math':'max_count_per_actor'                               | [0,2,0,1]
            """)
    void measuresWhatIsAskedFor(String math, String data) {
        var answer = pane.ask(trends("{'kind':'EventsNode','event':'scored',%s}".formatted(math), ""));
        assertEquals(data, answer.path("results").path(0).path("data").toString());
    }

    @Test
    void takesQuantilesBetweenValues() {
        var answer = pane.ask(trends("{'event':'scored','math':'p90','math_property':'score'}", ""));
        assertEquals(5.2, answer.path("results").path(0).path("data").path(1).asDouble(), 1e-9);
    }

    @Test
    void countsSessionsAndAllEventsAndGroupsOfEvents() {
        var answer = pane.ask(trends(
                "{'kind':'EventsNode','math':'unique_session'},{'kind':'EventsNode'},"
                        + "{'kind':'GroupNode','operator':'OR','name':'both','nodes':[{'kind':'EventsNode','event':'kept'},"
                        + "{'kind':'EventsNode','event':'scored','properties':[{'key':'model','value':'b'}]}]}",
                ""));
        assertEquals("[0,0,0,1] [0,3,0,3] [0,1,0,1]", AskedPane.each(answer, "data"));
        assertEquals("\"All events\" \"All events\" \"both\"", AskedPane.each(answer, "label"));
    }

    @Test
    void splitsByAPropertyAndCallsTheRestByPostHogsNames() {
        var answer = pane.ask(
                trends("{'event':'scored'}", "'breakdownFilter':{'breakdown':'model','breakdown_type':'event'}"));
        assertEquals("\"a\" \"b\" \"$$_posthog_breakdown_null_$$\"", AskedPane.each(answer, "breakdown_value"));
        assertEquals("[0,2,0,1] [0,1,0,0] [0,0,0,1]", AskedPane.each(answer, "data"));
        assertEquals("false", answer.path("hasMore").toString());
        var one = pane.ask(trends("{'event':'scored'}", "'breakdownFilter':{'breakdown':'model','breakdown_limit':1}"));
        assertEquals("\"a\" \"$$_posthog_breakdown_other_$$\"", AskedPane.each(one, "breakdown_value"));
        assertEquals("[0,2,0,1] [0,1,0,1]", AskedPane.each(one, "data"));
        assertEquals("true", one.path("hasMore").toString());
        var hidden = pane.ask(trends(
                "{'event':'scored'}",
                "'breakdownFilter':{'breakdown':'model','breakdown_limit':1,'breakdown_hide_other_aggregation':true}"));
        assertEquals("\"a\"", AskedPane.each(hidden, "breakdown_value"));
    }

    /** The rest of a split is asked for as a whole: persons in it count once. */
    @Test
    void countsPersonsOfTheRestOnce() {
        try (var pane = open("countsPersonsOfTheRestOnce")) {
            pane.said("2026-05-18T10:00:00Z", "ann", "scored", "{\"model\":\"c\"}");
            var answer = pane.ask(trends(
                    "{'event':'scored','math':'dau'}", "'breakdownFilter':{'breakdown':'model','breakdown_limit':1}"));
            assertEquals("[0,2,0,1] [0,1,0,1]", AskedPane.each(answer, "data"));
        }
    }

    @Test
    void splitsBySeveralPropertiesAndByHogqlAndByThePerson() {
        try (var pane = open("splitsBySeveralPropertiesAndByHogqlAndByThePerson")) {
            pane.said("2026-05-18T07:00:00Z", "bob", "$identify", "{\"$set\":{\"team\":\"red\"}}");
            var several = pane.ask(
                    trends(
                            "{'event':'scored'}",
                            "'breakdownFilter':{'breakdowns':[{'property':'model','type':'event'},{'property':'team','type':'person'}]}"));
            assertEquals(
                    "[\"a\",\"red\"] [\"a\",\"$$_posthog_breakdown_null_$$\"] [\"$$_posthog_breakdown_null_$$\",\"$$_posthog_breakdown_null_$$\"]"
                            + " [\"b\",\"$$_posthog_breakdown_null_$$\"]",
                    AskedPane.each(several, "breakdown_value"));
            var hogql = pane.ask(trends(
                    "{'event':'scored'}",
                    "'breakdownFilter':{'breakdown':'upper(properties.model)','breakdown_type':'hogql'}"));
            assertEquals("\"A\" \"B\" \"$$_posthog_breakdown_null_$$\"", AskedPane.each(hogql, "breakdown_value"));
        }
    }

    @Test
    void calculatesWithSeriesAndTakesADivisionByZeroForZero() {
        var series = "{'event':'kept'},{'event':'scored'}";
        var answer = pane.ask(trends(series, "'trendsFilter':{'formulas':['A / B * 100','-(a+B)/2']}"));
        assertEquals("[0,0,0,50] [0,-1.5,0,-1.5]", AskedPane.each(answer, "data"));
        assertEquals("\"Formula (A / B * 100)\" \"Formula (-(a+B)/2)\"", AskedPane.each(answer, "label"));
        var split =
                pane.ask(trends(series, "'trendsFilter':{'formula':'B - A'},'breakdownFilter':{'breakdown':'model'}"));
        assertEquals("[0,2,0,0] [0,1,0,0] [0,0,0,1]", AskedPane.each(split, "data"));
        var nodes = pane.ask(trends(
                series,
                "'trendsFilter':{'formulaNodes':[{'formula':'A+1','custom_name':'more'}],'display':'BoldNumber'}"));
        assertEquals("\"more\" 2", AskedPane.each(nodes, "label") + " " + AskedPane.each(nodes, "aggregated_value"));
    }

    @Test
    void answersOneNumberWhereOneIsShown() {
        var answer = pane.ask(trends("{'event':'scored','math':'dau'}", "'trendsFilter':{'display':'BoldNumber'}"));
        assertEquals(
                "3 0 [] []",
                "%s %s %s %s"
                        .formatted(
                                AskedPane.each(answer, "aggregated_value"),
                                AskedPane.each(answer, "count"),
                                AskedPane.each(answer, "data"),
                                AskedPane.each(answer, "days")));
        var table = pane.ask(trends(
                "{'event':'scored','math':'weekly_active'},{'event':'scored','math':'sum','math_property':'score'}",
                "'trendsFilter':{'display':'ActionsTable'},'breakdownFilter':{'breakdown':'model'}"));
        assertEquals("3 1 1 7 2 4", AskedPane.each(table, "aggregated_value"));
    }

    @Test
    void addsUpWithoutCountingAPersonTwice() {
        var filter = "'trendsFilter':{'display':'ActionsLineGraphCumulative'}";
        var answer = pane.ask(trends("{'event':'scored'},{'event':'scored','math':'dau'}", filter));
        assertEquals("[0,3,3,5] [0,2,2,3]", AskedPane.each(answer, "data"));
        assertEquals("5 3", AskedPane.each(answer, "count"));
        var smooth = pane.ask(trends("{'event':'scored'}", "'trendsFilter':{'smoothingIntervals':2}"));
        assertEquals("[0,1,1,1]", AskedPane.each(smooth, "data"));
    }

    @Test
    void comparesWithTheTimeBefore() {
        try (var pane = open("comparesWithTheTimeBefore")) {
            pane.said("2026-05-12T10:00:00Z", "ann", "scored").said("2026-05-05T10:00:00Z", "ann", "scored");
            var week =
                    "{'kind':'TrendsQuery','dateRange':{'date_from':'-7d'},'series':[{'event':'scored'}],'compareFilter':{'compare':true%s}}";
            var answer = pane.ask(week.formatted(""));
            assertEquals(
                    "[0,0,0,0,0,3,0,2] [1,0,0,0,0,0,0,0]".replace("[1,0,0,0,0,0,0,0]", "[0,0,0,0,0,0,1,0]"),
                    AskedPane.each(answer, "data"));
            assertEquals("\"current\" \"previous\"", AskedPane.each(answer, "compare_label"));
            assertEquals(
                    "\"2026-05-06\"",
                    answer.path("results").path(1).path("days").path(0).toString());
            var fortnight = pane.ask(week.formatted(",'compare_to':'-14d'"));
            assertEquals(
                    "\"2026-04-29\"",
                    fortnight.path("results").path(1).path("days").path(0).toString());
            assertEquals(
                    "[0,0,0,0,0,0,1,0]",
                    fortnight.path("results").path(1).path("data").toString());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'date_from':'-1d'                                        | day   | 2026-05-19 2026-05-20                   | 0 2
            'date_from':'dStart'                                     | hour  | 2026-05-20 00:00:00 2026-05-20 12:00:00 | 1 0
            'date_from':'-24h'                                       | day   | 2026-05-19 2026-05-20                   | 0 2
            'date_from':'-1dStart','date_to':'-1dEnd'                | day   | 2026-05-19 2026-05-19                   | 0 0
            'date_from':'-1mStart','date_to':'-1mEnd'                | month | 2026-04-01 2026-04-01                   | 0 0
            'date_from':'mStart'                                     | week  | 2026-04-26 2026-05-17                   | 0 5
            'date_from':'2026-05-18','date_to':'2026-05-18'          | day   | 2026-05-18 2026-05-18                   | 3 3
            'date_from':'2026-05-18T08:30:00','date_to':'2026-05-18T09:00:00','explicitDate':true | hour | 2026-05-18 08:00:00 2026-05-18 09:00:00 | 0 1
            'date_from':'2026-05-18T23:59:00Z','date_to':'2026-05-18T23:59:30Z' | minute | 2026-05-18 23:59:00 2026-05-18 23:59:00 | 0 0
            'date_from':'all'                                        | day   | 2026-05-18 2026-05-20                   | 3 2
            'date_from':'yStart'                                     | month | 2026-01-01 2026-05-01                   | 0 5
            """)
    void understandsDates(String range, String interval, String days, String ends) {
        var answer = pane.ask("{'kind':'TrendsQuery','interval':'%s','series':[{'event':'scored'}],'dateRange':{%s}}"
                .formatted(interval, range));
        var result = answer.path("results").path(0);
        int last = result.path("days").size() - 1;
        assertEquals(
                days,
                result.path("days").path(0).asString() + " "
                        + result.path("days").path(last).asString());
        assertEquals(
                ends, result.path("data").path(0) + " " + result.path("data").path(last));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'kind':'ActionsNode','id':1}                |                                        | series[0].kind: 'ActionsNode' is not supported
            {'event':'e','math':'unique_group'}          |                                        | series[0].math: 'unique_group' is not known here; there are avg
            {'event':'e','math':'sum'}                   |                                        | series[0].math_property: is wanted
            {'event':'e','math':'hogql'}                 |                                        | series[0].math_hogql: is wanted
            {'event':'e','math':'hogql','math_hogql':'count('} |                                  | series[0].math_hogql: expected
            {'event':'e','math':'hogql','math_hogql':'sum(scor)'} |                               | series[0].math_hogql: no column 'scor' at 4
            {'event':'e'},{'event':'e','properties':[{'key':'n','operator':'is_set'},{'key':'a + 1','type':'hogql'}]} | | series[1].properties[1].key: no column 'a' at 0
            {'event':'e'}                                | 'breakdownFilter':{'breakdown':'lowr(event)','breakdown_type':'hogql'} | breakdownFilter.breakdown: no function 'lowr' at 0; did you mean 'lower'?
            {'event':'e'}                                | 'breakdownFilter':{'breakdowns':[{'property':'a'},{'property':'lowr(event)','type':'hogql'}]} | breakdownFilter.breakdowns[1].property: no function 'lowr' at 0
            {'event':'e','maths':'sum'}                  |                                        | series[0].maths: is not supported here
            {'event':7}                                  |                                        | series[0].event: is no text
            {'event':'e'}                                | 'interval':'fortnight'                 | interval: 'fortnight' is not known here; there are day, hour
            {'event':'e'}                                | 'interval':'minute','dateRange':{'date_from':'-30d'} | interval: 'minute' makes more than 20000 points
            {'event':'e','math':'weekly_active'}         | 'interval':'hour'                      | series[0].math: 'weekly_active' needs the interval day or week
            {'event':'e'}                                | 'dateRange':{'date_from':'soon'}       | dateRange.date_from: 'soon' is no date
            {'event':'e'}                                | 'dateRange':{'date_from':'2026-06-01'} | dateRange.date_from: '2026-06-01' is after date_to
            {'event':'e'}                                | 'trendsFilter':{'formula':'A + B'}     | trendsFilter.formula: expected a letter from A to A
            {'event':'e'}                                | 'trendsFilter':{'formula':'A +'}       | trendsFilter.formula: expected a letter, a number
            {'event':'e'}                                | 'trendsFilter':{'formula':'A ; B'}     | trendsFilter.formula: expected +, -, *
            {'event':'e'}                                | 'trendsFilter':{'display':'BoxPlot'}   | trendsFilter.display: 'BoxPlot' is not known here
            {'event':'e'}                                | 'breakdownFilter':{'breakdown':'c','breakdown_type':'cohort'} | breakdownFilter.breakdown_type: 'cohort' is not known here
            {'event':'e'}                                | 'breakdownFilter':{'breakdown':'c','breakdown_histogram_bin_count':3} | breakdownFilter.breakdown_histogram_bin_count: is not supported
            {'event':'e'}                                | 'samplingFactor':0.1                   | samplingFactor: is not supported
            {'event':'e'}                                | 'sample':1                             | sample: is not supported here
            """)
    void refusesWhatItWouldNotAnswer(String series, @Nullable String more, String complaint) {
        var query = "{'kind':'TrendsQuery','series':[%s]%s}".formatted(series, more == null ? "" : "," + more);
        var refusal = pane.refusal(query);
        assertTrue(refusal.startsWith(complaint), refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\\u0027) OR 1=1 --", "`a`", "\\u0000", "{x}", "*", "\\\\", "ключ", "total", "day_start"})
    void takesAnyNameForWhatItIs(String name) {
        var answer = pane.ask(trends(
                "{'event':'scored','math':'max','math_property':'%s'},{'event':'%s'}".formatted(name, name),
                "'breakdownFilter':{'breakdown':'%s'}".formatted(name)));
        assertEquals("[0,0,0,0]", AskedPane.each(answer, "data"));
        assertEquals("\"$$_posthog_breakdown_null_$$\"", AskedPane.each(answer, "breakdown_value"));
    }

    @Test
    void wantsSeries() {
        assertEquals("series: 1 to 26 are wanted", pane.refusal("{'kind':'TrendsQuery','series':[]}"));
        assertEquals("series: is no list; write [...]", pane.refusal("{'kind':'TrendsQuery','series':{}}"));
    }
}
