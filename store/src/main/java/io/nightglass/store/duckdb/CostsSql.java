package io.nightglass.store.duckdb;

import java.util.List;

/** {@code costs}, the ledger: every dollar once (boards.md, "The ledger"). */
final class CostsSql {
    static final List<String> CREATE = List.of(
            """
            CREATE TABLE IF NOT EXISTS costs ("timestamp" TIMESTAMP, project VARCHAR, client VARCHAR, run_id VARCHAR,
              round_id VARCHAR, agent VARCHAR, task_type VARCHAR, model VARCHAR, cost_usd %s, source VARCHAR,
              provenance VARCHAR, uuid UUID, hides UUID, sample BOOLEAN, seq BIGINT, verdict VARCHAR)""".formatted(Money.TYPE),
            """
            CREATE TABLE IF NOT EXISTS stated_costs ("timestamp" TIMESTAMP, uuid UUID, event VARCHAR, project VARCHAR,
              client VARCHAR, run_id VARCHAR, round_id VARCHAR, agent VARCHAR, task_type VARCHAR, model VARCHAR,
              cost_usd %s, sample BOOLEAN, seq BIGINT)""".formatted(Money.TYPE),
            // "call" and "request" are the numbers of their events
            "CREATE TABLE IF NOT EXISTS hidden_calls (call BIGINT, request BIGINT, by_id BOOLEAN)");

    /** What rounds and proposals say they cost, of the events after {@code ?} up to {@code ?}. */
    static final String STATED = """
            INSERT INTO stated_costs
            SELECT * FROM (
              SELECT "timestamp", uuid, event, project, client, run_id, round_id, agent, p_task_type, %s, %s AS cost_usd,
                coalesce(p_sample, false), seq
              FROM events
              WHERE seq > ? AND seq <= ? AND event IN ('round_kept', 'round_reverted', 'proposal_generated')
                AND round_id IS NOT NULL AND p_cost_usd IS NOT NULL)
            WHERE cost_usd IS NOT NULL""".formatted(Copies.MODEL, Money.of("p_cost_usd"));

    /** Calls and requests whose row in the ledger may have changed: new after {@code ?}, paired anew, found their round. */
    static final String REBILLED = """
            CREATE OR REPLACE TEMP TABLE rebilled AS
            SELECT seq FROM generations WHERE seq > ?
            UNION SELECT seq FROM routed WHERE seq > ?
            UNION SELECT call FROM changed_pairs
            UNION SELECT request FROM changed_pairs
            UNION SELECT seq FROM found_rounds
            UNION SELECT request FROM hidden_calls WHERE call IN (SELECT seq FROM found_rounds)""";

    static final String BILLED_ROUNDS = "CREATE OR REPLACE TEMP TABLE billed_rounds (id VARCHAR)";
    static final String BILLED_RUNS = "CREATE OR REPLACE TEMP TABLE billed_runs (id VARCHAR)";

    /** The rounds and runs of what is rebilled: asked before and after. */
    static final List<String> NOTE_BILLED = List.of("""
            INSERT INTO billed_rounds SELECT DISTINCT round_id FROM costs
            WHERE round_id IS NOT NULL AND seq IN (SELECT seq FROM rebilled)""", """
            INSERT INTO billed_runs SELECT DISTINCT run_id FROM costs
            WHERE run_id IS NOT NULL AND seq IN (SELECT seq FROM rebilled)""");

    static final String NOTE_TOUCHED = "INSERT INTO billed_rounds SELECT id FROM touched_rounds";

    static final String TAKE_OUT = "DELETE FROM costs WHERE seq IN (SELECT seq FROM rebilled)";

    /** A routed call: the request's time and money, and what it lacks from the call it hides. */
    static final String ROUTED =
            """
            INSERT INTO costs
            SELECT r."timestamp", %s, r.cost_usd, 'token_machine',
              CASE WHEN r.cost_usd IS NULL THEN 'unknown' ELSE 'reported' END, r.uuid, g.uuid, r.sample, r.seq, NULL
            FROM (FROM routed WHERE seq IN (SELECT seq FROM rebilled)) AS r
              LEFT JOIN (FROM hidden_calls WHERE request IN (SELECT seq FROM rebilled)) AS h ON h.request = r.seq
              LEFT JOIN (FROM generations WHERE seq IN
                (SELECT call FROM hidden_calls WHERE request IN (SELECT seq FROM rebilled))) AS g ON g.seq = h.call""".formatted(lacking("project", "client", "run_id", "round_id", "agent", "task_type", "model"));

    /** A call that no request hides. */
    static final String CALLED = """
            INSERT INTO costs
            SELECT "timestamp", project, client, run_id, round_id, agent, task_type, model, cost_usd, 'generation',
              provenance, uuid, NULL, sample, seq, NULL
            FROM generations WHERE seq IN (SELECT seq FROM rebilled)
              AND seq NOT IN (SELECT call FROM hidden_calls WHERE call IN (SELECT seq FROM rebilled))""";

    private static final String BILLED = """
            round_id >= (SELECT min(id) FROM billed_rounds) AND round_id <= (SELECT max(id) FROM billed_rounds)
              AND round_id IN (SELECT id FROM billed_rounds)""";

    /** The rows of the billed rounds; those that round and proposals say are taken out, and may come back. */
    static final String CALL_COSTS = """
            CREATE OR REPLACE TEMP TABLE billed_costs AS
            SELECT round_id, cost_usd, source, seq FROM costs WHERE %s""".formatted(BILLED);

    static final String TAKE_OUT_STATED = """
            DELETE FROM costs WHERE seq IN (SELECT seq FROM billed_costs WHERE source IN ('round', 'proposal'))""";

    /** Of a round none of whose calls has a known price: what its verdict says, else what its proposals say. */
    static final String STATED_COSTS = """
            CREATE OR REPLACE TEMP TABLE told_costs AS
            WITH priced AS (
              SELECT round_id FROM billed_costs WHERE cost_usd IS NOT NULL AND source IN ('token_machine', 'generation')
            ),
            stated AS (FROM stated_costs WHERE %s AND round_id NOT IN (SELECT round_id FROM priced)),
            judged AS (
              FROM stated WHERE event <> 'proposal_generated'
              QUALIFY row_number() OVER (PARTITION BY round_id ORDER BY "timestamp" DESC, event DESC, uuid DESC) = 1
            )
            SELECT *, 'round' AS source FROM judged
            UNION ALL
            SELECT *, 'proposal' FROM stated
            WHERE event = 'proposal_generated' AND round_id NOT IN (SELECT round_id FROM judged)""".formatted(BILLED);

    static final String STATED_ROWS = """
            INSERT INTO costs
            SELECT "timestamp", project, client, run_id, round_id, agent, task_type, model, cost_usd, source, 'reported',
              uuid, NULL, sample, seq, NULL
            FROM told_costs""";

    /** What became of the rounds whose money may have changed, and of those whose verdict may have. */
    static final String VERDICTS = """
            UPDATE costs SET verdict = r.verdict FROM (SELECT round_id, verdict FROM rounds WHERE %1$s) AS r
            WHERE costs.round_id = r.round_id AND costs.verdict IS DISTINCT FROM r.verdict
              AND costs.round_id >= (SELECT min(id) FROM billed_rounds)
              AND costs.round_id <= (SELECT max(id) FROM billed_rounds)""".formatted(BILLED);

    static final String ROUND_MONEY = """
            UPDATE rounds SET cost_usd = b.cost_usd, unpriced = b.unpriced
            FROM (
              SELECT d.id, sum(c.cost_usd) AS cost_usd, count(c.seq) FILTER (c.cost_usd IS NULL) AS unpriced
              FROM (SELECT DISTINCT id FROM billed_rounds) AS d
                LEFT JOIN (
                  SELECT round_id, cost_usd, seq FROM billed_costs WHERE source IN ('token_machine', 'generation')
                  UNION ALL
                  SELECT round_id, cost_usd, seq FROM told_costs) AS c ON c.round_id = d.id
              GROUP BY d.id) AS b
            WHERE rounds.round_id = b.id""";

    private CostsSql() {}

    private static String lacking(String... columns) {
        return String.join(
                ", ",
                List.of(columns).stream()
                        .map(column -> "coalesce(r.%1$s, g.%1$s)".formatted(column))
                        .toList());
    }
}
