package io.nightglass.server;

import java.nio.file.Path;

/** The one place where tests of the server choose their store. */
final class TestStorage {
    private TestStorage() {}

    static Storage open(Path folder) {
        var store = new MemoryStore();
        return new Storage(store, store);
    }
}
