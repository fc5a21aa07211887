package io.nightglass.store.duckdb;

import io.nightglass.store.duckdb.Pairing.Pair;
import io.nightglass.store.duckdb.Pairing.Said;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Keeps {@code hidden_calls}: the model calls that a routed call tells too. New calls change the pairs of their own
 * request_id at any distance, and of those alike in the same chain of calls less than two minutes apart; only these are
 * paired anew. What changed stands in the temporary table {@code changed_pairs} afterwards.
 */
final class PairFold {
    private static final long FIRST_STEP = 600;
    private static final long LONGEST_STEP = 100_000_000_000L;

    private final Statements sql;

    PairFold(Statements sql) {
        this.sql = sql;
    }

    /** Takes in the calls and requests after {@code watermark}. */
    void run(long watermark) throws SQLException {
        sql.run(PairsSql.CHANGED_PAIRS);
        sql.run(PairsSql.TOUCHED_IDS, watermark, watermark);
        if (sql.any("touched_ids")) {
            sql.run(PairsSql.SAME_ID);
            pair(PairsSql.GROUPS, Pairing::sameId, true);
        }
        sql.run(PairsSql.SPANS, watermark, watermark);
        if (sql.any("spans")) {
            gather();
            pair(PairsSql.GROUPS_LEFT, Pairing::alike, false);
        }
    }

    private void gather() throws SQLException {
        boolean whole = false;
        for (long step = FIRST_STEP; !whole; step = Math.min(8 * step, LONGEST_STEP)) {
            long from = sql.number("SELECT epoch_us(min(lo)) FROM spans") - Pairing.MICROS;
            long to = sql.number("SELECT epoch_us(max(hi)) FROM spans") + Pairing.MICROS;
            sql.run(PairsSql.alike(from, to));
            whole = sql.update(PairsSql.WIDEN, step, step) == 0;
        }
    }

    private void pair(String groups, Function<List<Said>, List<Pair>> rule, boolean byId) throws SQLException {
        sql.run(PairsSql.PAIRS_NOW);
        try (var statement = sql.connection().createStatement();
                var rows = statement.executeQuery(groups);
                var pairs = sql.connection().createAppender("temp", "main", "pairs_now")) {
            var group = new ArrayList<Said>();
            long number = 0;
            while (rows.next()) {
                if (rows.getLong(1) != number) {
                    append(pairs, rule.apply(group));
                    group.clear();
                    number = rows.getLong(1);
                }
                group.add(new Said(rows.getLong(5), rows.getLong(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
            append(pairs, rule.apply(group));
            pairs.flush();
        }
        sql.run(PairsSql.before(byId));
        sql.run(PairsSql.NOTE_CHANGED);
        sql.run(PairsSql.part(byId));
        sql.run(PairsSql.join(byId));
    }

    private static void append(org.duckdb.DuckDBAppender to, List<Pair> pairs) throws SQLException {
        for (var pair : pairs) {
            to.beginRow().append(pair.call()).append(pair.request()).endRow();
        }
    }
}
