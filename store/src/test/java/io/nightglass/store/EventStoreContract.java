package io.nightglass.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.hogql.HogQl;
import io.nightglass.hogql.Scope;
import io.nightglass.store.EventStore.Receipt;
import io.nightglass.store.StoreProblem.FolderTaken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises. A store passes all of it; there are no capability flags. */
public abstract class EventStoreContract {
    private static final UUID ID = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001");

    @TempDir
    protected Path home;

    private volatile Instant now = Rows.T0;

    protected abstract EventStore open(Path home, InstantSource clock);

    /** The single number that {@code count} of {@code table} is. */
    protected abstract long count(EventStore store, String table);

    private EventStore open() {
        return open(home, () -> now);
    }

    @Test
    void keepsARowOnceHoweverOftenItArrives() {
        var row = Rows.event("round_started").uuid(ID).row();
        try (var store = open()) {
            assertEquals(new Receipt(1, 0), store.append(List.of(row)));
            assertEquals(new Receipt(0, 1), store.append(List.of(row)));
            assertEquals(
                    new Receipt(1, 2),
                    store.append(List.of(
                            row,
                            Rows.event("a").row(),
                            Rows.event("other name").uuid(ID).row())));
            assertEquals(2, count(store, "events"));
        }
    }

    @Test
    void keepsARowOnceWithinOneCallAndAcrossCallsAtTheSameTime() throws Exception {
        var rows = Rows.many("step.plan", 200);
        var twice = new ArrayList<>(rows);
        twice.addAll(rows);
        try (var store = open();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var receipts = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < 16; i++) {
                receipts.add(callers.submit((Callable<Receipt>) () -> store.append(twice)));
            }
            int kept = 0;
            for (var receipt : receipts) {
                kept += receipt.get().kept();
            }
            assertEquals(200, kept);
            assertEquals(200, count(store, "events"));
        }
    }

    @Test
    void remembersAfterARestartWhatItKept() {
        var rows = Rows.many("round_scored", 3_000);
        try (var store = open()) {
            store.append(rows);
        }
        try (var store = open()) {
            assertEquals(new Receipt(0, 3_000), store.append(rows));
            assertEquals(3_000, count(store, "events"));
        }
    }

    @Test
    void takesAUuidAgainOnceItsFirstReceiptIsADayOld() {
        var row = Rows.event("a").uuid(ID);
        try (var store = open()) {
            store.append(List.of(row.receivedAt(now)));
            now = Rows.T0.plus(Duration.ofHours(24)).minusSeconds(1);
            assertEquals(new Receipt(0, 1), store.append(List.of(row.receivedAt(now))));
        }
        now = Rows.T0.plus(Duration.ofHours(24));
        try (var store = open()) {
            assertEquals(new Receipt(1, 0), store.append(List.of(row.receivedAt(now))));
            assertEquals(new Receipt(0, 1), store.append(List.of(row.receivedAt(now))));
        }
    }

    @Test
    void keepsEveryRowOfCallsFromManyThreads() throws Exception {
        try (var store = open();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < 100; i++) {
                calls.add(callers.submit((Callable<Receipt>) () -> store.append(Rows.many("step.retry", 20))));
            }
            for (var call : calls) {
                assertEquals(new Receipt(20, 0), call.get());
            }
            assertEquals(2_000, count(store, "events"));
        }
    }

    @Test
    void letsNobodyElseIntoItsFolderHoweverItIsSpelled() throws Exception {
        var link = home.resolveSibling(home.getFileName() + "-link");
        Files.createSymbolicLink(link, home);
        try (var store = open()) {
            for (var spelling : List.of(home, link, home.resolve("..").resolve(home.getFileName()))) {
                var taken = assertThrows(StoreException.class, () -> open(spelling, () -> now));
                assertEquals(
                        new FolderTaken(
                                spelling.toString(), ProcessHandle.current().pid()),
                        taken.problem());
            }
            store.append(Rows.many("a", 1));
        } finally {
            Files.delete(link);
        }
        open().close();
    }

    @Test
    void saysHowItWouldAnswerWithoutAnsweringAndWithoutAPath() {
        try (var store = open()) {
            store.append(List.of(Rows.event("round_started").row()));
            for (var hogql : List.of(
                    "SELECT event, count() FROM events WHERE properties.score > 0.5 GROUP BY event",
                    "SELECT p.id, r.score FROM rounds r LEFT JOIN persons p ON r.project = toString(p.id)",
                    "SELECT 1 UNION ALL SELECT intDiv(1, 0)")) {
                var scope = new Scope(store.tables(), Map.of(), ZoneOffset.UTC, now);
                var plan = store.explain(HogQl.compile(hogql, scope), Limits.API);
                assertTrue(plan.size() > 2, plan::toString);
                assertTrue(plan.stream().noneMatch(line -> line.contains(home.toString())), plan::toString);
                assertTrue(plan.stream().noneMatch(line -> line.contains(".duckdb")), plan::toString);
            }
        }
    }

    @Test
    void answersSeveralQuestionsFromOneSnapshotWhateverArrivesMeanwhile() throws Exception {
        try (var store = open();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sender = senders.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    store.append(Rows.many("step.plan", 20));
                }
            });
            while (!sender.isDone()) {
                var scope = new Scope(store.tables(), Map.of(), ZoneOffset.UTC, now);
                var events = HogQl.compile("SELECT count() FROM events", scope);
                var days = HogQl.compile("SELECT sum(n) FROM (SELECT count() AS n FROM events GROUP BY uuid)", scope);
                var tables = store.query(List.of(events, days, events), Limits.API);
                assertEquals(tables.getFirst().rows(), tables.getLast().rows());
                var sum = tables.get(1).rows().getFirst().getFirst();
                assertEquals(tables.getFirst().longAt(0, 0), sum == null ? 0 : ((Number) sum).longValue());
            }
            sender.get();
        }
    }

    @Test
    void closesTwiceAndRefusesRowsAfterwards() {
        var store = open();
        store.close();
        store.close();
        assertThrows(StoreException.class, () -> store.append(Rows.many("a", 1)));
    }

    @Test
    void finishesTheCallsThatWaitWhenItIsClosed() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = open();
            var calls = new ArrayList<Future<Receipt>>();
            for (int i = 0; i < 50; i++) {
                calls.add(callers.submit((Callable<Receipt>) () -> store.append(Rows.many("a", 10))));
            }
            calls.getFirst().get();
            store.close();
            int kept = 0;
            for (var call : calls) {
                try {
                    kept += call.get().kept();
                } catch (ExecutionException refused) {
                    assertTrue(refused.getCause() instanceof StoreException, refused::toString);
                }
            }
            try (var again = open()) {
                assertEquals(kept, count(again, "events"));
            }
        }
    }
}
