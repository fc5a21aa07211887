package io.nightglass.server.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.LivePane;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of evals: suites over nights, their runs and cases, and what judges said. */
class EvalsWalk {
    private static final String EVIL = "<script>alert(1)</script>";
    private static final String NIGHTS = "from=2025-12-30&to=2025-12-31";

    @TempDir
    Path folder = Path.of(".");

    @Test
    void suitesStandByDimensionAndNightAndAreCutWhereTheScorerChanged() {
        try (var pane = pane()) {
            var page = pane.get("/evals?" + NIGHTS).body();
            assertTrue(page.contains("50\u202f% of 2 cases passed; 1 regression."), page);
            assertTrue(page.contains(">v1</th>") && page.contains(">v2</th>"), page);
            assertTrue(page.contains("class=\"brk\""), page);
            assertTrue(page.contains("Suite unknown") && page.contains("scorer unknown"), page);
            assertTrue(page.contains("/rounds/r1?node=" + id(3)), "the regression's node");
            assertTrue(pane.get("/evals?show=average&" + NIGHTS).body().contains(">0.80<"), "average");
            assertFalse(page.contains(EVIL), page);
        }
    }

    @Test
    void everyCaseAndRunLeadsToItsNodeAndRationalesAreSearched() {
        try (var pane = pane()) {
            var found =
                    pane.get("/evals/cases?q=" + encoded(EVIL) + "&" + NIGHTS).body();
            assertTrue(found.contains("/rounds/r1?node=" + id(2)), found);
            assertFalse(found.contains("/rounds/r2?node="), found);
            assertFalse(found.contains(EVIL), found);
            var unnamed = pane.get("/evals/cases?none=suite,version&" + NIGHTS).body();
            assertTrue(unnamed.contains("lonely") && unnamed.contains("no suite ×"), unnamed);
            assertFalse(unnamed.contains("/rounds/r1?node="), unnamed);
            assertTrue(pane.get("/evals/cases?outcome=passed&" + NIGHTS).body().contains("/rounds/r1?node=" + id(2)));
            var runs = pane.get("/evals/runs?suite=nine&" + NIGHTS).body();
            assertTrue(runs.contains("/rounds/r1?node=" + id(1)) && runs.contains("1 of 9"), runs);
        }
    }

    @Test
    void anEmptyPaneAndStrangeFiltersAreAnsweredWithWords() {
        try (var pane = LivePane.open(folder)) {
            for (var path : new String[] {
                "/evals",
                "/evals/cases",
                "/evals/runs",
                "/evals?from=x&to=1&project=%27&client=%22%3E&show=y",
                "/evals/cases?suite=%27;drop&dim=%25&version=%5C&case=%00&outcome=maybe&q=%25_%27&page=0&none=,,x",
                "/evals/runs?page=10000&none=suite"
            }) {
                var page = pane.get(path);
                assertEquals(200, page.statusCode(), path + page.body());
            }
            assertTrue(pane.get("/evals").body().contains("No case was judged"));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String id(int number) {
        return new UUID(7, number).toString();
    }

    private LivePane pane() {
        var pane = LivePane.open(folder);
        var sent = pane.post(
                "/batch",
                LivePane.batch(
                        event(
                                1,
                                "eval.run",
                                "30T22:00:00",
                                "\"round_id\":\"r1\",\"suite_id\":\"s\",\"suite\":\"nine\",\"scorer_version\":\"v1\",\"n_cases\":9"),
                        event(
                                2,
                                "eval.case",
                                "30T22:00:01",
                                "\"round_id\":\"r1\",\"suite_id\":\"s\",\"case_id\":\"a\",\"dim\":\"dim_" + EVIL
                                        + "\",\"score\":0.8,\"passed\":true,\"rationale\":\"so " + EVIL + "\""),
                        event(
                                3,
                                "eval.regression",
                                "30T22:00:02",
                                "\"round_id\":\"r1\",\"case_id\":\"a\",\"dim\":\"dim_a\",\"delta\":-0.1"),
                        event(
                                4,
                                "eval.run",
                                "31T22:00:00",
                                "\"round_id\":\"r2\",\"suite_id\":\"s\",\"suite\":\"nine\",\"scorer_version\":\"v2\""),
                        event(
                                5,
                                "eval.case",
                                "31T22:00:01",
                                "\"round_id\":\"r2\",\"suite_id\":\"s\",\"case_id\":\"a\",\"dim\":\"dim_" + EVIL
                                        + "\",\"score\":0.3,\"passed\":false"),
                        event(6, "eval.case", "31T22:00:01", "\"case_id\":\"lonely\"")));
        assertEquals(200, sent.statusCode(), sent.body());
        return pane;
    }

    private static String event(int number, String name, String time, String properties) {
        return """
                {"uuid":"%s","event":"%s","distinct_id":"gtm:acme:judge","timestamp":"2025-12-%sZ","properties":{%s}}""".formatted(id(number), name, time, properties);
    }
}
