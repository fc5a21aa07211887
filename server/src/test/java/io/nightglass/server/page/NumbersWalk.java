package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of the pages and what stands behind them. */
class NumbersWalk {
    private static final String RANGE = "from=2025-12-28&to=2026-01-02";
    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*href=\"(/rounds\\?[^\"]*)\"[^>]*>(?:<b>)?([^<]*)</", Pattern.DOTALL);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void everyNumberLeadsToAListOfAsManyRounds() {
        try (var pane = LivePane.open(folder)) {
            pane.post("/batch", LivePane.batch(twoNights().toArray(String[]::new)));
            for (var path : List.of(
                    "/?night=2025-12-30",
                    "/?night=2025-12-31",
                    "/boards",
                    "/boards/round-funnel?" + RANGE,
                    "/boards/round-funnel?client=c&" + RANGE,
                    "/boards/score-trend?view=table&" + RANGE,
                    "/boards/score-trend?view=table&bucket=day&" + RANGE)) {
                assertTrue(follow(pane, path) > 0, path + " has no number to follow");
            }
        }
    }

    /** How many numbers {@code path} leads on from. */
    private static int follow(LivePane pane, String path) {
        int numbers = 0;
        var links = LINK.matcher(pane.get(path).body());
        while (links.find()) {
            var said = Pattern.compile("^\\D*?([0-9]+)(?: rounds?)?$").matcher(links.group(2));
            if (said.find()) {
                numbers++;
                var address = links.group(1).replace("&amp;", "&");
                var list = pane.get(address).body();
                assertTrue(
                        list.contains("id=\"total\">" + said.group(1) + " round"),
                        "%s says %s, but %s lists %s".formatted(path, links.group(2), address, total(list)));
            }
        }
        return numbers;
    }

    private static String total(String list) {
        var total = Pattern.compile("id=\"total\">([^<]*)<").matcher(list);
        return total.find() ? total.group(1) : "nothing";
    }

    /** Rounds of a loop and of none; lost at every step; begun on one day and scored on the next. */
    private static List<String> twoNights() {
        var events = new ArrayList<String>();
        for (var who : List.of("\"project\":\"p\",\"client\":\"c\"", "\"x\":1")) {
            for (int i = 0; i < 12; i++) {
                var id = (who.length() > 6 ? "p" : "n") + i;
                var day = i < 6 ? "2025-12-30" : "2025-12-31";
                var next = i < 6 ? "2025-12-31" : "2026-01-01";
                var more = who + ",\"run_id\":\"run" + id.charAt(0) + "\"";
                events.add(event(day + "T23:0" + i % 6 + ":00Z", "round_started", id, more));
                if (i % 6 > 0) {
                    events.add(event(day + "T23:10:00Z", "proposal_generated", id, more));
                }
                if (i % 6 > 1) {
                    events.add(event(day + "T23:20:00Z", "proposal_applied", id, more));
                }
                if (i % 6 > 2) {
                    var scored = i % 6 == 3 ? day + "T23:30:00Z" : next + (i % 6 == 4 ? "T02:00:00Z" : "T12:30:00Z");
                    events.add(event(scored, "round_scored", id, more + ",\"score\":0." + (i + 1)));
                    events.add(event(scored, "eval.regression", id, more + ",\"dim\":\"dim_a\""));
                    events.add(event(scored, "eval.regression", id, more + ",\"dim\":\"dim_b\""));
                }
                var kept = i % 6 == 4;
                var mode = i % 6 == 3 ? "" : ",\"failure_mode\":\"mode" + i % 3 + "\"";
                events.add(event(
                        next + "T12:40:00Z", kept ? "round_kept" : "round_reverted", id, kept ? more : more + mode));
            }
            events.add(event("2026-01-01T01:00:00Z", "stop_triggered", "", who + ",\"reason\":\"cap\""));
        }
        return events;
    }

    @Test
    void theTrendBeginsAnewWhenTheScorerChanges() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            scored("2025-12-29T23:00:00Z", "a", "0.9", "v1"),
                            scored("2025-12-30T23:00:00Z", "b", "0.4", "v2"),
                            scored("2025-12-31T23:00:00Z", "c", "0.5", ""),
                            scored("2026-01-01T23:00:00Z", "d", "0.8", "v1")));
            var chart = pane.get("/boards/score-trend?" + RANGE).body();
            assertTrue(chart.contains("scorer_version v1 → v2"), chart);
            assertTrue(chart.contains("/rounds/b"), "the round that brought the new scorer");
            assertTrue(chart.contains("scorer_version v2 → v1"), chart);
            assertFalse(chart.contains("/rounds/c\""), "a scorer that is not said is no other one");
            assertTrue(
                    chart.replace("&#34;", "\"").contains(",null],"), "a step without a height parts the line" + chart);
            var table = pane.get("/boards/score-trend?view=table&" + RANGE).body();
            assertEquals(
                    List.of("0.900 0.900", "new scorer 0.400 0.400", "0.500 0.500", "new scorer 0.800 0.900"),
                    nights(table),
                    table);
        }
    }

    @Test
    void theMorningSaysThatTheScorerChanged() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            scored("2025-12-28T23:00:00Z", "a", "0.7", "v1"),
                            scored("2025-12-29T23:00:00Z", "b", "0.9", ""),
                            scored("2025-12-30T23:00:00Z", "c", "0.4", "v2"),
                            scored("2025-12-31T23:00:00Z", "d", "0.5", "v2")));
            var changed = pane.get("/?night=2025-12-30").body();
            assertTrue(changed.contains("p: scorer_version v1 → v2"), changed);
            assertFalse(
                    pane.get("/?night=2025-12-31").body().contains("scorer_version"), "the same as the night before");
        }
    }

    @Test
    void aScorerThatWasThereBeforeTheRangeGoesOnFromItsBest() {
        try (var pane = LivePane.open(folder)) {
            pane.post(
                    "/batch",
                    LivePane.batch(
                            scored("2025-12-01T23:00:00Z", "a", "0.9", "v1"),
                            scored("2025-12-02T23:00:00Z", "b", "0.6", "v2"),
                            scored("2025-12-30T23:00:00Z", "c", "0.5", "v2")));
            assertEquals(
                    List.of("0.500 0.600"),
                    nights(pane.get("/boards/score-trend?view=table&" + RANGE).body()));
        }
    }

    /** Best and running best of every row. */
    private static List<String> nights(String table) {
        var rows = new ArrayList<String>();
        var row = Pattern.compile("<tr data-row>.*?</td>.*?</td>(.*?)</td>(.*?)</td>")
                .matcher(table);
        while (row.find()) {
            rows.add((row.group(1) + " " + row.group(2))
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\s+", " ")
                    .strip());
        }
        return rows;
    }

    private static String scored(String time, String round, String score, String version) {
        var scorer = version.isEmpty() ? "" : ",\"scorer_version\":\"" + version + "\"";
        return event(time, "round_scored", round, "\"project\":\"p\",\"score\":" + score + scorer);
    }

    private static String event(String time, String name, String round, String more) {
        var of = round.isEmpty() ? "" : "\"round_id\":\"%s\",".formatted(round);
        return """
                {"event":"%s","distinct_id":"d","timestamp":"%s","properties":{%s%s}}""".formatted(name, time, of, more);
    }
}
