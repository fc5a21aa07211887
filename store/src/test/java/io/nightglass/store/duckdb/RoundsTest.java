package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
    private static final List<String> EVENTS = List.of(
            "round_started",
            "proposal_generated",
            "proposal_applied",
            "round_scored",
            "round_kept",
            "round_reverted",
            "model_escalated",
            "stop_triggered",
            "$ai_generation",
            "step.plan");

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreeWithARecountWhateverTheOrderTheSplitsAndTheRestarts(long seed) {
        var random = new Random(seed);
        var events = events(random, 400);
        var sent = new ArrayList<>(events);
        sent.addAll(events.subList(0, 100));
        Collections.shuffle(sent, random);
        var store = Stores.open(home);
        var seen = new ArrayList<EventRow>();
        try {
            for (int from = 0; from < sent.size(); ) {
                var batch = sent.subList(from, Math.min(sent.size(), from + 1 + random.nextInt(60)));
                store.append(batch);
                from += batch.size();
                batch.stream().filter(row -> !seen.contains(row)).forEach(seen::add);
                if (random.nextInt(4) == 0) {
                    store.close();
                    store = Stores.open(home);
                }
                if (random.nextInt(3) == 0) {
                    assertAgrees(store, seen, seed);
                }
            }
            assertAgrees(store, events, seed);
        } finally {
            store.close();
        }
    }

    private static void assertAgrees(DuckDbEventStore store, List<EventRow> events, long seed) {
        assertSame(
                RoundModel.rounds(events),
                Stores.rows(store, RoundModel.ROUNDS_WIDTH, RoundModel.ROUNDS),
                "rounds, seed " + seed);
        assertSame(
                RoundModel.runs(events),
                Stores.rows(store, RoundModel.RUNS_WIDTH, RoundModel.RUNS),
                "runs, seed " + seed);
    }

    private static void assertSame(List<?> expected, List<?> found, String what) {
        assertEquals(expected.size(), found.size(), what);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), what);
        }
    }

    /** Few rounds, few moments, every quirk: ties in time, verdicts that change, numbers as text, loose model calls. */
    private static List<EventRow> events(Random random, int count) {
        var rows = new ArrayList<EventRow>();
        for (int i = 0; i < count; i++) {
            var event = EVENTS.get(random.nextInt(EVENTS.size()));
            var round = "01HXYZ000000000000000000" + (10 + random.nextInt(12));
            var row = Rows.event(event).at(random.nextInt(40)).uuid(new java.util.UUID(random.nextLong(), i));
            row = random.nextInt(4) == 0 ? row : row.run("01RUN" + random.nextInt(3));
            boolean loose = event.equals("$ai_generation") && random.nextBoolean();
            row = loose ? row.with("$ai_trace_id", '"' + round + '"') : random.nextInt(9) == 0 ? row : row.round(round);
            for (var name : List.of("score", "baseline_score", "delta", "$ai_input_tokens", "prompt_tokens")) {
                row = maybe(random, row, name, "3", "\"7\"", "true", "\"n/a\"", "null");
            }
            row = maybe(random, row, "total_cost_usd", "1.25", "\"2.5\"");
            row = maybe(random, row, "direction", "\"minimize\"", "\"maximize\"");
            row = maybe(random, row, "failure_mode", "\"timeout\"", "null");
            row = maybe(random, row, "reason", "\"score_missed\"", "\"plateau\"");
            rows.add(row.row());
        }
        return rows;
    }

    private static Rows maybe(Random random, Rows row, String name, String... values) {
        int pick = random.nextInt(2 * values.length);
        return pick < values.length ? row.with(name, values[pick]) : row;
    }

    @Test
    void callARoundCrashedOnlyWhenItWasNeverScored() {
        try (var store = Stores.open(home)) {
            store.append(List.of(
                    Rows.event("round_reverted").round("A").row(),
                    Rows.event("round_scored").round("B").with("score", "null").row(),
                    Rows.event("round_reverted")
                            .round("B")
                            .with("failure_mode", "\"crash\"")
                            .row(),
                    Rows.event("round_kept").round("C").at(5).row(),
                    Rows.event("round_reverted").round("C").at(5).row(),
                    Rows.event("round_started").round("D").row()));
            assertEquals(
                    List.of(
                            List.of("A", "crashed"),
                            List.of("B", "reverted"),
                            List.of("C", "crashed"),
                            List.of("D", "open")),
                    Stores.rows(store, 2, "SELECT round_id, verdict FROM rounds ORDER BY 1"));
        }
    }

    @Test
    void takeInACallOfTheirTraceThatCameBeforeTheRoundWasKnown() {
        try (var store = Stores.open(home)) {
            store.append(List.of(Rows.event("$ai_generation")
                    .with("$ai_trace_id", "\"R\"")
                    .with("$ai_input_tokens", "12")
                    .row()));
            assertEquals(0, Stores.number(store, "SELECT count(*) FROM rounds"));
            store.append(List.of(Rows.event("round_started").round("R").row()));
            assertEquals(
                    List.of(Arrays.<Object>asList(1L, 12L, 2L)),
                    Stores.rows(store, 3, "SELECT generations, tokens, events FROM rounds"));
        }
    }
}
