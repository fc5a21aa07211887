package io.nightglass.store.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Readers that queries leave to the next: making one takes longer than a small question. Only one whose work ended well
 * comes back. Safe for threads.
 */
final class Readers implements AutoCloseable {
    /** What is done with one. */
    interface Work<T> {
        T run(Reader reader) throws SQLException;
    }

    private final Database database;
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closing;

    Readers(Database database) {
        this.database = database;
    }

    <T> T with(Work<T> work) throws SQLException {
        var reader = take();
        T result;
        try {
            result = work.run(reader);
        } catch (Throwable e) { // rethrown: why the work failed matters more than why its reader cannot be closed
            closeAfter(e, reader);
            throw e;
        }
        idle.push(reader);
        if (closing && idle.remove(reader)) {
            reader.close();
        }
        return result;
    }

    private static void closeAfter(Throwable failure, Reader reader) {
        try {
            reader.close();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** One that somebody closed, since the file was opened anew, is of no use. */
    private Reader take() throws SQLException {
        for (var left = idle.poll(); left != null; left = idle.poll()) {
            if (left.isOpen()) {
                return left;
            }
        }
        return new Reader(database.connection());
    }

    /** Closes those not in use; those in use are closed after it. Closing twice is harmless. */
    @Override
    public void close() throws SQLException {
        closing = true;
        var left = new ArrayList<AutoCloseable>();
        for (var reader = idle.poll(); reader != null; reader = idle.poll()) {
            left.add(reader);
        }
        Closing.all(left);
    }
}
