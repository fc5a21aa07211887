package io.nightglass.server.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SteadyInputTest {
    private final AtomicLong clock = new AtomicLong();
    private final SteadyInput in = new SteadyInput(new ByteArrayInputStream(new byte[1 << 20]), clock::get);

    @Test
    void givesUpOnASenderThatDrips() throws IOException {
        for (int second = 0; second < 20; second++) {
            pass(Duration.ofSeconds(1));
            assertEquals(0, in.read());
        }
        pass(Duration.ofSeconds(1));
        assertEquals(408, assertThrows(Refusal.class, in::read).status());
    }

    @Test
    void waitsForASlowLine() throws IOException {
        for (int second = 0; second < 100; second++) {
            pass(Duration.ofSeconds(1));
            assertEquals(4096, in.readNBytes(4096).length);
        }
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
