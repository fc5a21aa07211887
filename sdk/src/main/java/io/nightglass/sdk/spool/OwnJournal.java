package io.nightglass.sdk.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The journal of this process: any thread adds, one thread takes. */
final class OwnJournal implements Journal {
    /** Bytes that may wait in memory while the disk takes nothing. */
    static final long MEMORY_BOUND = 32L << 20;

    private final SpoolSettings settings;
    private final @Nullable JournalFolder folder;
    private final @Nullable Cursor cursor;
    private final SegmentSupply supply;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final HeldSegments segments;

    private Segment active;
    private SegmentReader reader;
    private long takenUpTo;
    private long waiting;
    private long dropped;
    private boolean isReleased;

    /**
     * @param folder where its files go; null for one in memory
     * @param notices hears when the disk takes no more, and when it does again
     */
    OwnJournal(SpoolSettings settings, @Nullable JournalFolder folder, Consumer<String> notices) throws IOException {
        this.settings = settings;
        this.folder = folder;
        this.cursor = folder == null ? null : Cursor.in(folder.path());
        this.segments = new HeldSegments(notices);
        this.supply = new SegmentSupply(folder, settings.segmentBytes(), notices);
        this.active = supply.next(settings.segmentBytes());
        this.active.begin(1);
        this.reader = new SegmentReader(active, Segment.HEADER);
        segments.add(active);
    }

    /**
     * Adds an event. True when it waits now, by the promise of the settings; false when there was no room and the wait for
     * some was interrupted.
     */
    boolean append(byte[] json, int length) {
        lock.lock();
        try {
            if (isReleased) {
                dropped++;
                return false;
            }
            if (!active.append(json, length)) {
                if (!roll(Math.max(settings.segmentBytes(), Segment.HEADER + Segment.RECORD + length))) {
                    dropped++;
                    return false;
                }
                active.append(json, length);
            }
            waiting++;
            if (settings.durability() == Durability.EVENT) {
                active.force(active.end() - length - Segment.RECORD, active.end());
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Begins a segment of {@code size}; false when the owner said to wait for room, and the wait was ended. */
    private boolean roll(int size) {
        while (!segments.isEmpty() && isFull(size)) {
            if (settings.whenFull() == WhenFull.DROP_OLDEST || waiting == 0) {
                drop(supply.isRefusing() ? segments.oldestInMemory() : segments.oldest());
            } else if (!awaitRoom()) {
                return false;
            }
        }
        long sequence = active.lastSequence() + 1;
        active = supply.next(size);
        active.begin(sequence);
        segments.add(active);
        return true;
    }

    private boolean isFull(int size) {
        if (supply.isRefusing()) {
            return segments.bytesInMemory() > 0 && segments.bytesInMemory() + size > MEMORY_BOUND;
        }
        return segments.bytes() + size > bound();
    }

    private long bound() {
        return folder == null ? Math.min(MEMORY_BOUND, settings.maxBytes()) : settings.maxBytes();
    }

    private boolean awaitRoom() {
        try {
            room.await();
            return !isReleased;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the sender has in its hands is not dropped: it goes on with it. */
    private void drop(Segment oldest) {
        long here = Math.max(0, oldest.lastSequence() - Math.max(takenUpTo, oldest.firstSequence() - 1));
        waiting -= here;
        dropped += here;
        segments.end(oldest);
    }

    /** Makes the next file ahead of need. */
    void prepare() {
        var current = newest();
        if (current.end() > current.bytes() / 2) {
            supply.prepare();
        }
    }

    /** Forces what was written to the disk. */
    void force() {
        List<Segment> all;
        lock.lock();
        try {
            all = segments.all();
        } finally {
            lock.unlock();
        }
        all.forEach(segment -> segment.force(0, segment.end()));
    }

    private Segment newest() {
        lock.lock();
        try {
            return active;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<Stored> take(int maxEvents, long maxBytes) {
        var batch = new ArrayList<Stored>();
        long size = 0;
        while (batch.size() < maxEvents && size < maxBytes) {
            // Asked before reading: what is not active now has got its last record.
            boolean isComplete = place() != newest();
            var read = read(maxEvents - batch.size(), maxBytes - size);
            if (isStillHere(read)) {
                batch.addAll(read);
                size += read.stream().mapToLong(record -> record.json().length).sum();
            }
            if (read.isEmpty() && !(isComplete && advance())) {
                break;
            }
        }
        return batch;
    }

    /** The segment to read on in; from the oldest again when it was dropped meanwhile. */
    private Segment place() {
        lock.lock();
        try {
            if (!segments.contains(reader.segment())) {
                reader = new SegmentReader(segments.oldest(), Segment.HEADER);
            }
            return reader.segment();
        } finally {
            lock.unlock();
        }
    }

    private List<Stored> read(int maxEvents, long maxBytes) {
        var records = new ArrayList<Stored>();
        long size = 0;
        while (records.size() < maxEvents && size < maxBytes) {
            var record = reader.next();
            if (record == null) {
                break;
            }
            if (record.sequence() > takenUpTo) {
                records.add(record);
                size += record.json().length;
            }
        }
        return records;
    }

    /** Takes them, unless they were dropped and counted while they were read. */
    private boolean isStillHere(List<Stored> read) {
        lock.lock();
        try {
            if (read.isEmpty() || !segments.contains(reader.segment())) {
                return false;
            }
            takenUpTo = read.get(read.size() - 1).sequence();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private boolean advance() {
        lock.lock();
        try {
            var next = segments.after(reader.segment());
            next.ifPresent(segment -> reader = new SegmentReader(segment, Segment.HEADER));
            return next.isPresent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void delivered(List<Stored> batch) throws IOException {
        long upTo = batch.get(batch.size() - 1).sequence();
        lock.lock();
        try {
            waiting -= batch.size();
            while (segments.oldest() != active && segments.oldest().lastSequence() <= upTo) {
                segments.end(segments.oldest());
            }
            room.signalAll();
            if (cursor != null) {
                cursor.write(upTo);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long waiting() {
        return counted(() -> waiting);
    }

    /** Events that found no room. */
    long dropped() {
        return counted(() -> dropped);
    }

    /** How many were added so far. */
    long appended() {
        return counted(() -> active.lastSequence());
    }

    private long counted(java.util.function.LongSupplier count) {
        lock.lock();
        try {
            return count.getAsLong();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is lost in a journal that is still being written. */
    @Override
    public long lost() {
        return 0;
    }

    @Override
    public void release() throws IOException {
        lock.lock();
        try {
            isReleased = true;
            room.signalAll();
            supply.close();
            if (waiting == 0) {
                segments.all().forEach(segments::end);
            } else if (settings.durability() == Durability.INTERVAL) {
                segments.all().forEach(segment -> segment.force(0, segment.end()));
            }
            if (cursor != null && folder != null) {
                cursor.close();
                if (waiting == 0) {
                    folder.delete();
                }
                folder.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
