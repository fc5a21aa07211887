package io.nightglass.store.duckdb;

import java.sql.SQLException;
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
        boolean well = false;
        try {
            T result = work.run(reader);
            well = true;
            return result;
        } finally {
            if (well) {
                idle.push(reader);
            }
            if (!well || (closing && idle.remove(reader))) {
                reader.close();
            }
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
        for (var left = idle.poll(); left != null; left = idle.poll()) {
            left.close();
        }
    }
}
