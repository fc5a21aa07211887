package io.nightglass.store.duckdb;

import io.nightglass.store.duckdb.function.EngineFunctions;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The DuckDB instance on one file. Hands out connections, and opens the file anew when the engine has given the instance
 * up (it does after a failed checkpoint). Any number of threads may share it; a connection belongs to one.
 */
final class Database implements AutoCloseable {
    static final String FILE = "nightglass.duckdb";
    private static final String SPILL = "spill";
    private static final String CATALOG = "nightglass";

    /**
     * What is moved at once, and a row group of the file: a transaction that fills one is compressed as it is written, and
     * costs half of what smaller ones and their checkpoints cost (docs/decisions/0009).
     */
    static final int ROWS_A_GROUP = 32_768;

    private final Path folder;
    private final ReentrantLock opening = new ReentrantLock();
    private final ReentrantLock slowWrites = new ReentrantLock();
    private final ReentrantLock eventWrites = new ReentrantLock();
    private final List<DuckDBConnection> connections = new ArrayList<>();
    private @Nullable DuckDBConnection root;
    private boolean knowsFunctions;

    private Database(Path folder) {
        this.folder = folder;
    }

    static Database open(Path folder) {
        var database = new Database(folder);
        database.root = database.connect();
        return database;
    }

    /** A connection of its own; the caller closes it (one left open keeps the file open). */
    DuckDBConnection connection() throws SQLException {
        opening.lock();
        try {
            var open = root;
            if (open == null) {
                throw new SQLException("the store is closed");
            }
            if (open.isClosed()) {
                reopen();
                return connection();
            }
            var lent = open.duplicate();
            try {
                execute(lent, "USE " + CATALOG);
            } catch (SQLException e) {
                close(lent); // one left open would keep a broken instance, and with it the file
                throw e;
            }
            connections.removeIf(Database::isClosed);
            connections.add(lent);
            return lent;
        } finally {
            opening.unlock();
        }
    }

    /** Lets connections call {@link EngineFunctions}, in transactions that begin from now on: most never do. */
    void addFunctions() throws SQLException {
        opening.lock();
        try {
            if (!knowsFunctions && root != null) {
                EngineFunctions.register(root);
                knowsFunctions = true;
            }
        } finally {
            opening.unlock();
        }
    }

    /**
     * Held by a transaction that writes anything but events. The engine makes no checkpoint beside a write transaction, so
     * a checkpoint takes this lock and then {@link #eventWrites}: events wait for the checkpoint, not for what is before it.
     */
    ReentrantLock slowWrites() {
        return slowWrites;
    }

    /** Held by a transaction that writes events; taken after {@link #slowWrites} when both are. */
    ReentrantLock eventWrites() {
        return eventWrites;
    }

    /**
     * Opens the file anew if the instance is broken; committed rows are read back from its log. Connections in use are
     * closed under their users, since the engine gives out the broken instance as long as one is open.
     */
    void reopen() {
        opening.lock();
        try {
            if (root != null && !isAlive()) {
                replace();
            }
        } finally {
            opening.unlock();
        }
    }

    /**
     * The same for an instance that goes on, after a commit that failed for lack of room: its statistics count the rows that
     * were not kept, and it answers {@code min} and {@code max} from them.
     */
    void replace() {
        opening.lock();
        try {
            if (root == null) {
                return;
            }
            for (var connection : connections) {
                close(connection);
            }
            connections.clear();
            closeRoot();
            root = connect();
        } finally {
            opening.unlock();
        }
    }

    private static boolean isClosed(DuckDBConnection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private boolean isAlive() {
        var open = root;
        if (open == null || isClosed(open)) {
            return false;
        }
        try (var probe = open.duplicate();
                var statement = probe.createStatement()) {
            return statement.execute("FROM %s.settings LIMIT 0".formatted(CATALOG));
        } catch (SQLException e) {
            return false;
        }
    }

    /** Bytes of the write-ahead log: about what the next checkpoint will write. A checkpoint takes the file away: 0 then. */
    long logBytes() {
        return folder.resolve(FILE + ".wal")
                .toFile()
                .length(); // asks once; a look and a second look would race with it
    }

    Path folder() {
        return folder;
    }

    private DuckDBConnection connect() {
        try {
            var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings());
            var file = folder.resolve(FILE).toAbsolutePath().toString().replace("'", "''");
            execute(connection, "ATTACH '%s' AS %s (ROW_GROUP_SIZE %d)".formatted(file, CATALOG, ROWS_A_GROUP));
            execute(connection, "SET enable_external_access = false");
            execute(connection, "SET lock_configuration = true");
            knowsFunctions = false;
            return connection;
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    /**
     * Memory is a budget: 320 MB here, 455 MB for {@link SeenUuids} when full, the rest of 1.5 GB for the Java heap.
     * Checkpoints are ours to call ({@link Checkpoints}): one that the engine starts by itself on a full disk would break
     * the instance. {@code disabled_filesystems} stays unset: with it the next checkpoint would break the instance too.
     * Results are not streamed: the driver then reports every error and every timeout as "invalid result set".
     */
    private Properties settings() {
        var settings = new Properties();
        settings.setProperty("memory_limit", "320MB");
        settings.setProperty(
                "threads", Integer.toString(Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4)));
        settings.setProperty("checkpoint_threshold", "1TB");
        settings.setProperty(
                "temp_directory", folder.resolve(SPILL).toAbsolutePath().toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("jdbc_stream_results", "false");
        return settings;
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void closeRoot() {
        var open = root;
        if (open != null) {
            close(open);
        }
    }

    private static void close(DuckDBConnection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    /** Closes the file; the engine writes its log into it when there is room. Closing twice is harmless. */
    @Override
    public void close() {
        opening.lock();
        try {
            closeRoot();
            root = null;
        } finally {
            opening.unlock();
        }
    }
}
