package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * Writes over the blocks of the file that hold nothing any more, since the engine only marks them as free: a table of
 * random bytes takes them all, lowest first, and is dropped (docs/decisions/0018). In pieces, so that who wants to write
 * something else waits for one of them only.
 */
final class Filler {
    private static final int BYTES_A_ROW = 16;
    private static final long ROWS_A_PIECE = 64L * Database.ROWS_A_GROUP;

    private final Database database;
    private final DiskRoom room;

    Filler(Database database, DiskRoom room) {
        this.database = database;
        this.room = room;
    }

    /** Takes away what a process left that ended meanwhile. */
    static void clear(Connection connection) throws SQLException {
        Transaction.execute(connection, "DROP TABLE IF EXISTS filler");
    }

    /**
     * Returns when all blocks that were free before the call are written over.
     *
     * @param goOn asked between two pieces
     * @return false when there was no time or no room for it
     */
    boolean overwrite(BooleanSupplier goOn) throws SQLException {
        execute("DROP TABLE IF EXISTS filler");
        execute("CREATE TABLE filler (bytes UUID)");
        try {
            long rows = ROWS_A_PIECE;
            for (long left = freeRows(); left > 0; left -= rows) {
                rows = Math.min(ROWS_A_PIECE, Math.ceilDiv(left, Database.ROWS_A_GROUP) * Database.ROWS_A_GROUP);
                if (!goOn.getAsBoolean() || !room.hasRoom(rows * BYTES_A_ROW)) {
                    return false;
                }
                execute("INSERT INTO filler SELECT gen_random_uuid() FROM range(%d)".formatted(rows));
            }
            execute("CHECKPOINT");
            return true;
        } finally {
            execute("DROP TABLE filler");
        }
    }

    private long freeRows() throws SQLException {
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT (free_blocks + 1) * block_size FROM pragma_database_size()
                        WHERE database_name = current_database()""")) {
            rows.next();
            return rows.getLong(1) / BYTES_A_ROW;
        }
    }

    private void execute(String sql) throws SQLException {
        database.slowWrites().lock();
        database.eventWrites().lock(); // a checkpoint and a change of tables go with no other writer
        try (var connection = database.connection()) {
            Transaction.execute(connection, sql);
        } finally {
            database.eventWrites().unlock();
            database.slowWrites().unlock();
        }
    }
}
