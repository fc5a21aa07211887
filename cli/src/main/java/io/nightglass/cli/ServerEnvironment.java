package io.nightglass.cli;

import io.nightglass.server.Config;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import picocli.CommandLine;

/** The server's own environment: its keys and its time zone. */
final class ServerEnvironment {
    private ServerEnvironment() {}

    /** The configuration of a server from its options and {@code NIGHTGLASS_*}. */
    static Config config(String host, int port, Path data) {
        return new Config(
                host,
                port,
                data,
                System.getenv("NIGHTGLASS_PROJECT_KEY"),
                System.getenv("NIGHTGLASS_PERSONAL_KEY"),
                zone(System.getenv("NIGHTGLASS_TIME_ZONE")),
                InstantSource.system());
    }

    private static ZoneId zone(@org.jspecify.annotations.Nullable String name) {
        if (name == null || name.isBlank()) {
            return ZoneId.systemDefault();
        }
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new CommandLine.PicocliException(
                    "NIGHTGLASS_TIME_ZONE is '%s', which is no time zone; an example is Europe/Berlin".formatted(name),
                    e);
        }
    }
}
