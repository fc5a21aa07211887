package io.nightglass.store.duckdb;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.duckdb.DuckDBConnection;

/**
 * A connection and the statements last asked through it. Planning a board takes the engine as long as answering it; it
 * plans a kept statement anew by itself when its tables have changed. For one thread at a time.
 */
final class Reader implements AutoCloseable {
    private static final int MOST = 32;

    /** Longer texts are asked by programs, and seldom twice. */
    private static final int LONGEST = 20_000;

    private final DuckDBConnection connection;

    /** By their SQL, the one asked longest ago first. */
    private final LinkedHashMap<String, PreparedStatement> statements = new LinkedHashMap<>();

    Reader(DuckDBConnection connection) {
        this.connection = connection;
    }

    DuckDBConnection connection() {
        return connection;
    }

    boolean isOpen() throws SQLException {
        return !connection.isClosed();
    }

    /** {@code sql}, ready to be asked. It is closed with this reader, or when many others have been asked since. */
    PreparedStatement statement(String sql) throws SQLException {
        var kept = statements.remove(sql);
        var statement = kept == null || kept.isClosed() ? connection.prepareStatement(sql) : kept;
        statements.putLast(sql, statement);
        dropBeyond(sql.length() > LONGEST ? 1 : MOST);
        return statement;
    }

    private void dropBeyond(int most) throws SQLException {
        while (statements.size() > most) {
            statements.pollFirstEntry().getValue().close();
        }
    }

    @Override
    public void close() throws SQLException {
        var all = new ArrayList<AutoCloseable>(statements.values());
        statements.clear();
        all.add(connection);
        Closing.all(all);
    }
}
