package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is computed in Java works as what the engine computes does: from many threads, and again after the file is opened anew. */
class EngineFunctionsTest {
    private static final Limits LIMITS = new Limits(100, Duration.ofSeconds(20));

    @TempDir
    private Path home;

    private static @Nullable Object answer(DuckDbEventStore store, String hogql) {
        var scope = new Scope(store.tables(), Map.of(), ZoneId.of("UTC"), Rows.T0);
        return store.query(HogQl.compile(hogql, scope), LIMITS)
                .rows()
                .getFirst()
                .getFirst();
    }

    @Test
    void manyAskAtOnce() throws Exception {
        try (var store = Stores.open(home);
                var askers = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, 24)
                    .mapToObj(i -> askers.submit(() -> answer(store, "select cityHash64('a')")))
                    .toList();
            for (var one : asked) {
                assertEquals(2603192927274642682L, one.get());
            }
        }
    }

    @Test
    void aHashOfAMillionTextsIsTheSameOnAnyThread() {
        try (var store = Stores.open(home)) {
            var query =
                    "select count() from (select xxHash64(toString(number % 100)) h, count() c from numbers(1000000) group by h)";
            assertEquals(100L, answer(store, query));
        }
    }

    @Test
    void theyAreThereAgainAfterTheFileIsOpenedAnew() {
        try (var store = Stores.open(home)) {
            assertEquals(96354L, answer(store, "select javaHash('abc')"));
        }
        try (var store = Stores.open(home)) {
            assertEquals(96354L, answer(store, "select javaHash('abc')"));
        }
    }
}
