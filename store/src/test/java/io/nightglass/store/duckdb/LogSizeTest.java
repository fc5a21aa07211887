package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSizeTest {
    private static final int TIMES = 20_000;

    @TempDir
    private Path home;

    /** As the engine does at each checkpoint, beside a capture that looks at the room on the disk. */
    @Test
    void isToldWhileTheLogComesAndGoes() throws Exception {
        try (var database = Database.open(home);
                var engine = Executors.newSingleThreadExecutor()) {
            var log = home.resolve("nightglass.duckdb.wal");
            Files.deleteIfExists(log);
            var goOn = new AtomicBoolean(true);
            var comesAndGoes = engine.submit(() -> {
                while (goOn.get()) {
                    Files.createFile(log);
                    Files.delete(log);
                }
                return goOn;
            });
            try {
                for (int i = 0; i < TIMES; i++) {
                    assertTrue(database.logBytes() >= 0);
                }
            } finally {
                goOn.set(false);
            }
            comesAndGoes.get(1, TimeUnit.MINUTES);
        }
    }
}
