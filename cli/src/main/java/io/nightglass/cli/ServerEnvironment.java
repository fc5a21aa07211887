package io.nightglass.cli;

import io.nightglass.server.Config;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The server's own environment: its keys and its time zone. */
final class ServerEnvironment {
    private ServerEnvironment() {}

    /** The configuration of a server from its options and {@code NIGHTGLASS_*}. */
    static Config config(String host, int port, Path data) {
        return config(host, port, data, null);
    }

    /** @param file {@code --config}; null for {@code NIGHTGLASS_CONFIG}, else the data folder's own */
    static Config config(String host, int port, Path data, @Nullable Path file) {
        return new Config(
                host,
                port,
                data,
                System.getenv("NIGHTGLASS_PROJECT_KEY"),
                System.getenv("NIGHTGLASS_PERSONAL_KEY"),
                zone(System.getenv("NIGHTGLASS_TIME_ZONE")),
                InstantSource.system(),
                file == null ? named(System.getenv("NIGHTGLASS_CONFIG")) : file);
    }

    private static @Nullable Path named(@Nullable String file) {
        return file == null || file.isBlank() ? null : Path.of(file.strip());
    }

    private static ZoneId zone(@Nullable String name) {
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
