package io.nightglass.server;

import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Tables;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import io.nightglass.store.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A real store that also remembers the rows it was handed and kept, so that a test can look at them as they are. */
public final class WatchedStore implements EventStore {
    private final EventStore store;
    private final Map<UUID, EventRow> rows = new LinkedHashMap<>();
    private volatile @Nullable StoreProblem trouble;
    private volatile @Nullable StoreProblem unanswered;
    private int asking;
    private volatile Duration longest = Limits.API.time();
    private volatile CountDownLatch arrived = new CountDownLatch(0);
    private volatile CountDownLatch goOn = new CountDownLatch(0);

    WatchedStore(EventStore store) {
        this.store = store;
    }

    /** From now on nothing is kept because of {@code trouble}; null ends it. */
    public void fail(@Nullable StoreProblem trouble) {
        this.trouble = trouble;
    }

    /** From now on no query is answered because of {@code unanswered}; null ends it. */
    public void refuseQueries(@Nullable StoreProblem unanswered) {
        this.unanswered = unanswered;
    }

    /** From now on a query may take {@code longest} at most: a test cannot wait for the real limit. */
    public void limitQueries(Duration longest) {
        this.longest = longest;
    }

    /** From now on an append says that it {@code arrived} and waits until it may {@code goOn}. */
    void holdAppends(CountDownLatch arrived, CountDownLatch goOn) {
        this.arrived = arrived;
        this.goOn = goOn;
    }

    /** What was kept, in order of first receipt. */
    public synchronized List<EventRow> rows() {
        return new ArrayList<>(rows.values());
    }

    /** Begins a new list of rows and ends all trouble; the store keeps what it has. */
    public synchronized void forget() {
        rows.clear();
        trouble = null;
    }

    /** Whether {@code count} rows are kept before {@code longest} has passed. */
    public synchronized boolean awaitRows(int count, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = end - System.nanoTime(); rows.size() < count && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return rows.size() >= count;
    }

    /** Whether {@code count} queries are under way at once before {@code longest} has passed. */
    public synchronized boolean awaitQueries(int count, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = end - System.nanoTime(); asking < count && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return asking >= count;
    }

    /** Whether no more than {@code count} queries are under way before {@code longest} has passed. */
    public synchronized boolean awaitAtMost(int count, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = end - System.nanoTime(); asking > count && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return asking <= count;
    }

    @Override
    public Receipt append(List<EventRow> arrived) {
        this.arrived.countDown();
        await(goOn);
        var why = trouble;
        if (why != null) {
            throw new StoreException(why);
        }
        var receipt = store.append(arrived);
        synchronized (this) {
            arrived.forEach(row -> rows.putIfAbsent(row.uuid(), row));
            notifyAll();
        }
        return receipt;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Table query(CheckedQuery query, Limits limits) {
        return query(List.of(query), limits).getFirst();
    }

    @Override
    public List<Table> query(List<CheckedQuery> queries, Limits limits) {
        var why = unanswered;
        if (why != null) {
            throw new StoreException(why);
        }
        synchronized (this) {
            asking++;
            notifyAll();
        }
        try {
            return store.query(queries, limits.time().compareTo(longest) > 0 ? limits.withTime(longest) : limits);
        } finally {
            synchronized (this) {
                asking--;
                notifyAll();
            }
        }
    }

    @Override
    public List<String> explain(CheckedQuery query, Limits limits) {
        return store.explain(query, limits);
    }

    @Override
    public Tables tables() {
        return store.tables();
    }

    @Override
    public long version() {
        return store.version();
    }

    @Override
    public void check(Duration longest) {
        store.check(longest);
    }

    @Override
    public void close() {
        store.close();
    }
}
