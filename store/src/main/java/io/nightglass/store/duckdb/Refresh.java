package io.nightglass.store.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * Brings {@code rounds}, {@code runs}, {@code persons} and {@code groups} up to the newest event (docs/decisions/0003).
 * What was touched since the watermark is recomputed from all its events, in one transaction with the watermark itself.
 * Appends go on meanwhile. Safe for threads; one refreshes at a time.
 */
final class Refresh {
    private static final String WATERMARK = "watermark";

    private static final long LOG_BYTES = 1L << 20;

    private final Database database;
    private final DiskRoom room;

    Refresh(Database database, DiskRoom room) {
        this.database = database;
        this.room = room;
    }

    /**
     * Returns when every event committed before the call shows in the tables.
     *
     * @return false when they could not be written because the disk is full: {@link #fold} in a transaction that is
     *     rolled back still answers
     */
    boolean run() throws SQLException {
        database.slowWrites().lock();
        try (var connection = database.connection()) {
            if (Mover.moved(connection) == watermark(connection)) {
                return true;
            }
            if (!room.hasRoom(LOG_BYTES)) {
                return false;
            }
            Transaction.commit(connection, () -> fold(connection));
            return true;
        } catch (SQLException e) {
            if (Engine.isDiskFull(e)) {
                database.replace();
                return false;
            }
            throw e;
        } finally {
            database.slowWrites().unlock();
        }
    }

    private static long watermark(DuckDBConnection connection) throws SQLException {
        return Long.parseLong(Settings.read(connection, WATERMARK, "0"));
    }

    /** Folds what the running transaction sees beyond the watermark, and moves it. */
    static long fold(DuckDBConnection connection) throws SQLException {
        long watermark = watermark(connection);
        long newest = Mover.moved(connection);
        rounds(connection, watermark);
        new PersonFold(connection).run(watermark);
        Settings.write(connection, WATERMARK, Long.toString(newest));
        return newest;
    }

    private static void rounds(DuckDBConnection connection, long watermark) throws SQLException {
        run(connection, "CREATE OR REPLACE TEMP TABLE touched_rounds AS " + RoundsSql.TOUCHED, watermark, watermark);
        run(connection, "CREATE OR REPLACE TEMP TABLE touched_runs AS " + RunsSql.TOUCHED, watermark);
        if (number(connection, "SELECT count(*) FROM touched_rounds") > 0) {
            long first = first(connection, "rounds", "round_id", watermark);
            run(connection, "DELETE FROM rounds WHERE round_id IN (SELECT id FROM touched_rounds)");
            run(connection, "INSERT INTO rounds " + RoundsSql.ROWS, first);
            run(connection, RunsSql.TOUCHED_AFTER);
        }
        if (number(connection, "SELECT count(*) FROM touched_runs") > 0) {
            long first = first(connection, "runs", "run_id", watermark);
            run(connection, "DELETE FROM runs WHERE run_id IN (SELECT id FROM touched_runs)");
            run(connection, "INSERT INTO runs " + RunsSql.ROWS, first);
        }
    }

    /** No event that names one of the touched lies before this: either its row knows, or nothing did before. */
    private static long first(DuckDBConnection connection, String table, String id, long watermark)
            throws SQLException {
        long known = number(
                connection,
                "SELECT coalesce(min(first_seq), %d) FROM %s WHERE %s IN (SELECT id FROM touched_%s)"
                        .formatted(Long.MAX_VALUE, table, id, table));
        return Math.min(known, watermark + 1);
    }

    private static long number(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(DuckDBConnection connection, String sql, long... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
