package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A board of more rows than a page has. */
class LongBoardWalk {
    private static final int EACH = 15;
    private static final int PAIRS = EACH * EACH;
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");
    private static final Pattern PAIR = Pattern.compile("<tr data-row>.*?>(a\\d+)<.*?>(r\\d+)<.*?</tr>");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void itsPagesHoldEachRowOnceInTheOrderOfTheWholeAnswer() {
        try (var pane = hour()) {
            var pairs = new ArrayList<String>();
            var path = "/boards/anomaly-regressions?to=2025-12-31";
            var sizes = new ArrayList<Integer>();
            for (String next = path; next != null; ) {
                var page = pane.get(next);
                assertEquals(200, page.statusCode(), page.body());
                var on = pairs(page.body());
                sizes.add(on.size());
                pairs.addAll(on);
                var link = NEXT.matcher(page.body());
                next = link.find() ? link.group(1).replace("&amp;", "&") : null;
            }
            assertEquals(List.of(100, 100, 25), sizes);
            Set<String> once = new LinkedHashSet<>(pairs);
            assertEquals(PAIRS, once.size());
            assertEquals(
                    pairs,
                    pane.get(path + "&format=csv")
                            .body()
                            .lines()
                            .skip(1)
                            .map(line -> line.split(",", -1))
                            .map(cells -> cells[1] + cells[4])
                            .toList());
        }
    }

    @Test
    void aPageThatIsNotThereIsSaidAndTheFirstIsShown() {
        try (var pane = hour()) {
            var page = pane.get("/boards/anomaly-regressions?to=2025-12-31&page=9");
            assertEquals(200, page.statusCode());
            assertTrue(page.body().contains("There is no page 9, so this is the first."), page.body());
            assertTrue(page.body().contains("rows 1 to 100"), page.body());
            assertFalse(page.body().contains("rel=\"prev\""));
        }
    }

    private static List<String> pairs(String page) {
        return PAIR.matcher(page)
                .results()
                .map(found -> found.group(1) + found.group(2))
                .toList();
    }

    /** Fifteen wrong models and fifteen reverts in one hour of the clock. */
    private LivePane hour() {
        var events = new ArrayList<String>();
        for (int i = 0; i < EACH; i++) {
            events.add("""
                    {"event":"token_machine.anomaly","distinct_id":"a","timestamp":"2025-12-31T22:%02d:00Z",
                     "properties":{"type":"wrong_model","user_id":"a%d","task_type":"t","recommendation":"r"}}""".formatted(i, i));
            events.add("""
                    {"event":"round_reverted","distinct_id":"a","timestamp":"2025-12-31T22:%02d:30Z",
                     "properties":{"round_id":"r%d"}}""".formatted(i, i));
        }
        var pane = LivePane.open(folder);
        var sent = pane.post("/batch", LivePane.batch(events.toArray(String[]::new)));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }
}
