package io.nightglass.store.duckdb;

import java.util.Arrays;

/**
 * One slice of the index over {@link UuidRing}: an open-addressing table of ring positions, 4 bytes each. Slices grow one
 * at a time, so that no single append pays for the whole table.
 */
final class UuidIndex {
    private static final int FIRST = 256;
    private static final int EMPTY = -1;

    private final UuidRing ring;
    private int[] slots = emptySlots(FIRST);
    private int used;

    UuidIndex(UuidRing ring) {
        this.ring = ring;
    }

    boolean contains(long high, long low) {
        for (int slot = home(high, low); slots[slot] != EMPTY; slot = next(slot)) {
            if (ring.holds(slots[slot], high, low)) {
                return true;
            }
        }
        return false;
    }

    /** Lets the next {@link #add} succeed. */
    void makeRoom() {
        if (4 * used >= 3 * slots.length) {
            grow();
        }
    }

    /** After {@link #makeRoom}. */
    void add(long high, long low, int position) {
        place(high, low, position);
        used++;
    }

    /** Removes one position and closes the gap, so that searches need no tombstones. */
    void remove(long high, long low, int position) {
        int slot = home(high, low);
        while (slots[slot] != position) {
            if (slots[slot] == EMPTY) {
                throw new IllegalStateException("position %d is not in the index".formatted(position));
            }
            slot = next(slot);
        }
        used--;
        int gap = slot;
        for (int probe = next(slot); slots[probe] != EMPTY; probe = next(probe)) {
            int home = home(ring.high(slots[probe]), ring.low(slots[probe]));
            boolean mayFillGap = gap <= probe ? home <= gap || home > probe : home <= gap && home > probe;
            if (mayFillGap) {
                slots[gap] = slots[probe];
                gap = probe;
            }
        }
        slots[gap] = EMPTY;
    }

    private void grow() {
        var old = slots;
        slots = emptySlots(2 * old.length);
        for (int position : old) {
            if (position != EMPTY) {
                place(ring.high(position), ring.low(position), position);
            }
        }
    }

    private void place(long high, long low, int position) {
        int slot = home(high, low);
        while (slots[slot] != EMPTY) {
            slot = next(slot);
        }
        slots[slot] = position;
    }

    private int home(long high, long low) {
        return (int) mix(high, low) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    /** Time-ordered uuids differ in few bits: spread them. The upper half chooses the slice, the lower the slot. */
    static long mix(long high, long low) {
        long hash = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L + low;
        hash = (hash ^ (hash >>> 29)) * 0xD6E8FEB86659FD93L;
        return hash ^ (hash >>> 32);
    }

    private static int[] emptySlots(int length) {
        var slots = new int[length];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
