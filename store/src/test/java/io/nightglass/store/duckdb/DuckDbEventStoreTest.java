package io.nightglass.store.duckdb;

import io.nightglass.store.EventStore;
import io.nightglass.store.EventStoreContract;
import java.nio.file.Path;
import java.time.InstantSource;

class DuckDbEventStoreTest extends EventStoreContract {
    @Override
    protected EventStore open(Path home, InstantSource clock) {
        return Stores.open(home, clock);
    }

    @Override
    protected long count(EventStore store, String table) {
        return Stores.number((DuckDbEventStore) store, "SELECT count(*) FROM " + table);
    }
}
