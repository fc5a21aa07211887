package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duckdb.DuckDBConnection;

/**
 * Writes groups of calls, each group in one transaction. Belongs to the one writer thread, which also loads it: the
 * uuids of the last day are read while the store is already answering.
 */
final class EventWriter implements AutoCloseable {
    private static final long ROWS_AT_ONCE = 500_000;

    private final Database database;
    private final PropertyNames names;
    private final DiskRoom room;
    private final InstantSource clock;
    private final SeenUuids seen;
    private DuckDBConnection connection;
    private long nextSeq = 1;

    private EventWriter(Database database, PropertyNames names, DiskRoom room, InstantSource clock, int dedupe)
            throws SQLException {
        this.database = database;
        this.names = names;
        this.room = room;
        this.clock = clock;
        this.seen = new SeenUuids(dedupe);
        this.connection = database.connection();
    }

    static EventWriter open(Database database, PropertyNames names, DiskRoom room, InstantSource clock)
            throws SQLException {
        var writer = new EventWriter(database, names, room, clock, SeenUuids.MOST);
        writer.catchUp();
        return writer;
    }

    /**
     * Keeps {@code calls}, all or none, and returns their receipts in order.
     *
     * @throws SQLException when none was kept
     */
    List<Receipt> write(List<WaitingCall> calls) throws SQLException {
        seen.expire(clock.instant());
        long bytes = 0;
        for (var call : calls) {
            bytes += call.bytes();
        }
        room.require(bytes);
        long mark = seen.mark();
        boolean kept = false;
        database.eventWrites().lock();
        try {
            var receipts = keep(calls);
            kept = true;
            return receipts;
        } finally {
            database.eventWrites().unlock();
            if (!kept) {
                seen.rollBackTo(mark);
            }
        }
    }

    private List<Receipt> keep(List<WaitingCall> calls) throws SQLException {
        var receipts = new ArrayList<Receipt>(calls.size());
        var fresh = new ArrayList<PreparedRow>();
        for (var call : calls) {
            int before = fresh.size();
            for (var row : call.rows()) {
                if (seen.add(row.row().uuid(), row.row().receivedAt())) {
                    fresh.add(row);
                }
            }
            int added = fresh.size() - before;
            receipts.add(new Receipt(added, call.rows().size() - added));
        }
        if (!fresh.isEmpty()) {
            var refusals = names.learn(connection, fresh);
            Transaction.commit(connection, () -> {
                new EventTable(connection, names).append(fresh, nextSeq, refusals);
                return fresh;
            });
            nextSeq += fresh.size();
        }
        return receipts;
    }

    /** After a failure: opens what the engine has given up, and learns of rows that its log kept all the same. */
    void recover() {
        try {
            connection.close();
            database.reopen();
            connection = database.connection();
            catchUp();
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }

    /** Reads the uuids that count from the rows this writer does not know, some at a time: an answer lies in memory. */
    private void catchUp() throws SQLException {
        long newest = newest();
        long from = Math.max(nextSeq, newest - SeenUuids.MOST + 1);
        var since = LocalDateTime.ofInstant(clock.instant().minus(SeenUuids.AGE), ZoneOffset.UTC);
        try (var statement = connection.prepareStatement("""
                SELECT uuid, epoch_us(created_at) FROM events WHERE seq >= ? AND seq < ? AND created_at > ?
                ORDER BY seq""")) {
            statement.setObject(3, since);
            for (long at = from; at <= newest; at += ROWS_AT_ONCE) {
                statement.setLong(1, at);
                statement.setLong(2, at + ROWS_AT_ONCE);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        seen.add((UUID) rows.getObject(1), Instant.EPOCH.plus(micros(rows.getLong(2))));
                    }
                }
            }
        }
        nextSeq = newest + 1;
    }

    private long newest() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT coalesce(max(seq), 0) FROM events");
                var rows = statement.executeQuery()) {
            rows.next();
            return Math.max(nextSeq - 1, rows.getLong(1));
        }
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Engine.problem(e);
        }
    }
}
