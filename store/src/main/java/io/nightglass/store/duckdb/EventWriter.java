package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.journal.Journal;
import java.io.IOException;
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
import java.util.function.BooleanSupplier;

/**
 * Writes groups of calls into the journal, each group with one force of the disk. Belongs to the one writer thread, which
 * also loads it: the uuids of the last day are read while the store is already answering.
 */
final class EventWriter {
    private static final long ROWS_AT_ONCE = 131_072;
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Journal journal;
    private final Pending pending;
    private final DiskRoom room;
    private final BooleanSupplier makeRoom;
    private final InstantSource clock;
    private final SeenUuids seen = new SeenUuids(SeenUuids.MOST);
    private long nextSeq;

    private EventWriter(
            Journal journal,
            Pending pending,
            DiskRoom room,
            BooleanSupplier makeRoom,
            InstantSource clock,
            long lastSeq) {
        this.journal = journal;
        this.pending = pending;
        this.room = room;
        this.makeRoom = makeRoom;
        this.clock = clock;
        this.nextSeq = lastSeq + 1;
    }

    /**
     * Reads the uuids that count, of rows that wait and of rows in the tables.
     *
     * @param makeRoom {@link DiskRoom#require}
     */
    static EventWriter open(
            Database database,
            Journal journal,
            Pending pending,
            DiskRoom room,
            BooleanSupplier makeRoom,
            InstantSource clock)
            throws SQLException {
        var waiting = pending.oldest(Integer.MAX_VALUE, Long.MAX_VALUE); // before the tables: some may move meanwhile
        try (var connection = database.connection()) {
            long newest = Mover.moved(connection);
            var writer = new EventWriter(journal, pending, room, makeRoom, clock, Math.max(newest, journal.lastSeq()));
            var since = LocalDateTime.ofInstant(clock.instant().minus(SeenUuids.AGE), ZoneOffset.UTC);
            try (var statement = connection.prepareStatement("""
                    SELECT uuid, epoch_us(created_at) FROM events WHERE seq >= ? AND seq < ? AND created_at > ?""")) {
                statement.setObject(
                        3, since); // rows lie, and come, in the order of seq: sorting them would take a start's time
                for (long at = Math.max(1, newest - SeenUuids.MOST + 1); at <= newest; at += ROWS_AT_ONCE) {
                    statement.setLong(1, at);
                    statement.setLong(2, at + ROWS_AT_ONCE);
                    try (var rows = statement.executeQuery()) {
                        while (rows.next()) {
                            writer.seen.add((UUID) rows.getObject(1), at(rows.getLong(2)));
                        }
                    }
                }
            }
            for (var row : waiting) {
                writer.seen.add(row.row().uuid(), at(row.row().receivedAt()));
            }
            return writer;
        }
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /**
     * Keeps {@code calls}, all or none, and returns their receipts in order.
     *
     * @throws IOException when none was kept
     * @throws StoreException with Overloaded or DiskFull when none was kept
     */
    List<Receipt> write(List<WaitingCall> calls) throws IOException {
        seen.expire(clock.instant());
        long bytes = 0;
        for (var call : calls) {
            bytes += call.bytes();
        }
        room.require(bytes, makeRoom);
        if (!pending.awaitRoom(PATIENCE)) {
            throw new StoreException(new StoreProblem.Overloaded(Duration.ofSeconds(1)));
        }
        long mark = seen.mark();
        boolean kept = false;
        try {
            var receipts = keep(calls);
            kept = true;
            return receipts;
        } finally {
            if (!kept) {
                seen.rollBackTo(mark);
            }
        }
    }

    private List<Receipt> keep(List<WaitingCall> calls) throws IOException {
        var receipts = new ArrayList<Receipt>(calls.size());
        var entries = new ArrayList<Journal.Entry>(calls.size());
        var fresh = new ArrayList<KeptRow>();
        for (var call : calls) {
            var bytes = new ArrayList<byte[]>(call.rows().size());
            long first = nextSeq;
            for (int i = 0; i < call.rows().size(); i++) {
                var row = call.rows().get(i);
                if (seen.add(row.uuid(), at(row.receivedAt()))) {
                    bytes.add(call.encoded().get(i));
                    fresh.add(new KeptRow(
                            nextSeq++, row)); // counts on also when the write fails: it might be found later
                }
            }
            if (!bytes.isEmpty()) {
                entries.add(new Journal.Entry(first, bytes));
            }
            receipts.add(new Receipt(bytes.size(), call.rows().size() - bytes.size()));
        }
        if (!entries.isEmpty()) {
            journal.append(entries);
            pending.add(fresh);
        }
        return receipts;
    }
}
