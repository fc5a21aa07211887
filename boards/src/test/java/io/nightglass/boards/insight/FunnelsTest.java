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

/** Funnels over the real store, every number by hand. */
class FunnelsTest {
    private static final String A_DAY = "'funnelWindowInterval':1,'funnelWindowIntervalUnit':'day'";

    @TempDir
    private static Path folder;

    private static AskedPane pane;

    @BeforeAll
    static void open() {
        pane = new AskedPane(folder, "UTC", "2026-05-20T12:00:00Z");
        pane.said("2026-05-18T10:00:00Z", "ann", "start", "{\"model\":\"a\"}")
                .said("2026-05-18T11:00:00Z", "ann", "apply", "{\"model\":\"b\"}")
                .said("2026-05-18T11:15:00Z", "ann", "noise")
                .said("2026-05-18T11:30:00Z", "ann", "keep")
                .said("2026-05-18T10:00:00Z", "bob", "start", "{\"model\":\"a\"}")
                .said("2026-05-18T10:30:00Z", "bob", "keep")
                .said("2026-05-18T12:00:00Z", "bob", "apply")
                .said("2026-05-18T10:00:00Z", "cid", "start", "{\"model\":\"b\"}")
                .said("2026-05-19T10:00:00Z", "cid", "start", "{\"model\":\"a\"}")
                .said("2026-05-20T09:00:00Z", "cid", "apply")
                .said("2026-05-20T10:00:00Z", "cid", "keep")
                .said("2026-05-18T10:00:00Z", "dan", "apply")
                .said("2026-05-18T10:00:00Z", "eve", "apply")
                .said("2026-05-18T10:00:00Z", "eve", "start")
                .said("2026-05-20T11:00:00Z", "eve", "keep");
        for (var round : new String[] {
            "r1 started", "r1 applied", "r1 kept", "r2 started", "r2 applied", "r3 applied", "r4 kept", "r4 started"
        }) {
            pane.said(
                    "2026-05-19T08:%02d:00Z".formatted(said++),
                    "gtm:acme:planner",
                    "round_" + round.substring(3),
                    "{\"round_id\":\"%s\"}".formatted(round.substring(0, 2)));
        }
        pane.said("2026-05-19T08:59:00Z", "gtm:acme:planner", "round_kept");
    }

    private static int said;

    @AfterAll
    static void close() {
        pane.close();
    }

    private static String funnel(String filter, String more) {
        return "{'kind':'FunnelsQuery','dateRange':{'date_from':'2026-05-18','date_to':'2026-05-20'},"
                + "'series':[{'event':'start'},{'event':'apply'},{'event':'keep'}],'funnelsFilter':{%s}%s}"
                        .formatted(filter, more.isEmpty() ? "" : "," + more);
    }

    private static String counts(JsonNode steps) {
        var counts = new StringJoiner(" ");
        steps.forEach(step -> counts.add(step.path("count").toString()));
        return counts.toString();
    }

    private static String split(JsonNode answer) {
        var all = new StringJoiner(" | ");
        answer.path("results")
                .forEach(steps -> all.add(steps.path(0).path("breakdown_value").path(0) + " " + counts(steps)));
        return all.toString();
    }

    @Test
    void countsWhoReachedEachStepInOrderFromAnyStart() {
        var answer = pane.ask(funnel(A_DAY, ""));
        assertEquals("4 4 2", counts(answer.path("results")));
        assertEquals(
                "{\"action_id\":\"apply\",\"name\":\"apply\",\"custom_name\":null,\"order\":1,\"type\":\"events\",\"people\":[],\"count\":4,"
                        + "\"average_conversion_time\":23400,\"median_conversion_time\":5400}",
                answer.path("results").path(1).toString());
        assertTrue(
                answer.path("results").path(0).path("average_conversion_time").isNull());
        assertEquals(
                "2700",
                answer.path("results").path(2).path("average_conversion_time").toString());
        assertEquals("4 4 3", counts(pane.ask(funnel("", "")).path("results")));
    }

    /** The window's end counts, a moment later does not. */
    @Test
    void takesTheWindowToTheSecond() {
        var second = "'funnelWindowInterval':%d,'funnelWindowIntervalUnit':'second'";
        assertEquals(
                "4 4 2", counts(pane.ask(funnel(second.formatted(86400), "")).path("results")));
        assertEquals(
                "4 4 1", counts(pane.ask(funnel(second.formatted(86399), "")).path("results")));
        assertEquals(
                "4 2 0", counts(pane.ask(funnel(second.formatted(3600), "")).path("results")));
    }

    @Test
    void countsOneRightAfterTheOtherWhenStrict() {
        assertEquals(
                "4 3 1",
                counts(pane.ask(funnel(A_DAY + ",'funnelOrderType':'strict'", ""))
                        .path("results")));
    }

    @Test
    void countsStepsInAnyOrderWhenUnordered() {
        var answer = pane.ask(funnel(A_DAY + ",'funnelOrderType':'unordered'", ""));
        assertEquals("5 4 3", counts(answer.path("results")));
        assertEquals(
                "Completed 2 steps", answer.path("results").path(1).path("name").asString());
    }

    @Test
    void leavesOutWhoDidWhatIsExcluded() {
        var noise =
                A_DAY + ",'exclusions':[{'kind':'EventsNode','event':'noise','funnelFromStep':%d,'funnelToStep':%d}]";
        assertEquals("3 3 1", counts(pane.ask(funnel(noise.formatted(1, 2), "")).path("results")));
        assertEquals("4 4 2", counts(pane.ask(funnel(noise.formatted(0, 1), "")).path("results")));
        assertEquals("3 3 1", counts(pane.ask(funnel(noise.formatted(0, 2), "")).path("results")));
    }

    @Test
    void goesByRoundsInsteadOfPersons() {
        var rounds =
                "{'kind':'FunnelsQuery','dateRange':{'date_from':'2026-05-18'},'series':[{'event':'round_started'},"
                        + "{'event':'round_applied'},{'event':'round_kept'}],'funnelsFilter':{%s}}";
        assertEquals(
                "3 2 1",
                counts(pane.ask(rounds.formatted("'funnelAggregateByHogQL':'properties.round_id'"))
                        .path("results")));
        assertEquals("1 1 1", counts(pane.ask(rounds.formatted("")).path("results")));
    }

    @Test
    void needsADifferentEventForEveryStep() {
        var twice =
                "{'kind':'FunnelsQuery','dateRange':{'date_from':'2026-05-18'},'series':[{'event':'start'},{'event':'start'},{}]}";
        assertEquals("4 1 1", counts(pane.ask(twice).path("results")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            'breakdownAttributionType':'first_touch' ; 25 ; "a" 2 2 1 | "b" 1 1 1 | "" 1 1 0
            'breakdownAttributionType':'last_touch'  ; 25 ; "a" 2 2 1 | "b" 1 1 1 | "" 1 1 0
            'breakdownAttributionType':'step'        ; 25 ; "a" 3 3 2 | "" 1 1 0
            'breakdownAttributionType':'all_events'  ; 25 ; "" 1 1 0 | "a" 3 0 0 | "b" 1 0 0
            'breakdownAttributionType':'first_touch' ; 1  ; "a" 2 2 1 | "Other" 2 2 1
            """)
    void splitsByAProperty(String attribution, int limit, String counts) {
        var by = "'breakdownFilter':{'breakdown':'model','breakdown_type':'event','breakdown_limit':%d}"
                .formatted(limit);
        assertEquals(counts, split(pane.ask(funnel(A_DAY + "," + attribution, by))));
    }

    @Test
    void saysHowLongItTook() {
        var answer = pane.ask(funnel(A_DAY + ",'funnelVizType':'time_to_convert'", ""));
        assertEquals(
                "{\"bins\":[[5400,1],[45900,0],[86400,1]],\"average_conversion_time\":45900}",
                answer.path("results").toString());
        var first = pane.ask(funnel(A_DAY + ",'funnelVizType':'time_to_convert','funnelToStep':1,'binCount':3", ""));
        assertEquals(
                "[[0,3],[27600,0],[55200,0],[82800,1]]",
                first.path("results").path("bins").toString());
        var nobody =
                pane.ask(funnel("'funnelVizType':'time_to_convert'", "'properties':[{'key':'model','value':'none'}]"));
        assertEquals(
                "{\"bins\":[],\"average_conversion_time\":null}",
                nobody.path("results").toString());
    }

    @Test
    void saysWhichShareConvertedDayByDay() {
        var answer = pane.ask(funnel(A_DAY + ",'funnelVizType':'trends'", ""));
        assertEquals("[25,100,0]", AskedPane.each(answer, "data"));
        assertEquals("[\"2026-05-18\",\"2026-05-19\",\"2026-05-20\"]", AskedPane.each(answer, "days"));
        var first = pane.ask(funnel(A_DAY + ",'funnelVizType':'trends','funnelToStep':1", ""));
        assertEquals("[75,100,0]", AskedPane.each(first, "data"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'funnelOrderType':'sideways'                                        | funnelsFilter.funnelOrderType: 'sideways' is not known
            'funnelVizType':'flow'                                              | funnelsFilter.funnelVizType: 'flow' is not known
            'funnelWindowInterval':0                                            | funnelsFilter.funnelWindowInterval: is no whole number
            'funnelToStep':3                                                    | funnelsFilter.funnelToStep: is no whole number from 0 to 2
            'funnelAggregateByHogQL':'properties.'                              | funnelsFilter.funnelAggregateByHogQL: expected
            'funnelOrderType':'strict','exclusions':[{'event':'noise'}]         | funnelsFilter.exclusions: are supported only where
            'breakdownAttributionType':'step','breakdownAttributionValue':1     | funnelsFilter.breakdownAttributionValue: only the first
            'funnelWindow':1                                                    | funnelsFilter.funnelWindow: is not supported here
            """)
    void refusesWhatItDoesNotKnow(String filter, String complaint) {
        var refusal = pane.refusal(funnel(filter, ""));
        assertTrue(refusal.startsWith(complaint), refusal);
    }
}
