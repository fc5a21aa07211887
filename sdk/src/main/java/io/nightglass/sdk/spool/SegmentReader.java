package io.nightglass.sdk.spool;

import org.jspecify.annotations.Nullable;

/** Reads a segment from a position on, stepping over damage. Belongs to one thread. */
final class SegmentReader {
    private final Segment segment;
    private int position;

    SegmentReader(Segment segment, int position) {
        this.segment = segment;
        this.position = Math.max(position, Segment.HEADER);
    }

    /** The next good record; null at the end, which moves while the segment is written. */
    @Nullable
    Stored next() {
        if (position >= segment.end()) {
            return null; // asked first: a record that arrives from here on must not look like damage
        }
        var record = segment.at(position);
        if (record == null) {
            record = seek();
        }
        if (record != null) {
            position += Segment.RECORD + record.json().length;
        }
        return record;
    }

    /** The first good record behind this place, if there is one. */
    private @Nullable Stored seek() {
        for (int at = position + 1; at <= segment.end() - Segment.RECORD; at++) {
            var record = segment.at(at);
            if (record != null) {
                position = at;
                return record;
            }
        }
        return null;
    }

    Segment segment() {
        return segment;
    }

    int position() {
        return position;
    }
}
