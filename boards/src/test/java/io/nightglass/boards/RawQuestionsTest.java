package io.nightglass.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.store.EventRow;
import io.nightglass.store.Table;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Boards read tables that are kept up to date. Each is asked once more over {@code events} alone, with those tables spelled
 * out as questions, on data that comes late, twice, in any order and in pieces.
 */
class RawQuestionsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-20T12:00:00Z"));
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> EVENTS = List.of(
            "round_started",
            "proposal_generated",
            "proposal_applied",
            "round_scored",
            "round_scored",
            "round_kept",
            "round_reverted",
            "$ai_generation",
            "token_machine.request",
            "model_escalated",
            "stop_triggered",
            "token_machine.anomaly");

    /** The tables of our own, as questions over events. No two events of the data are of one moment, nor two requests of one id. */
    private static final String RAW = """
            WITH rounds AS (
              SELECT round_id, argMin(project, timestamp) AS project, argMin(client, timestamp) AS client,
                     if(countIf(event = 'round_started') = 0, NULL, minIf(timestamp, event = 'round_started')) AS started_at,
                     if(countIf(event = 'proposal_generated') = 0, NULL, minIf(timestamp, event = 'proposal_generated')) AS generated_at,
                     if(countIf(event = 'proposal_applied') = 0, NULL, minIf(timestamp, event = 'proposal_applied')) AS applied_at,
                     if(countIf(event = 'round_scored') = 0, NULL, minIf(timestamp, event = 'round_scored')) AS scored_at,
                     if(countIf(event = 'round_kept') = 0, NULL, minIf(timestamp, event = 'round_kept')) AS kept_at,
                     if(countIf(event IN ('round_kept', 'round_reverted')) = 0, NULL,
                        maxIf(timestamp, event IN ('round_kept', 'round_reverted'))) AS decided_at,
                     multiIf(decided_at IS NULL, 'open',
                             argMaxIf(event, timestamp, event IN ('round_kept', 'round_reverted')) = 'round_kept', 'kept',
                             scored_at IS NULL, 'crashed', 'reverted') AS verdict,
                     coalesce(argMaxIf(lower(properties.direction), timestamp,
                       properties.direction IS NOT NULL AND event NOT LIKE '$%' AND event NOT LIKE 'token%'), 'maximize') AS direction
              FROM events WHERE round_id IS NOT NULL GROUP BY round_id
            ),
            scores AS (
              SELECT timestamp, round_id AS round_no, project, client, properties.score AS score,
                     lower(properties.direction) AS direction,
                     if(round_id IN (SELECT round_id FROM rounds WHERE direction = 'minimize'), 'minimize', 'maximize')
                       AS round_direction, false AS is_only,
                     properties.quality_score AS quality_score, properties.task_type AS task_type,
                     coalesce(properties.model_used, properties.model, properties.$ai_model) AS model
              FROM events WHERE event = 'round_scored'
            ),
            routed AS (
              SELECT timestamp, round_id AS round_no, project, client, properties.quality_score AS quality_score,
                     properties.task_type AS task_type, properties.model_used AS model
              FROM events WHERE event = 'token_machine.request'
            ),
            dimensions AS (
              SELECT timestamp, round_id AS round_no, project, client, 'dim_depth' AS dimension, properties.dim_depth AS value,
                     false AS is_only
              FROM events WHERE event = 'round_scored' AND properties.dim_depth IS NOT NULL
              UNION ALL
              SELECT timestamp, round_id AS round_no, project, client, 'dim_tone' AS dimension, properties.dim_tone AS value,
                     false AS is_only
              FROM events WHERE event = 'round_scored' AND properties.dim_tone IS NOT NULL
            ),
            requests AS (
              SELECT timestamp, project, client, round_id, properties.task_type AS task_type, properties.cost_usd AS cost_usd,
                     properties.request_id AS request_id
              FROM events WHERE event = 'token_machine.request'
            ),
            generations AS (
              SELECT timestamp, project, client, round_id, properties.task_type AS task_type,
                     properties.$ai_total_cost_usd AS cost_usd, properties.request_id AS request_id
              FROM events WHERE event = '$ai_generation'
            ),
            calls AS (
              SELECT r.timestamp AS timestamp, coalesce(r.project, g.project) AS project, coalesce(r.client, g.client) AS client,
                     coalesce(r.round_id, g.round_id) AS round_id, coalesce(r.task_type, g.task_type) AS task_type,
                     r.cost_usd AS cost_usd, 'token_machine' AS source
              FROM requests AS r LEFT JOIN generations AS g ON r.request_id = g.request_id
              UNION ALL
              SELECT timestamp, project, client, round_id, task_type, cost_usd, 'generation' AS source FROM generations
              WHERE request_id NOT IN (SELECT request_id FROM requests)
            ),
            stated AS (
              SELECT timestamp, event, project, client, round_id, properties.task_type AS task_type,
                     properties.cost_usd AS cost_usd
              FROM events
              WHERE event IN ('round_kept', 'round_reverted', 'proposal_generated') AND properties.cost_usd IS NOT NULL
                AND round_id IS NOT NULL
                AND round_id NOT IN (SELECT round_id FROM calls WHERE cost_usd IS NOT NULL AND round_id IS NOT NULL)
            ),
            ledger AS (
              SELECT timestamp, project, client, round_id, task_type, cost_usd, source FROM calls
              UNION ALL
              SELECT max(timestamp) AS timestamp, argMax(project, timestamp) AS project, argMax(client, timestamp) AS client,
                     round_id, argMax(tuple(task_type), timestamp).1 AS task_type, argMax(cost_usd, timestamp) AS cost_usd,
                     'round' AS source
              FROM stated WHERE event != 'proposal_generated' GROUP BY round_id
              UNION ALL
              SELECT timestamp, project, client, round_id, task_type, cost_usd, 'proposal' AS source
              FROM stated
              WHERE event = 'proposal_generated'
                AND round_id NOT IN (SELECT round_id FROM stated WHERE event != 'proposal_generated')
            ),
            costs AS (
              SELECT timestamp, project, client, task_type, cost_usd, source,
                     if(round_id IN (SELECT round_id FROM rounds WHERE verdict IN ('reverted', 'crashed')), 'reverted', NULL)
                       AS verdict
              FROM ledger
            ),
            stops AS (
              SELECT timestamp, project, client, properties.reason AS reason FROM events WHERE event = 'stop_triggered'
            ),
            escalations AS (
              SELECT timestamp, project, client, properties.from_model AS from_model, properties.to_model AS to_model
              FROM events WHERE event = 'model_escalated'
            ),
            anomalies AS (
              SELECT timestamp, uuid, project, client, properties.type AS type, properties.user_id AS user_id,
                     properties.task_type AS task_type, properties.recommendation AS recommendation
              FROM events WHERE event = 'token_machine.anomaly'
            ),
            reverts AS (
              SELECT timestamp, uuid, project, client, round_id,
                     coalesce(properties.failure_mode, properties.reason) AS failure_mode
              FROM events WHERE event = 'round_reverted'
            )
            """;

    @TempDir
    Path folder = Path.of(".");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyBoardGivesTheNumbersOfTheRawQuestion(long seed) {
        var random = new Random(seed);
        var sent = new ArrayList<>(events(random, 600));
        sent.addAll(sent.subList(0, 150));
        Collections.shuffle(sent, random);
        var store = DuckDbEventStore.open(folder, CLOCK);
        try {
            for (int from = 0; from < sent.size(); ) {
                int to = Math.min(sent.size(), from + 1 + random.nextInt(200));
                store.append(sent.subList(from, to));
                from = to;
                if (random.nextInt(4) == 0) {
                    store.close();
                    store = DuckDbEventStore.open(folder, CLOCK);
                }
                if (from == sent.size() || random.nextInt(3) == 0) {
                    for (var board : Boards.ALL) {
                        assertSame(new Asker(store, BERLIN, CLOCK), board, seed);
                    }
                }
            }
        } finally {
            store.close();
        }
    }

    private static void assertSame(Asker asker, Board board, long seed) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("from", LocalDate.of(2026, 5, 3));
        values.put("to", LocalDate.of(2026, 5, 9));
        values.put("client", null);
        for (var project : new @Nullable String[] {null, "gtm"}) {
            values.put("project", board.id().equals("dimension-heatmap") ? "gtm" : project);
            var what = "%s of %s, seed %d".formatted(board.id(), project, seed);
            var kept = asker.ask(board.table().hogql(), values);
            var raw = asker.ask(RAW + board.table().hogql(), values);
            assertEquals(raw.rows().size(), kept.rows().size(), what);
            for (int i = 0; i < raw.rows().size(); i++) {
                assertAlike(raw, kept, i, what);
            }
        }
    }

    /** A mean or a sum of doubles may differ in its last digit with the order of its parts. */
    private static void assertAlike(Table raw, Table kept, int row, String what) {
        for (int i = 0; i < raw.columns().size(); i++) {
            var expected = raw.rows().get(row).get(i);
            var found = kept.rows().get(row).get(i);
            var where = "%s, row %d: %s against %s"
                    .formatted(what, row, raw.rows().get(row), kept.rows().get(row));
            if (expected instanceof Double number && found instanceof Double other) {
                assertTrue(Math.abs(number - other) <= 1e-9 || number.equals(other), where);
            } else {
                assertEquals(expected, found, where);
            }
        }
    }

    private static List<EventRow> events(Random random, int count) {
        var said = List.of(new Said("gtm", "acme"), new Said("ml", "acme"));
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    int round = random.nextInt(40);
                    var at = Instant.parse("2026-05-01T00:00:00Z")
                            .plusSeconds(21_600L * round + random.nextInt(100_000))
                            .plusMillis(i);
                    var event = EVENTS.get(random.nextInt(EVENTS.size()));
                    var name = random.nextInt(6) == 0 ? null : "R" + round;
                    return received(said.get(round % 2).at(at.toString(), event, name, properties(random, event, i)));
                })
                .toList();
    }

    /** Long after it happened: the store knows a uuid again for a day from its receipt. */
    private static EventRow received(EventRow row) {
        return new EventRow(
                row.uuid(),
                row.event(),
                row.timestamp(),
                row.distinctId(),
                row.envelope(),
                row.properties(),
                CLOCK.instant(),
                row.warnings());
    }

    private static String properties(Random random, String event, int i) {
        var json = new ArrayList<String>();
        var sometimes = List.of(
                "\"score\":0." + random.nextInt(90),
                "\"quality_score\":\"0." + random.nextInt(90) + '"',
                "\"dim_depth\":" + random.nextInt(9),
                "\"dim_tone\":\"" + random.nextInt(9) + '"',
                "\"task_type\":\"t" + random.nextInt(2) + '"',
                "\"cost_usd\":0." + random.nextInt(90),
                "\"$ai_total_cost_usd\":0.0" + random.nextInt(90),
                "\"reason\":\"why" + random.nextInt(2) + '"',
                "\"to_model\":\"big\"");
        sometimes.stream().filter(_ -> random.nextInt(3) > 0).forEach(json::add);
        if (event.equals("token_machine.anomaly")) {
            json.add("\"type\":\"wrong_model\"");
        }
        if (event.equals("token_machine.request")) {
            json.add("\"request_id\":\"q" + i + '"');
            json.add("\"model_used\":\"small\"");
        } else if (event.equals("$ai_generation")) {
            json.add("\"request_id\":\"q" + (i - 1) + '"');
            json.add("\"$ai_model\":\"small\"");
        } else {
            json.add("\"direction\":\"" + (random.nextInt(3) == 0 ? "minimize" : "maximize") + '"');
            json.add("\"model\":\"m" + random.nextInt(2) + '"');
        }
        return "{" + String.join(",", json) + "}";
    }
}
