package io.nightglass.sdk.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal whose process is dead: only read. Belongs to one thread, but for its counts. */
final class LeftJournal implements Journal {
    private final JournalFolder folder;
    private final Cursor cursor;
    private final List<Segment> unread = new ArrayList<>();
    private final Deque<Segment> read = new ArrayDeque<>();
    private @Nullable SegmentReader reader;
    private long deliveredUpTo;
    private volatile long waiting;
    private volatile long lost;
    private boolean hasForeign;

    /** @param notices hears of what is left where it is */
    LeftJournal(JournalFolder folder, Consumer<String> notices) throws IOException {
        this.folder = folder;
        this.cursor = Cursor.in(folder.path());
        this.deliveredUpTo = cursor.read();
        for (var file : folder.segmentFiles()) {
            add(file, notices);
        }
        // One made ahead of need may carry a lower number than one begun before it.
        unread.sort(Comparator.comparingLong(Segment::firstSequence));
        count();
    }

    private void add(Path file, Consumer<String> notices) throws IOException {
        try {
            unread.add(Segment.open(file));
        } catch (ForeignSegmentException e) {
            hasForeign = true;
            notices.accept(e.getMessage());
        }
    }

    /** Reads all of it once, since nothing else says how many wait; a gap in the numbers is what damage took. */
    private void count() {
        var begun = unread.stream()
                .filter(segment -> segment.firstSequence() != Segment.NOTHING)
                .toList();
        long expected = begun.isEmpty() ? 1 : begun.get(0).firstSequence();
        for (var segment : begun) {
            expected = gap(expected, segment.firstSequence());
            var all = new SegmentReader(segment, Segment.HEADER);
            for (var record = all.next(); record != null; record = all.next()) {
                expected = gap(expected, record.sequence()) + 1;
                waiting += record.sequence() > deliveredUpTo ? 1 : 0;
            }
            if (segment == begun.get(begun.size() - 1)
                    && segment.isMarked(all.position())
                    && expected > deliveredUpTo) {
                lost++; // the last one of all is there and cannot be read
            }
        }
    }

    private long gap(long expected, long sequence) {
        lost += Math.max(0, sequence - Math.max(expected, deliveredUpTo + 1));
        return Math.max(expected, sequence);
    }

    @Override
    public List<Stored> take(int maxEvents, long maxBytes) {
        var batch = new ArrayList<Stored>();
        long bytes = 0;
        while (batch.size() < maxEvents && bytes < maxBytes) {
            var record = next();
            if (record == null) {
                break;
            }
            batch.add(record);
            bytes += record.json().length;
        }
        return batch;
    }

    private @Nullable Stored next() {
        while (true) {
            if (reader == null) {
                if (unread.isEmpty()) {
                    return null;
                }
                reader = new SegmentReader(unread.get(0), Segment.HEADER);
            }
            var record = reader.next();
            if (record == null) {
                read.add(unread.remove(0));
                reader = null;
            } else if (record.sequence() > deliveredUpTo) {
                return record;
            }
        }
    }

    @Override
    public void delivered(List<Stored> batch) throws IOException {
        waiting -= batch.size();
        deliveredUpTo = batch.get(batch.size() - 1).sequence();
        cursor.write(deliveredUpTo);
        deleteRead();
    }

    private void deleteRead() throws IOException {
        while (!read.isEmpty()) {
            read.remove().delete();
        }
    }

    @Override
    public long waiting() {
        return waiting;
    }

    @Override
    public long lost() {
        return lost;
    }

    @Override
    public void release() throws IOException {
        cursor.close();
        if (waiting == 0 && unread.isEmpty()) {
            deleteRead();
        }
        if (waiting == 0 && unread.isEmpty() && !hasForeign) {
            folder.delete();
        }
        folder.close();
    }
}
