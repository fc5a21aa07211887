package io.nightglass.server;

import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.InstantSource;

/** The one place where tests of the server open their store. */
final class TestStorage {
    private TestStorage() {}

    static Storage open(Path folder, InstantSource clock) {
        var store = DuckDbEventStore.open(folder, clock);
        return new Storage(store, store.metadata());
    }
}
