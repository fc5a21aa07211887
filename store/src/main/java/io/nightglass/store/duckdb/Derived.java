package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The tables that say again what {@code events} say (docs/decisions/0003, 0016). They hold nothing of their own, so a
 * version of the program that knows other columns throws them away, and the next refresh makes them anew.
 */
final class Derived {
    /** Raised when one of them gains a column or changes its meaning. */
    private static final String VERSION = "5";

    /** Up to which event they are made. */
    static final String WATERMARK = "tables_watermark";

    static final Set<String> TABLES = Set.of(
            "rounds",
            "runs",
            "generations",
            "routed",
            "scores",
            "dimensions",
            "stops",
            "escalations",
            "reverts",
            "anomalies",
            "costs",
            "stated_costs",
            "hidden_calls",
            "loose",
            "sessions");

    private Derived() {}

    /** Makes them fit this version. Writes nothing when they do: the disk may be full. */
    static void create(Connection connection) throws SQLException {
        if (!Settings.read(connection, "tables_version", "").equals(VERSION)) {
            for (var table : TABLES) {
                Transaction.execute(connection, "DROP TABLE IF EXISTS " + table);
            }
            Settings.write(connection, WATERMARK, "0");
            Settings.write(connection, "tables_version", VERSION);
        }
        for (var sql : definitions()) {
            Transaction.execute(connection, sql);
        }
    }

    private static List<String> definitions() {
        var all = new ArrayList<String>(
                List.of(RoundsSql.CREATE, RoundsSql.CREATE_LOOSE, RunsSql.CREATE, SessionsSql.CREATE));
        all.addAll(Copies.CREATE);
        all.addAll(CostsSql.CREATE);
        return all;
    }
}
