package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenUuidsTest {
    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");

    /** The same as a plain map would say, through growth, the bound, age and taking back. */
    @Test
    void agreesWithAPlainMap() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        int most = 5_000;
        var seen = new SeenUuids(most);
        var model = new LinkedHashMap<UUID, Instant>();
        var now = T0;
        for (int group = 0; group < 2_000; group++) {
            now = now.plusSeconds(random.nextInt(200));
            var clock = now;
            seen.expire(now);
            while (model.size() > most) {
                model.remove(model.firstEntry().getKey());
            }
            model.values().removeIf(at -> !at.isAfter(clock.minus(SeenUuids.AGE)));
            assertEquals(model.size(), seen.size(), () -> "seed " + seed);
            long mark = seen.mark();
            boolean fails = random.nextInt(5) == 0;
            for (int i = random.nextInt(60); i > 0; i--) {
                var uuid = new UUID(7L << 60, random.nextInt(20_000));
                boolean isNew = !model.containsKey(uuid);
                if (!fails || isNew) {
                    boolean added = seen.add(uuid, now);
                    assertTrue(fails || added == isNew, () -> "seed " + seed);
                }
                if (!fails && isNew) {
                    model.put(uuid, now);
                }
            }
            if (fails) {
                seen.rollBackTo(mark);
            }
        }
    }

    @Test
    void forgetsWhatIsADayOldToTheSecond() {
        var seen = new SeenUuids(10);
        var uuid = UUID.randomUUID();
        assertTrue(seen.add(uuid, T0));
        seen.expire(T0.plus(Duration.ofHours(24)).minusSeconds(1));
        assertFalse(seen.add(uuid, T0));
        seen.expire(T0.plus(Duration.ofHours(24)));
        assertTrue(seen.add(uuid, T0.plus(Duration.ofHours(24))));
    }
}
