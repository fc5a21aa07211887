package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UlidsTest {
    private static final Instant MOMENT = Instant.parse("2026-05-14T22:41:00.123Z");

    @Test
    void eachIsGreaterThanTheOneBefore() {
        var before = Ulids.next();
        for (int i = 0; i < 10_000; i++) {
            var next = Ulids.next();
            assertTrue(next.compareTo(before) > 0, before + " then " + next);
            before = next;
        }
    }

    @Test
    void aMomentAndASeedMakeTheSameForEver() {
        assertEquals(26, of("a").length());
        assertEquals(of("a"), of("a"));
        assertNotEquals(of("a"), of("b"));
        assertEquals(MOMENT, Ulids.timeOf(of("a")));
        assertTrue(Ulids.of(MOMENT.plusMillis(1), new byte[0]).compareTo(of("a")) > 0);
    }

    @Test
    void tellsAUlidFromOtherText() {
        assertTrue(Ulids.isUlid(Ulids.next()));
        assertFalse(Ulids.isUlid("01HXYZ..."));
        assertFalse(Ulids.isUlid(""));
        assertThrows(IllegalArgumentException.class, () -> Ulids.timeOf("round 7"));
    }

    private static String of(String seed) {
        return Ulids.of(MOMENT, seed.getBytes(StandardCharsets.UTF_8));
    }
}
