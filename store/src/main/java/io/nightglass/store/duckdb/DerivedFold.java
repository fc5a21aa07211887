package io.nightglass.store.duckdb;

import java.sql.SQLException;
import java.util.stream.LongStream;

/**
 * Takes the events of one stretch into the {@link Derived} tables: what they touch is recomputed from all its events, so
 * the order of arrival cannot show, nor where a stretch ends.
 */
final class DerivedFold {
    private final Statements sql;
    private final long after;
    private final long upTo;

    /** Events with {@code after < seq <= upTo}; all before are taken in. */
    DerivedFold(Statements sql, long after, long upTo) {
        this.sql = sql;
        this.after = after;
        this.upTo = upTo;
    }

    void run() throws SQLException {
        sql.run(RoundsSql.LOOSE, after, upTo);
        touch("touched_rounds", RoundsSql.TOUCHED, after, upTo, after);
        touch("touched_loose", RoundsSql.TOUCHED_LOOSE);
        touch("touched_runs", RunsSql.TOUCHED, after, upTo);
        touch("touched_sessions", SessionsSql.TOUCHED, after, upTo);
        touch("new_rounds", "SELECT id FROM touched_rounds WHERE id NOT IN (SELECT round_id FROM rounds)");
        if (sql.any("touched_rounds")) {
            long loose = sql.number("SELECT coalesce(min(seq), %d) FROM touched_loose".formatted(Long.MAX_VALUE));
            replace("rounds", "round_id", RoundsSql.ROWS, loose);
            sql.run(RunsSql.TOUCHED_AFTER);
        }
        sql.run(RoundsSql.NOW);
        for (var copy : Copies.FILL) {
            sql.run(copy, after, upTo);
        }
        sql.run(Copies.TURNED);
        sql.run(Copies.SCORED_AGAIN);
        if (sql.any("scored_again")) {
            for (var update : Copies.NOT_ONLY) {
                sql.run(update);
            }
        }
        sql.run(CostsSql.STATED, after, upTo);
        sql.run(Copies.FOUND_ROUNDS, after);
        if (sql.any("found_rounds")) {
            sql.run(Copies.JOIN_ROUNDS);
        }
        new PairFold(sql).run(after);
        bill();
        if (sql.any("touched_runs")) {
            replace("runs", "run_id", RunsSql.ROWS);
        }
        if (sql.any("touched_sessions")) {
            replace("sessions", "session_id", SessionsSql.ROWS);
        }
    }

    private void bill() throws SQLException {
        sql.run(CostsSql.REBILLED, after, after);
        sql.run(CostsSql.BILLED_ROUNDS);
        sql.run(CostsSql.BILLED_RUNS);
        sql.run(CostsSql.NOTE_TOUCHED);
        if (sql.any("rebilled")) {
            noteBilled();
            sql.run(CostsSql.TAKE_OUT);
            sql.run(CostsSql.ROUTED);
            sql.run(CostsSql.CALLED);
            noteBilled();
        }
        if (sql.any("billed_rounds")) {
            sql.run(CostsSql.CALL_COSTS);
            sql.run(CostsSql.TAKE_OUT_STATED);
            sql.run(CostsSql.STATED_COSTS);
            sql.run(CostsSql.STATED_ROWS);
            sql.run(CostsSql.ROUND_MONEY);
            sql.run(CostsSql.VERDICTS);
        }
        sql.run(RunsSql.TOUCHED_BY_MONEY);
    }

    private void noteBilled() throws SQLException {
        for (var note : CostsSql.NOTE_BILLED) {
            sql.run(note);
        }
    }

    private void touch(String table, String ids, long... values) throws SQLException {
        sql.run("CREATE OR REPLACE TEMP TABLE %s AS %s".formatted(table, ids), values);
    }

    /** The touched rows of {@code table} anew. No event of one lies before the first: its row knows, or nothing did before. */
    private void replace(String table, String id, String rows, long... more) throws SQLException {
        long known = sql.number("SELECT coalesce(min(first_seq), %d) FROM %s WHERE %s IN (SELECT id FROM touched_%s)"
                .formatted(Long.MAX_VALUE, table, id, table));
        sql.run("DELETE FROM %s WHERE %s IN (SELECT id FROM touched_%s)".formatted(table, id, table));
        var values = LongStream.concat(LongStream.of(Math.min(known, after + 1)), LongStream.of(more));
        sql.run("INSERT INTO %s %s".formatted(table, rows), values.toArray());
    }
}
