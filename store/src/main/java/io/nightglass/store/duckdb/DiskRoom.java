package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;

/**
 * Sees to it that the disk always has room for one more checkpoint, so that the engine, which gives the whole instance up
 * when a checkpoint fails, never meets a full disk by our own doing. Safe for threads.
 */
final class DiskRoom {
    private static final long RESERVE = 8L << 20;

    private final Database database;
    private final Pending pending;
    private final FileStore disk;

    DiskRoom(Database database, Pending pending) {
        this.database = database;
        this.pending = pending;
        try {
            this.disk = Files.getFileStore(database.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of the folder", e);
        }
    }

    /**
     * Returns when {@code bytes} of rows may be written to the journal, and from there to the tables.
     *
     * @param makeRoom moves what waits and makes a checkpoint, which gives the log's room back; false when it could not
     * @throws StoreException with DiskFull when that does not help
     */
    void require(long bytes, BooleanSupplier makeRoom) {
        if (!fits(bytes + pending.bytes()) && !(makeRoom.getAsBoolean() && fits(bytes + pending.bytes()))) {
            throw Engine.diskFull(new IOException("%d bytes free".formatted(free())));
        }
    }

    /**
     * Whether {@code bytes} of rows may be moved into the tables now. Asked before it is tried: a transaction that fails for
     * lack of room leaves the file larger than it was.
     */
    boolean fitsMove(long bytes) {
        return free() > database.logBytes() + 4 * bytes + RESERVE / 4;
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
        return free() > database.logBytes() + 4 * bytes + RESERVE;
    }

    private long free() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot tell the free space of the folder", e);
        }
    }
}
