package io.nightglass.store.duckdb;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The uuids that are not to be kept a second time: those received within 24 hours and among the last 20 million,
 * whichever is fewer. About 23 bytes each, 455 MB when full, most of it outside the Java heap. Compared by their 128
 * bits, so the case of their text cannot matter.
 *
 * <p>Not safe for threads: it belongs to the one writer.
 */
final class SeenUuids {
    static final Duration AGE = Duration.ofHours(24);
    static final int MOST = 20_000_000;
    private static final int SLICES = 256;

    /** From {@code firstCount} on, uuids were received at {@code second} (of the epoch), up to the next receipt. */
    private record Receipts(long firstCount, long second) {}

    private final int most;
    private final UuidRing ring = new UuidRing();
    private final UuidIndex[] slices =
            Stream.generate(() -> new UuidIndex(ring)).limit(SLICES).toArray(UuidIndex[]::new);
    private final ArrayDeque<Receipts> receipts = new ArrayDeque<>();

    SeenUuids(int most) {
        this.most = most;
    }

    /**
     * Notes {@code uuid} as received at {@code receivedAt}, precise to a second; receipts that go back in time count as
     * the latest before them.
     *
     * @return false when it was known already
     */
    boolean add(UUID uuid, Instant receivedAt) {
        long high = uuid.getMostSignificantBits();
        long low = uuid.getLeastSignificantBits();
        var slice = slice(high, low);
        if (slice.contains(high, low)) {
            return false;
        }
        slice.makeRoom(); // before anything is noted: memory may not suffice
        var last = receipts.peekLast();
        if (last == null || receivedAt.getEpochSecond() > last.second()) {
            receipts.addLast(new Receipts(ring.tail(), receivedAt.getEpochSecond()));
        }
        slice.add(high, low, ring.add(high, low));
        return true;
    }

    /**
     * Forgets what was received 24 hours before {@code now} or earlier, and what lies before the last 20 million. Called
     * between transactions, never within one: a rolled back one must not have pushed anything out.
     */
    void expire(Instant now) {
        while (ring.size() > most) {
            forgetOldest();
        }
        long until = now.minus(AGE).getEpochSecond();
        while (!receipts.isEmpty() && receipts.peekFirst().second() <= until) {
            receipts.removeFirst();
            var next = receipts.peekFirst();
            long end = next == null ? ring.tail() : next.firstCount();
            while (ring.head() < end) {
                forgetOldest();
            }
        }
    }

    /** Where {@link #rollBackTo} can return to. */
    long mark() {
        return ring.tail();
    }

    /** Forgets everything added since {@code mark}: its rows were not kept after all. */
    void rollBackTo(long mark) {
        while (ring.tail() > Math.max(mark, ring.head())) {
            int newest = UuidRing.position(ring.tail() - 1);
            slice(ring.high(newest), ring.low(newest)).remove(ring.high(newest), ring.low(newest), newest);
            ring.dropNewest();
        }
        while (!receipts.isEmpty() && receipts.peekLast().firstCount() >= ring.tail()) {
            receipts.removeLast();
        }
    }

    long size() {
        return ring.size();
    }

    private void forgetOldest() {
        int oldest = UuidRing.position(ring.head());
        slice(ring.high(oldest), ring.low(oldest)).remove(ring.high(oldest), ring.low(oldest), oldest);
        ring.dropOldest();
    }

    private UuidIndex slice(long high, long low) {
        return slices[(int) (UuidIndex.mix(high, low) >>> 56)];
    }
}
