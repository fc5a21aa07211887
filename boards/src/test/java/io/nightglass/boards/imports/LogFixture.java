package io.nightglass.boards.imports;

import io.nightglass.catalog.WireEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small logs written for a test, and what is read from them. */
final class LogFixture {
    static final LogOptions OPTIONS = new LogOptions("autoresearch", "internal", null, null);
    static final Instant NOW = Instant.parse("2026-04-02T06:00:00Z");

    private LogFixture() {}

    static ImportedLog read(Path folder, String name, String text) throws IOException {
        return LogReader.read(Files.writeString(folder.resolve(name), text), OPTIONS);
    }

    static Facts facts(Path folder, String name, String text) throws IOException {
        return Facts.of(read(folder, name, text));
    }

    static List<List<WireEvent>> events(ImportedLog log) {
        var times = new RoundTimes(NOW, NOW).of(log, CommitTimes.NONE, Map.of());
        return new RoundEvents(log, OPTIONS, LogIdentity.of(log, OPTIONS), times)
                .stream().toList();
    }
}
