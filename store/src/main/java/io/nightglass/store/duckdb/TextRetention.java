package io.nightglass.store.duckdb;

import io.nightglass.store.journal.Journal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Takes the texts of model calls that are older than they may become out of the tables, and out of the file
 * (docs/decisions/0018). Their events stay. One thread runs it.
 */
final class TextRetention {
    private static final String DONE = "ai_texts_gone";
    private static final String LEFT = "ai_texts_in_free_blocks";

    /** Events of one transaction: other writers wait for no more. */
    private static final long AT_ONCE = 2_048;

    /** Transactions between two checkpoints: as many events as a row group, which a checkpoint writes anew. */
    private static final int TO_A_CHECKPOINT = 16;

    private static final long LOG_BYTES = 1L << 20;

    private static final String OLD = """
            SELECT DISTINCT seq // %d FROM events
            WHERE "timestamp" < make_timestamp(?) AND (seq > ? OR "timestamp" >= make_timestamp(?)) ORDER BY 1""".formatted(AT_ONCE);

    private static final String FORGET = """
            UPDATE event_texts SET text = NULL FROM events AS e
            WHERE event_texts.seq >= ? AND event_texts.seq < ? AND e.seq >= ? AND e.seq < ? AND e.seq = event_texts.seq
              AND event_texts.text IS NOT NULL AND e."timestamp" < make_timestamp(?)
              AND (starts_with(event_texts.property, '$ai_') OR starts_with(e.event, 'step.') OR starts_with(e.event, 'eval.'))""";

    /** @param age how old a text may become, by the time of its event */
    record Rule(Duration age, InstantSource clock) {
        /** What is earlier is too old, in microseconds since 1970; whole hours. */
        long before() {
            return PreparedRow.micros(clock.instant().minus(age).truncatedTo(ChronoUnit.HOURS));
        }
    }

    /** Up to where it has been done: rows up to {@code seq} that are older than {@code before}. */
    private record Done(long before, long seq) {
        static Done of(String text) {
            int blank = text.indexOf(' ');
            return new Done(Long.parseLong(text.substring(0, blank)), Long.parseLong(text.substring(blank + 1)));
        }

        @Override
        public String toString() {
            return before + " " + seq;
        }
    }

    private final Database database;
    private final Checkpoints checkpoints;
    private final DiskRoom room;
    private final Journal journal;
    private final Rule rule;
    private final AtomicLong changes = new AtomicLong();

    TextRetention(Database database, DiskRoom room, Journal journal, Rule rule) {
        this.database = database;
        this.checkpoints = new Checkpoints(database);
        this.room = room;
        this.journal = journal;
        this.rule = rule;
    }

    /** Grows whenever texts have gone: answers given before may have them. */
    long changes() {
        return changes.get();
    }

    /**
     * Forgets all texts that are too old now.
     *
     * @param goOn asked between two steps; what is left undone is done by the next call, also after a restart
     */
    void run(BooleanSupplier goOn) throws SQLException {
        long before = rule.before();
        Done next;
        List<Long> stretches;
        try (var connection = database.connection()) {
            next = new Done(before, Mover.moved(connection));
            stretches =
                    stretches(connection, next, Done.of(Settings.read(connection, DONE, Long.MIN_VALUE / 2 + " 0")));
        }
        int steps = 0;
        for (long stretch : stretches) {
            if (!goOn.getAsBoolean() || !room.hasRoom(LOG_BYTES)) {
                return;
            }
            if (forget(stretch * AT_ONCE, before) > 0) {
                changes.incrementAndGet();
                if (++steps % TO_A_CHECKPOINT == 0) {
                    checkpoints.run();
                }
            }
        }
        if (isLeft()) {
            journal.forgetAll(next.seq()); // it keeps what it has for long while little arrives
        }
        if (!isLeft() || (checkpoints.run() && new Filler(database, room).overwrite(goOn) && checkpoints.run())) {
            finish(next);
        }
    }

    private static List<Long> stretches(Connection connection, Done next, Done done) throws SQLException {
        try (var statement = connection.prepareStatement(OLD)) {
            statement.setLong(1, next.before());
            statement.setLong(2, done.seq());
            statement.setLong(3, Math.max(done.before(), PreparedRow.micros(java.time.Instant.MIN)));
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<Long>();
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
                return found;
            }
        }
    }

    private int forget(long from, long before) throws SQLException {
        database.slowWrites().lock();
        try (var connection = database.connection();
                var statement = connection.prepareStatement(FORGET)) {
            for (int i = 1; i <= 3; i += 2) {
                statement.setLong(i, from);
                statement.setLong(i + 1, from + AT_ONCE);
            }
            statement.setLong(5, before);
            return Transaction.commit(connection, () -> {
                int gone = statement.executeUpdate();
                if (gone > 0) {
                    Settings.write(connection, LEFT, "yes");
                }
                return gone;
            });
        } finally {
            database.slowWrites().unlock();
        }
    }

    private boolean isLeft() throws SQLException {
        try (var connection = database.connection()) {
            return Settings.read(connection, LEFT, "no").equals("yes");
        }
    }

    private void finish(Done done) throws SQLException {
        database.slowWrites().lock();
        try (var connection = database.connection()) {
            Transaction.commit(connection, () -> {
                Settings.write(connection, LEFT, "no");
                Settings.write(connection, DONE, done.toString());
                return done;
            });
        } finally {
            database.slowWrites().unlock();
        }
    }
}
