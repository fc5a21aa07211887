package io.nightglass.store.duckdb;

import java.lang.System.Logger.Level;
import java.sql.SQLException;

/**
 * Gives {@code events} the columns that promoted names need, a few at a time: the engine holds a new column in memory, eight
 * bytes a row, until a checkpoint has written it. Belongs to the mover, which holds no lock of the database meanwhile.
 */
final class ColumnGrowth {
    private static final long MEMORY = 32L << 20;
    private static final System.Logger LOG = System.getLogger(ColumnGrowth.class.getName());

    private final Database database;
    private final PropertyNames names;
    private final Checkpoints checkpoints;

    /** How many there are for certain. */
    private int have;

    ColumnGrowth(Database database, PropertyNames names, Checkpoints checkpoints) {
        this.database = database;
        this.names = names;
        this.checkpoints = checkpoints;
    }

    /** Returns when there are {@code wanted} columns, or as many as the engine's memory allows: {@link PropertyNames#capAt}. */
    void to(int wanted) throws SQLException {
        have = Math.max(have, names.promoted());
        while (have < wanted) {
            try {
                have = add(wanted);
            } catch (SQLException e) {
                if (!Engine.isOutOfMemory(e)) {
                    throw e;
                }
                LOG.log(Level.WARNING, "no more than {0} columns for numbers: {1}", have, e.getMessage());
                names.capAt(have);
                return;
            }
            if (have < wanted) {
                checkpoints.run();
            }
        }
    }

    /** Adds as many as memory is set aside for; returns how many there are then. */
    private int add(int wanted) throws SQLException {
        database.eventWrites().lock();
        try (var connection = database.connection()) {
            long bytes = Long.BYTES * Math.max(1, Mover.moved(connection));
            int next = have + (int) Math.clamp(MEMORY / bytes, 1, wanted - have);
            for (int k = have; k < next; k++) {
                Transaction.execute(connection, "ALTER TABLE events ADD COLUMN IF NOT EXISTS n_%d DOUBLE".formatted(k));
            }
            return next;
        } finally {
            database.eventWrites().unlock();
        }
    }
}
