package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Retention, stickiness and lifecycle of three agents over the nights of a week, days being Berlin's. */
class PersonsOverTimeTest {
    private static final String RANGE = "'dateRange':{'date_from':'2026-05-11','date_to':'2026-05-15'}";

    @TempDir
    private static Path folder;

    private static AskedPane pane;

    /** Which nights each began rounds on: planner 11 12 13 15, writer 12 14, tester 8 12. A night begins at 22:30 UTC. */
    @BeforeAll
    static void open() {
        pane = new AskedPane(folder, "Europe/Berlin", "2026-05-15T12:00:00Z");
        for (var night : new String[] {
            "11 planner", "12 planner", "13 planner", "15 planner", "12 writer", "14 writer", "08 tester", "12 tester"
        }) {
            var day = Integer.parseInt(night.substring(0, 2));
            var agent = "gtm:acme:" + night.substring(3);
            pane.said("2026-05-%02dT22:30:00Z".formatted(day - 1), agent, "round_started", "{\"n\":1}");
            pane.said("2026-05-%02dT05:00:00Z".formatted(day), agent, "round_started", "{\"n\":2}");
        }
        pane.said("2026-05-14T08:00:00Z", "gtm:acme:planner", "round_kept");
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    private static String retention(String filter, String dates) {
        return "{'kind':'RetentionQuery','retentionFilter':{'targetEntity':{'id':'round_started','type':'events'},"
                + "'returningEntity':{'id':'round_started','type':'events'},'period':'Day',%s},'dateRange':{%s}}"
                        .formatted(filter, dates);
    }

    private static String counts(JsonNode answer) {
        var rows = new StringJoiner(" | ");
        for (var result : answer.path("results")) {
            var row = new StringJoiner(" ");
            result.path("values").forEach(value -> row.add(value.path("count").toString()));
            rows.add(row.toString());
        }
        return rows.toString();
    }

    @Test
    void saysHowManyAgentsCameAgainOnTheNightsAfter() {
        var answer = pane.ask(retention("'totalIntervals':5", "'date_to':'2026-05-15'"));
        assertEquals("1 1 1 0 1 | 3 1 1 1 | 1 0 1 | 1 0 | 1", counts(answer));
        var first = answer.path("results").path(0);
        assertEquals("2026-05-11T00:00:00+02:00", first.path("date").asString());
        assertEquals("Day 0", first.path("label").asString());
        assertEquals(
                "{\"label\":\"Day 1\",\"count\":1}",
                first.path("values").path(1).toString());
        assertEquals(
                "2026-05-15T23:59:59.999999+02:00",
                answer.path("resolved_date_range").path("date_to").asString());
    }

    @Test
    void takesOnlyTheFirstNightEverWhenAskedTo() {
        var first = retention("'totalIntervals':5,'retentionType':'retention_first_time'", "'date_to':'2026-05-15'");
        assertEquals("1 1 1 0 1 | 1 0 1 0 | 0 0 0 | 0 0 | 0", counts(pane.ask(first)));
    }

    @Test
    void countsComingLaterAsComingWhenAskedTo() {
        var later = retention("'totalIntervals':5,'cumulative':true", "'date_to':'2026-05-15'");
        assertEquals("1 1 1 1 1 | 3 2 2 1 | 1 1 1 | 1 0 | 1", counts(pane.ask(later)));
    }

    @Test
    void beginsWhereItIsToldAndShowsNoMoreThanAskedFor() {
        var answer = pane.ask(retention("'totalIntervals':2", "'date_from':'2026-05-11','date_to':'2026-05-13'"));
        assertEquals("1 1 | 3 1 | 1", counts(answer));
    }

    @Test
    void tellsBeginningAndReturnApartAndCountsReturns() {
        var kept =
                "{'kind':'RetentionQuery','retentionFilter':{'targetEntity':{'id':'round_started','properties':[{'key':'n','value':1}]},"
                        + "'returningEntity':{'id':'%s'},'totalIntervals':4,'minimumOccurrences':%d},'dateRange':{'date_to':'2026-05-14'}}";
        assertEquals("1 0 0 1 | 3 0 1 | 1 1 | 1", counts(pane.ask(kept.formatted("round_kept", 1))));
        assertEquals("1 1 1 0 | 3 1 1 | 1 0 | 1", counts(pane.ask(kept.formatted("round_started", 2))));
        assertEquals("1 0 0 0 | 3 0 0 | 1 0 | 1", counts(pane.ask(kept.formatted("round_started", 3))));
    }

    @Test
    void goesByWeeksFromSundayAndByHours() {
        var week = retention("'totalIntervals':2", "'date_to':'2026-05-15'").replace("'Day'", "'Week'");
        var answer = pane.ask(week);
        assertEquals("1 1 | 3", counts(answer));
        assertEquals(
                "2026-05-03T00:00:00+02:00",
                answer.path("results").path(0).path("date").asString());
        var hour = retention("'totalIntervals':8", "'date_to':'2026-05-15T07:30:00'")
                .replace("'Day'", "'Hour'");
        assertEquals(
                "1 0 0 0 0 0 0 1 | 0 0 0 0 0 0 0 | 0 0 0 0 0 0 | 0 0 0 0 0 | 0 0 0 0 | 0 0 0 | 0 0 | 1",
                counts(pane.ask(hour)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'retentionFilter':{'period':'Year'}                               | retentionFilter.period: 'Year' is not known here
            'retentionFilter':{'targetEntity':{'id':1,'type':'actions'}}      | retentionFilter.targetEntity.type: 'actions' is not supported
            'retentionFilter':{'retentionCustomBrackets':[1,2]}               | retentionFilter.retentionCustomBrackets: is not supported
            'retentionFilter':{'timeWindowMode':'24_hour_windows'}            | retentionFilter.timeWindowMode: '24_hour_windows' is not known
            'retentionFilter':{'totalIntervals':0}                            | retentionFilter.totalIntervals: is no whole number from 1 to 400
            'breakdownFilter':{'breakdown':'x'}                               | breakdownFilter: is not supported for retention
            'dateRange':{'date_from':'2010-01-01'}                            | dateRange.date_from: makes more than 400 intervals
            'returning':1                                                     | returning: is not supported here
            """)
    void refusesRetentionItDoesNotKnow(String field, String complaint) {
        var refusal = pane.refusal("{'kind':'RetentionQuery',%s}".formatted(field));
        assertTrue(refusal.startsWith(complaint), refusal);
    }

    @Test
    void countsHowManyAgentsCameOnSoManyDays() {
        var query = "{'kind':'StickinessQuery','series':[{'event':'round_started'}],%s%s}";
        var answer = pane.ask(query.formatted(RANGE, ""));
        assertEquals(
                "[1,1,0,1,0] 3 [1,2,3,4,5]",
                "%s %s %s"
                        .formatted(
                                AskedPane.each(answer, "data"),
                                AskedPane.each(answer, "count"),
                                AskedPane.each(answer, "days")));
        assertEquals("[\"1 day\",\"2 days\",\"3 days\",\"4 days\",\"5 days\"]", AskedPane.each(answer, "labels"));
        var more = pane.ask(query.formatted(RANGE, ",'stickinessFilter':{'computedAs':'cumulative'}"));
        assertEquals("[3,2,1,1,0]", AskedPane.each(more, "data"));
        var thrice = pane.ask(
                query.formatted(RANGE, ",'stickinessFilter':{'stickinessCriteria':{'operator':'gte','value':3}}"));
        assertEquals("[0,0,0,0,0]", AskedPane.each(thrice, "data"));
        var compared = pane.ask(query.formatted(RANGE, ",'compareFilter':{'compare':true}"));
        assertEquals("[1,1,0,1,0] [1,0,0,0,0]", AskedPane.each(compared, "data"));
    }

    @Test
    void tellsNewReturningResurrectingAndDormantAgents() {
        var query = "{'kind':'LifecycleQuery','series':[{'event':'round_started'}],%s}";
        var answer = pane.ask(query.formatted(RANGE));
        assertEquals("\"new\" \"returning\" \"resurrecting\" \"dormant\"", AskedPane.each(answer, "status"));
        assertEquals("[1,1,0,0,0] [0,1,1,0,0] [0,1,0,1,1] [0,0,-2,-1,-1]", AskedPane.each(answer, "data"));
        assertEquals(
                "\"round_started - new\"",
                answer.path("results").path(0).path("label").toString());
        var weeks = pane.ask(
                "{'kind':'LifecycleQuery','interval':'week','series':[{'event':'round_started'}],'dateRange':{'date_from':'2026-05-04','date_to':'2026-05-15'}}");
        assertEquals("[1,2] [0,1] [0,0] [0,0]", AskedPane.each(weeks, "data"));
    }
}
