package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nightglass.boards.evals.EvalFilter;
import io.nightglass.boards.evals.Evals;
import io.nightglass.boards.evals.JudgeCost;
import io.nightglass.store.EventRow;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What judges said, with numbers by hand, against the real store. */
class EvalsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-15T07:00:00Z"));
    private static final Said GTM = new Said("gtm", "acme");
    private static final BoardQuery NIGHTS =
            new BoardQuery(LocalDate.of(2026, 5, 12), LocalDate.of(2026, 5, 14), null, null);
    private static final EvalFilter ALL = EvalFilter.of(NIGHTS);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void aCaseTakesSuiteAndScorerFromItsRunAndIsCountedInItsNight() {
        with(evals -> {
            var nights = evals.nights(ALL);
            assertEquals(
                    List.of(
                            "2026-05-12 nine v1 dim_a 2 1 0.5",
                            "2026-05-13 nine v2 dim_a 1 0 0.25",
                            "2026-05-14 null null dim_a 1 0 null"),
                    nights.stream()
                            .map(one -> "%s %s %s %s %d %d %s"
                                    .formatted(
                                            one.night(),
                                            one.suite(),
                                            one.version(),
                                            one.dim(),
                                            one.cases(),
                                            one.passed(),
                                            one.average()))
                            .toList());
            assertNull(nights.getLast().passRate(), "nobody said whether it passed");
            assertEquals(1, evals.nights(of("nine", "v2")).size());
            assertEquals(
                    1,
                    evals.nights(of(EvalFilter.NONE, EvalFilter.NONE))
                            .getFirst()
                            .cases());
        });
    }

    @Test
    void aCaseFlipsOnlyUnderOneScorer() {
        with(evals -> {
            var flips = evals.flips(ALL);
            assertEquals(1, flips.size());
            assertEquals(1, flips.getFirst().flips(), "the third outcome is another scorer's");
            assertEquals("v1", flips.getFirst().version());
            assertEquals(2, flips.getFirst().judged());
        });
    }

    @Test
    void regressionsAreCountedByDimensionWithTheirLatestRounds() {
        with(evals -> {
            var fell = evals.regressions(ALL).getFirst();
            assertEquals("dim_a", fell.dim());
            assertEquals(1, fell.regressions());
            assertEquals(-0.5, fell.average());
            assertEquals("r1", fell.latest().getFirst().round());
        });
    }

    @Test
    void judgesAreTheCallsUnderARunAndWhatIsNotPricedIsNotNothing() {
        with(evals -> assertEquals(List.of(new JudgeCost("gtm", 0.5, 1, 2.5, 1)), evals.judgeCosts(ALL)));
        assertEquals("≥ ", new JudgeCost("gtm", 0.5, 1, 2.5, 1).bound());
        assertEquals("≤ ", new JudgeCost("gtm", 0.5, 0, 2.5, 1).bound());
        assertEquals("", new JudgeCost("gtm", 0, 0, 2.5, 1).bound(), "no judge is no share, whatever the rest costs");
        assertNull(new JudgeCost("gtm", 0, 1, 0, 1).share());
    }

    @Test
    void rationalesAreSearchedAsTextAndEachCaseAndRunIsListed() {
        with(evals -> {
            var found = evals.cases(new EvalFilter(NIGHTS, null, null, null, null, null, "TOO %_' EARLY"), 1, 10);
            assertEquals(1, found.size());
            assertEquals("r1", found.getFirst().round());
            var failed = new EvalFilter(NIGHTS, null, null, null, null, EvalFilter.Outcome.FAILED, null);
            assertEquals(2, evals.cases(failed, 1, 10).size());
            assertEquals(3, evals.cases(ALL, 1, 2).size(), "one more than a page tells that there are more");
            var runs = evals.runs(ALL, 1, 10);
            assertEquals(List.of(1L, 2L), runs.stream().map(run -> run.cases()).toList());
            assertEquals(0.5, runs.getLast().average());
        });
    }

    private static EvalFilter of(@Nullable String suite, @Nullable String version) {
        return new EvalFilter(NIGHTS, suite, null, version, null, null, null);
    }

    private void with(Consumer<Evals> test) {
        long seed = System.nanoTime();
        var events = new ArrayList<>(events());
        Collections.shuffle(events, new Random(seed));
        System.out.println("seed " + seed);
        try (var store = DuckDbEventStore.open(folder, CLOCK)) {
            store.append(events);
            test.accept(new Evals(new Asker(store, ZoneOffset.UTC, CLOCK)));
        }
    }

    private static List<EventRow> events() {
        return List.of(
                GTM.at(
                        "2026-05-12T22:00:00Z",
                        "eval.run",
                        "r1",
                        "{\"suite_id\":\"s\",\"suite\":\"nine\",\"scorer_version\":\"v1\",\"n_cases\":2}"),
                GTM.at("2026-05-12T22:00:05Z", "$ai_generation", "r1", """
                        {"$ai_latency":2,"$ai_total_cost_usd":0.25,"$ai_model":"m","$ai_parent_id":"s"}"""),
                GTM.at("2026-05-12T22:00:08Z", "$ai_generation", "r1", """
                        {"$ai_latency":2,"$ai_total_cost_usd":0.25,"$ai_model":"m"}"""),
                GTM.at("2026-05-12T22:00:09Z", "$ai_generation", "r1", "{\"$ai_latency\":2,\"$ai_model\":\"m\"}"),
                GTM.at("2026-05-12T22:00:01Z", "$ai_generation", "r1", """
                        {"$ai_latency":5,"$ai_total_cost_usd":2,"$ai_model":"m"}"""),
                GTM.at("2026-05-12T22:00:10Z", "eval.case", "r1", """
                        {"suite_id":"s","case_id":"a","dim":"dim_a","score":0.75,"passed":true}"""),
                GTM.at("2026-05-13T01:00:10Z", "eval.case", "r1", """
                        {"suite_id":"s","case_id":"a","dim":"dim_a","score":0.25,"passed":false,"rationale":"too %_' early"}"""),
                GTM.at("2026-05-13T01:00:11Z", "eval.regression", "r1", """
                        {"case_id":"a","dim":"dim_a","prior_score":0.75,"new_score":0.25,"delta":-0.5}"""),
                GTM.at(
                        "2026-05-13T22:00:00Z",
                        "eval.run",
                        "r2",
                        "{\"suite_id\":\"s\",\"suite\":\"nine\",\"scorer_version\":\"v2\"}"),
                GTM.at("2026-05-13T22:00:09Z", "eval.case", "r2", """
                        {"suite_id":"s","case_id":"a","dim":"dim_a","score":0.25,"passed":false}"""),
                GTM.at("2026-05-14T22:00:00Z", "eval.case", null, "{\"case_id\":\"a\",\"dim\":\"dim_a\"}"));
    }
}
