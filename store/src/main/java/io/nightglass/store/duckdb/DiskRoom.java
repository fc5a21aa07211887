package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/**
 * Sees to it that the disk always has room for one more checkpoint, so that the engine, which gives the whole instance up
 * when a checkpoint fails, never meets a full disk by our own doing. Safe for threads.
 */
final class DiskRoom {
    private static final long RESERVE = 8L << 20;

    private final Database database;
    private final Checkpoints checkpoints;
    private final Pending pending;
    private final Mover mover;
    private final FileStore disk;

    DiskRoom(Database database, Checkpoints checkpoints, Pending pending, Mover mover) {
        this.database = database;
        this.checkpoints = checkpoints;
        this.pending = pending;
        this.mover = mover;
        try {
            this.disk = Files.getFileStore(database.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of the folder", e);
        }
    }

    /**
     * Returns when {@code bytes} of rows may be written to the journal, and from there to the tables.
     *
     * @throws StoreException with DiskFull when moving what waits, and a checkpoint, which gives the log's room back, do not
     *     help
     */
    void require(long bytes) {
        if (!fits(bytes) && !(mover.run() && roomForCheckpoint() && checkpoints.run() && fits(bytes))) {
            throw Engine.diskFull(new IOException("%d bytes free".formatted(free())));
        }
    }

    /** Whether {@code bytes} may be written to the log now; less is kept back than for events, which come first to stop. */
    boolean hasRoom(long bytes) {
        return free() > database.logBytes() + bytes + RESERVE / 4;
    }

    /** Whether a checkpoint can be written now. */
    boolean roomForCheckpoint() {
        return free() > database.logBytes() + RESERVE / 4;
    }

    /** Rows weigh more in the log than in memory: empty columns cost it too. */
    private boolean fits(long bytes) {
        return free() > database.logBytes() + 4 * (bytes + pending.bytes()) + RESERVE;
    }

    private long free() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of the folder", e);
        }
    }
}
