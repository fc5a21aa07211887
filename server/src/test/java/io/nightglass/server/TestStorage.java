package io.nightglass.server;

/** The one place where tests of the server choose their store: the real one, in the test's own folder. */
final class TestStorage {
    private TestStorage() {}

    static Storage open(Config config) {
        return Storage.open(config);
    }
}
