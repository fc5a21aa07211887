package io.nightglass.store.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One transaction, spoken in SQL. The driver's own {@code setAutoCommit(false)} and {@code commit()} are not used: an
 * appender does not start its transaction, so a commit that failed for lack of disk would be reported as done.
 */
final class Transaction {
    /** What is done inside. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private static final ReentrantLock FORGETTING = new ReentrantLock();

    private Transaction() {}

    /** Runs {@code work} and commits; on any failure nothing of it stays. */
    static <T> T commit(Connection connection, Work<T> work) throws SQLException {
        return run(connection, "BEGIN TRANSACTION", work, "COMMIT");
    }

    /** Runs {@code work} in a transaction that leaves nothing behind; one at a time, since two might write the same. */
    static <T> T forget(Connection connection, Work<T> work) throws SQLException {
        FORGETTING.lock();
        try {
            return run(connection, "BEGIN TRANSACTION", work, "ROLLBACK");
        } finally {
            FORGETTING.unlock();
        }
    }

    /** Runs {@code work} in a transaction in which the engine refuses every write. */
    static <T> T forgetReadOnly(Connection connection, Work<T> work) throws SQLException {
        return run(connection, "BEGIN TRANSACTION READ ONLY", work, "ROLLBACK");
    }

    private static <T> T run(Connection connection, String begin, Work<T> work, String end) throws SQLException {
        execute(connection, begin);
        boolean ended = false;
        try {
            T result = work.run();
            execute(connection, end);
            ended = true;
            return result;
        } finally {
            if (!ended) {
                rollBack(connection);
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A failed commit has rolled back already, and then there is nothing to roll back: not worth a second error. */
    private static void rollBack(Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            System.getLogger(Transaction.class.getName()).log(System.Logger.Level.DEBUG, "nothing to roll back", e);
        }
    }
}
