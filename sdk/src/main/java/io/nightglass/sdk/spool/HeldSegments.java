package io.nightglass.sdk.spool;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The segments of a journal that is written, oldest first, and what they take up. Guarded by the journal's lock. */
final class HeldSegments {
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Consumer<String> notices;
    private long bytes;
    private long bytesInMemory;

    HeldSegments(Consumer<String> notices) {
        this.notices = notices;
    }

    void add(Segment segment) {
        segments.add(segment);
        bytes += segment.bytes();
        bytesInMemory += segment.isOnDisk() ? 0 : segment.bytes();
    }

    /** Deletes it; one that cannot be deleted is sent again at the next start, which doubles nothing. */
    void end(Segment segment) {
        segments.remove(segment);
        bytes -= segment.bytes();
        bytesInMemory -= segment.isOnDisk() ? 0 : segment.bytes();
        try {
            segment.delete();
        } catch (IOException e) {
            notices.accept("cannot delete a segment that is done with: " + e);
        }
    }

    boolean contains(Segment segment) {
        return segments.contains(segment);
    }

    Segment oldest() {
        return segments.getFirst();
    }

    Segment oldestInMemory() {
        return segments.stream()
                .filter(segment -> !segment.isOnDisk())
                .findFirst()
                .orElseThrow();
    }

    /** The one written after {@code segment}; empty when that is the last. */
    Optional<Segment> after(Segment segment) {
        return segments.stream()
                .filter(each -> each.firstSequence() > segment.firstSequence())
                .findFirst();
    }

    List<Segment> all() {
        return List.copyOf(segments);
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    long bytes() {
        return bytes;
    }

    long bytesInMemory() {
        return bytesInMemory;
    }
}
