package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final List<String> EVENTS = List.of(
            "token_machine.request",
            "token_machine.request",
            "$ai_generation",
            "$ai_generation",
            "$ai_embedding",
            "$ai_trace",
            "$ai_span",
            "proposal_generated",
            "round_kept",
            "round_reverted");

    /** A call belongs to the run of its round, and without a round to the run it names. */
    private static final String CALLS_OF_RUNS = """
            WITH called AS (
              SELECT run_id, coalesce(round_id, CASE WHEN "p_$ai_trace_id" IN
                (SELECT round_id FROM events WHERE round_id IS NOT NULL) THEN "p_$ai_trace_id" END) AS round_id
              FROM events WHERE event = '$ai_generation'
            ),
            placed AS (
              SELECT CASE WHEN c.round_id IS NULL THEN c.run_id ELSE r.run_id END AS run_id
              FROM called AS c LEFT JOIN rounds AS r ON r.round_id = c.round_id
            )
            SELECT e.run_id, (SELECT count(*) FROM placed AS p WHERE p.run_id = e.run_id)
            FROM (SELECT DISTINCT run_id FROM events WHERE run_id IS NOT NULL) AS e ORDER BY 1""";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithARecountWhateverTheOrderTheSplitsAndTheRestarts(long seed) {
        var random = new Random(seed);
        var events = events(random, 250);
        var sent = new ArrayList<>(events);
        sent.addAll(events.subList(0, 80));
        Collections.shuffle(sent, random);
        var store = Stores.open(home);
        var seen = new ArrayList<EventRow>();
        try {
            for (int from = 0; from < sent.size(); ) {
                var batch = sent.subList(from, Math.min(sent.size(), from + 1 + random.nextInt(40)));
                store.append(batch);
                from += batch.size();
                batch.stream().filter(row -> !seen.contains(row)).forEach(seen::add);
                if (random.nextInt(6) == 0) {
                    store.close();
                    store = Stores.open(home);
                }
                if (random.nextInt(2) == 0) {
                    assertAgrees(store, seen, seed);
                }
            }
            assertAgrees(store, events, seed);
        } finally {
            store.close();
        }
    }

    private static void assertAgrees(DuckDbEventStore store, List<EventRow> events, long seed) {
        var model = new LedgerModel(events);
        assertSame(model.costs(), Stores.rows(store, LedgerModel.COSTS_WIDTH, LedgerModel.COSTS), "costs", seed);
        assertSame(
                model.roundMoney(),
                Stores.rows(store, LedgerModel.MONEY_WIDTH, LedgerModel.ROUND_MONEY),
                "rounds",
                seed);
        var runOf = new HashMap<String, String>();
        Stores.rows(store, 2, "SELECT round_id, run_id FROM rounds WHERE run_id IS NOT NULL")
                .forEach(row -> runOf.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
        assertEquals(
                Stores.rows(store, 2, CALLS_OF_RUNS),
                Stores.rows(store, 2, "SELECT run_id, generations FROM runs ORDER BY 1"),
                "calls of runs, seed " + seed);
        assertSame(
                model.runMoney(runOf),
                Stores.rows(store, LedgerModel.MONEY_WIDTH, LedgerModel.RUN_MONEY),
                "runs",
                seed);
    }

    private static void assertSame(List<?> expected, List<?> found, String what, long seed) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), what + ", seed " + seed);
        }
        assertEquals(expected.size(), found.size(), what + ", seed " + seed);
    }

    /** Few of everything, so that much is alike: ids, models, sizes, and moments 120 seconds apart to the second. */
    private static List<EventRow> events(Random random, int count) {
        var rows = new ArrayList<EventRow>();
        for (int i = 0; i < count; i++) {
            var event = EVENTS.get(random.nextInt(EVENTS.size()));
            boolean request = event.equals("token_machine.request");
            var row = Rows.event(event)
                    .at(20L * random.nextInt(60))
                    .uuid(new UUID(random.nextLong(), i))
                    .by(random.nextInt(4) == 0 ? "other" : "gtm:acme:planner");
            row = random.nextInt(3) == 0 ? row : row.run("RUN" + random.nextInt(2));
            row = random.nextInt(3) == 0 ? row : row.round("ROUND" + random.nextInt(8));
            row = maybe(random, row, "$ai_trace_id", "\"ROUND2\"", "\"ROUND9\"", "\"TRACE\"");
            row = maybe(random, row, "request_id", "\"a\"", "\"b\"", "\"c\"", "\"d\"");
            row = row.with("task_type", random.nextInt(8) == 0 ? "null" : "\"t\"");
            row = row.with(request ? "model_used" : "$ai_model", random.nextInt(5) == 0 ? "\"big\"" : "\"small\"");
            row = row.with(request ? "input_tokens" : "$ai_input_tokens", random.nextInt(4) == 0 ? "\"8\"" : "7");
            row = row.with(request ? "output_tokens" : "$ai_output_tokens", random.nextInt(9) == 0 ? "null" : "3");
            row = maybe(random, row, "cost_usd", "0.1", "0.2", "\"0.7\"", "0", "\"much\"");
            row = maybe(random, row, "$ai_total_cost_usd", "0.1", "0.0000015", "0", "12345.1");
            rows.add(row.row());
        }
        return rows;
    }

    private static Rows maybe(Random random, Rows row, String name, String... values) {
        int pick = random.nextInt(2 * values.length);
        return pick < values.length ? row.with(name, values[pick]) : row;
    }
}
