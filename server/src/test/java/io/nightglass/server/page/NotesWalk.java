package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Annotations on boards with a time axis, and the days before. */
class NotesWalk {
    private static final String DAYS = "?from=2025-12-29&to=2026-01-01";
    private static final List<String> TIMED = List.of(
            "score-trend", "dimension-heatmap", "cost-per-kept", "escalations", "stop-reasons", "cost-compression");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void anAnnotationIsOnEveryBoardWithATimeAxisAsText() {
        try (var pane = BoardNights.open(folder)) {
            long id = BoardNights.note(pane, "2025-12-31T12:30:00Z", "rules <b>7</b>");
            BoardNights.note(pane, "2025-11-01T12:30:00Z", "long before");
            for (var board : TIMED) {
                for (var bucket : List.of("day", "night")) {
                    var page = pane.get("/boards/" + board + DAYS + "&bucket=" + bucket)
                            .body();
                    assertTrue(page.contains("rules &lt;b&gt;7&lt;/b&gt;"), board + page);
                    assertFalse(page.contains("<b>7</b>"), board);
                    assertFalse(page.contains("long before"), board);
                    assertTrue(page.contains("note=" + id + "#note"), board + page);
                }
            }
        }
    }

    @Test
    void aClickedAnnotationSaysTheMediansBeforeItAndFromItOn() {
        try (var pane = BoardNights.open(folder)) {
            long id = BoardNights.note(pane, "2025-12-31T12:30:00Z", "rules 7");
            var byDay = pane.get("/boards/cost-per-kept" + DAYS + "&note=" + id).body();
            // The 30th: one call of 0.40 for one kept round. The 31st: 0.90 for it, and 2.50 of a lost one whose calls
            // have no price.
            assertTrue(byDay.contains("before $0.400 <span class=\"t3\">(1 day)"), byDay);
            assertTrue(byDay.contains("after ≥\u202f$3.40 <span class=\"t3\">(1 day)"), byDay);
            assertTrue(byDay.contains("change not known"), byDay);
            var byNight = pane.get("/boards/stop-reasons" + DAYS + "&bucket=night&note=" + id)
                    .body();
            assertTrue(byNight.contains("before 3 <span class=\"t3\">(1 night)"), byNight);
            assertTrue(byNight.contains("after 1 <span class=\"t3\">(1 night)"), byNight);
            assertTrue(byNight.contains("−2"), byNight);
            var none = pane.get("/boards/stop-reasons" + DAYS + "&note=99").body();
            assertTrue(none.contains("There is no annotation 99 in these days."), none);
        }
    }

    @Test
    void theDaysBeforeAreAsManyAndEndWhereTheseBegin() {
        try (var pane = BoardNights.open(folder)) {
            var page = pane.get("/boards/stop-reasons?from=2025-12-31&to=2025-12-31&compare=previous")
                    .body();
            assertTrue(page.contains("from=2025-12-30&amp;to=2025-12-30"), page);
            assertTrue(page.contains("<b>4</b></td><td class=\"num t2\">0</td><td class=\"num\">+4</td>"), page);
            var money = pane.get("/boards/cost-per-kept?from=2025-12-31&to=2025-12-31&compare=previous")
                    .body();
            assertTrue(money.contains("not known"), "a call of the day has no price, so no change is");
            for (var board : TIMED) {
                assertEquals(
                        200,
                        pane.get("/boards/" + board + DAYS + "&compare=previous")
                                .statusCode(),
                        board);
            }
            for (var board : List.of("round-funnel", "model-fit", "anomaly-regressions")) {
                var other = pane.get("/boards/" + board + DAYS + "&compare=previous");
                assertTrue(other.body().contains("Compared with the days before"), board + other.body());
            }
        }
    }
}
