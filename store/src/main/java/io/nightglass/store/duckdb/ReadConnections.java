package io.nightglass.store.duckdb;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.duckdb.DuckDBConnection;

/**
 * Connections that queries leave to the next: making one takes longer than a small question. Only one whose work ended well
 * comes back. Safe for threads.
 */
final class ReadConnections implements AutoCloseable {
    /** What is done with one. */
    interface Work<T> {
        T run(DuckDBConnection connection) throws SQLException;
    }

    private final Database database;
    private final ConcurrentLinkedDeque<DuckDBConnection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closing;

    ReadConnections(Database database) {
        this.database = database;
    }

    <T> T with(Work<T> work) throws SQLException {
        var connection = take();
        boolean well = false;
        try {
            T result = work.run(connection);
            well = true;
            return result;
        } finally {
            if (well) {
                idle.push(connection);
            }
            if (!well || (closing && idle.remove(connection))) {
                connection.close();
            }
        }
    }

    /** One that somebody closed, since the file was opened anew, is of no use. */
    private DuckDBConnection take() throws SQLException {
        for (var left = idle.poll(); left != null; left = idle.poll()) {
            if (!left.isClosed()) {
                return left;
            }
        }
        return database.connection();
    }

    /** Closes those not in use; those in use are closed after it. Closing twice is harmless. */
    @Override
    public void close() throws SQLException {
        closing = true;
        for (var left = idle.poll(); left != null; left = idle.poll()) {
            left.close();
        }
    }
}
