package io.nightglass.sdk.spool;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where segments come from: the folder, one made ahead of need, or memory while the disk takes none. Safe to share. */
final class SegmentSupply {
    private final @Nullable JournalFolder folder;
    private final int segmentBytes;
    private final Consumer<String> notices;
    private final AtomicLong nextNumber = new AtomicLong(1);
    private final AtomicReference<@Nullable Segment> spare = new AtomicReference<>();
    private volatile boolean isRefusing;

    /** @param folder null when nothing is to be written */
    SegmentSupply(@Nullable JournalFolder folder, int segmentBytes, Consumer<String> notices) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.notices = notices;
    }

    /** One of at least {@code size} bytes; never fails, since memory stands in for the disk. */
    Segment next(int size) {
        if (size <= segmentBytes) {
            var prepared = spare.getAndSet(null);
            if (prepared != null) {
                return prepared;
            }
        }
        if (folder == null) {
            return Segment.inMemory(size);
        }
        try {
            var made = Segment.create(folder.segmentFile(nextNumber.getAndIncrement()), size);
            if (isRefusing) {
                isRefusing = false;
                notices.accept("the disk takes events again");
            }
            return made;
        } catch (IOException e) {
            if (!isRefusing) {
                isRefusing = true;
                notices.accept(
                        "the disk takes no more events (%s): they wait in memory, up to %,d MiB of them, and end with the process"
                                .formatted(e, OwnJournal.MEMORY_BOUND >> 20));
            }
            return Segment.inMemory(size);
        }
    }

    /** Makes the next one ahead of need, so that whoever needs it does not wait for the disk. */
    void prepare() {
        if (folder == null || isRefusing || spare.get() != null) {
            return;
        }
        try {
            var made = Segment.create(folder.segmentFile(nextNumber.getAndIncrement()), segmentBytes);
            if (!spare.compareAndSet(null, made)) {
                made.delete();
            }
        } catch (IOException e) {
            return; // who needs one will hear it, and say so
        }
    }

    /** Deletes the one made ahead of need. */
    void close() throws IOException {
        var unused = spare.getAndSet(null);
        if (unused != null) {
            unused.delete();
        }
    }

    /** Whether the disk took no segment last time. */
    boolean isRefusing() {
        return isRefusing;
    }
}
