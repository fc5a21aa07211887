package io.nightglass.server;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a server is started with.
 *
 * @param host address to listen on; anything but loopback asks for the personal key also on pages
 * @param port 0 takes a free one, see {@link Server#port()}
 * @param data the folder that holds everything; made when absent
 * @param projectKey {@code NIGHTGLASS_PROJECT_KEY}; null or blank to keep one in the data folder
 * @param personalKey {@code NIGHTGLASS_PERSONAL_KEY}; null or blank to keep one in the data folder
 * @param zone days and nights are this zone's
 * @param clock what time it is
 * @param file {@code nightglass.toml}; null for the one in the data folder, if there is one
 */
public record Config(
        String host,
        int port,
        Path data,
        @Nullable String projectKey,
        @Nullable String personalKey,
        ZoneId zone,
        InstantSource clock,
        @Nullable Path file) {

    /** The same with the data folder's own file, if there is one. */
    public Config(
            String host,
            int port,
            Path data,
            @Nullable String projectKey,
            @Nullable String personalKey,
            ZoneId zone,
            InstantSource clock) {
        this(host, port, data, projectKey, personalKey, zone, clock, null);
    }

    /** A pane on {@code data} with everything else usual: loopback, port 8000, kept keys, this machine's zone and clock. */
    public static Config on(Path data) {
        return new Config("127.0.0.1", 8000, data, null, null, ZoneId.systemDefault(), InstantSource.system());
    }

    /** Names no key. */
    @Override
    public String toString() {
        return "Config[%s:%d, %s, %s]".formatted(host, port, data, zone);
    }
}
