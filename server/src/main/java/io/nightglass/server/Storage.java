package io.nightglass.server;

import io.nightglass.store.EventStore;
import io.nightglass.store.MetadataStore;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.time.Duration;

/**
 * What a server keeps everything in.
 *
 * @param metadata lives in the same file and is closed with {@code events}
 */
public record Storage(EventStore events, MetadataStore metadata) implements AutoCloseable {
    /**
     * Opens the data folder of {@code config}.
     *
     * @throws io.nightglass.store.StoreException when another process has it, or its file is damaged
     * @throws ConfigException when the configuration file says what cannot be
     */
    public static Storage open(Config config) {
        var days = ConfigFile.of(config).aiTextDays();
        var store = DuckDbEventStore.open(config.data(), config.clock(), days == null ? null : Duration.ofDays(days));
        return new Storage(store, store.metadata());
    }

    @Override
    public void close() {
        events.close();
    }
}
