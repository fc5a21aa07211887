package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.Limits;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that would take hours ends at its limit, whatever it is busy with, and others are answered afterwards. */
class QueryTimeTest {
    private static final Limits SHORT = new Limits(100, Duration.ofSeconds(1));
    private static final long KEPT = 3_000;
    private static final long MARGIN_MILLIS = 4_000;
    private static final String SLOW =
            "select count() from numbers(1000000) a cross join numbers(1000000) b where (a.number * b.number) % 7 = 3";

    @TempDir
    private static Path home;

    private static DuckDbEventStore store;

    @BeforeAll
    static void open() {
        store = Stores.open(home);
        store.append(Rows.many("a", 3_000));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count() from events a cross join events b cross join events c where a.uuid > b.uuid and b.uuid > c.uuid",
                SLOW,
                "select max(a.number) from numbers(1000000) a join numbers(1000000) b on a.number % 2 = b.number % 2",
                "select sum(length(arrayMap(x -> x * number, range(10000)))) from numbers(1000000)",
                "select sum(length(replaceRegexpAll(concat(repeat('ab', 5000), toString(number)), '(a|b)b', 'c'))) from numbers(1000000)",
                "select max(sipHash64(toString(a.number + b.number))) from numbers(1000000) a cross join numbers(1000000) b",
                "select arraySum(arrayMap(x -> arraySum(arrayMap(y -> x * y, range(10000))), range(10000)))",
            })
    void endsAtItsLimit(String hogql) {
        long start = System.nanoTime();
        assertTimesOut(hogql);
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertTrue(millis < 1_000 + MARGIN_MILLIS, "ended only after " + millis + " ms");
        assertEquals(
                List.of(List.of(KEPT)),
                ask("select count() from events", Limits.API).rows());
    }

    @Test
    void waitsForItsTurnNoLongerThanItsLimitEither() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var asked = Stream.generate(() -> callers.submit(() -> assertTimesOut(SLOW)))
                    .limit(12)
                    .toList();
            for (var one : asked) {
                one.get();
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertTrue(millis < 2_000 + MARGIN_MILLIS, "the last ended only after " + millis + " ms");
        }
        assertEquals(
                List.of(List.of(KEPT)),
                ask("select count() from events", Limits.API).rows());
    }

    /** More queries than may run at once: whether the store is well is told beside them, not behind. */
    @Test
    void saysThatItAnswersWhileEverySlotIsTaken() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Stream.generate(() -> callers.submit(() -> assertTimesOut(SLOW)))
                    .limit(8)
                    .toList();
            for (int i = 0; i < 20; i++) {
                store.check(Duration.ofMillis(900));
            }
            for (var one : asked) {
                one.get();
            }
        }
    }

    private void assertTimesOut(String hogql) {
        var refused = assertThrows(StoreException.class, () -> ask(hogql, SHORT), hogql);
        assertInstanceOf(StoreProblem.TimedOut.class, refused.problem(), hogql);
    }

    private Table ask(String hogql, Limits limits) {
        return store.query(
                HogQl.compile(hogql, new Scope(store.tables(), Map.of(), ZoneId.of("UTC"), Rows.T0)), limits);
    }
}
