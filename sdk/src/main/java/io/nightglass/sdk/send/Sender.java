package io.nightglass.sdk.send;

import io.nightglass.sdk.spool.Journal;
import io.nightglass.sdk.spool.Spool;
import io.nightglass.sdk.spool.Stored;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Ships what waits in a spool, on one thread of its own, until it is closed. A batch is tried until the host has it or
 * refuses it for good; nothing else ends it.
 */
public final class Sender implements AutoCloseable {
    /** PostHog takes 20 MiB at once; a fifth of that is plenty and quick to repeat. */
    private static final long BATCH_BYTES = 4L << 20;

    private static final int BATCH_EVENTS = 1_000;
    /** So many events in the hand of the loop wake the sender before its time. */
    private static final int WAKE_AT = 200;

    private static final Duration ADOPT_EVERY = Duration.ofMinutes(1);

    /**
     * Whom to send to, and how.
     *
     * @param refused the dead-letter file
     * @param every how long events gather before they are sent
     */
    public record To(URI host, String key, Path refused, Duration every, Duration timeout) {}

    private final Spool spool;
    private final Post post;
    private final RefusedEvents refusedEvents;
    private final Consumer<String> notices;
    private final Duration every;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition progress = lock.newCondition();
    private final AtomicLong unseen = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();
    private volatile boolean isClosed;
    private boolean isHurried;
    private long troubledSince;

    private Sender(Spool spool, To to, Clock clock, Consumer<String> notices) {
        this.spool = spool;
        this.notices = notices;
        this.every = to.every();
        this.post = new Post(to.host(), to.key(), to.timeout(), clock);
        this.refusedEvents = new RefusedEvents(to.refused(), notices);
        this.thread = new Thread(this::run, "nightglass-sender");
        this.thread.setDaemon(true);
    }

    /** Starts sending. @param notices hears of each trouble, in a sentence; the same one may come often */
    public static Sender start(Spool spool, To to, Clock clock, Consumer<String> notices) {
        var sender = new Sender(spool, to, clock, notices);
        sender.thread.start();
        return sender;
    }

    /** One event more waits. Cheap: the sender is woken only now and then. */
    public void noticed() {
        if (unseen.incrementAndGet() == WAKE_AT) {
            signal(false);
        }
    }

    private void signal(boolean hurry) {
        lock.lock();
        try {
            isHurried |= hurry;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        long nextAdoption = System.nanoTime();
        try {
            while (!isClosed) {
                if (System.nanoTime() - nextAdoption >= 0) {
                    spool.adopt();
                    nextAdoption = System.nanoTime() + ADOPT_EVERY.toNanos();
                }
                unseen.set(0);
                boolean isMore = pass();
                spool.tick();
                if (!isMore) {
                    pause(every, true);
                }
            }
        } catch (InterruptedException e) {
            return; // closed in the middle: what waits is for the next process
        }
    }

    /** One batch of each journal; true when there may be more. */
    private boolean pass() throws InterruptedException {
        boolean isMore = false;
        for (var journal : spool.journals()) {
            spool.prepare();
            var batch = journal.take(BATCH_EVENTS, BATCH_BYTES);
            if (!batch.isEmpty()) {
                deliver(batch);
                note(journal, batch);
                isMore |= batch.size() >= WAKE_AT;
            }
        }
        try {
            spool.releaseFinished();
        } catch (IOException e) {
            notices.accept("cannot clear away what an earlier process left: " + e);
        }
        return isMore || spool.journals().size() > 1;
    }

    private void note(Journal journal, List<Stored> batch) {
        try {
            journal.delivered(batch);
        } catch (IOException e) {
            notices.accept("cannot note what is delivered; it would be sent again at the next start: " + e);
        }
        lock.lock();
        try {
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tries until each of them is taken or refused. Parts are kept in order, so the first of them is always the oldest. */
    private void deliver(List<Stored> batch) throws InterruptedException {
        Deque<List<Stored>> parts = new ArrayDeque<>(List.of(batch));
        while (!parts.isEmpty()) {
            var part = parts.remove();
            var answer = post.send(part);
            if (answer instanceof Answer.Taken) {
                delivered.addAndGet(part.size());
                recovered();
            } else if (answer instanceof Answer.Later later) {
                retries.incrementAndGet();
                parts.addFirst(part);
                troubled(later.why());
                pause(backoff.next(later.atLeast()), false);
            } else if (part.size() > 1) {
                // Too much at once, or one that spoils the rest: halves find out which.
                parts.addFirst(part.subList(part.size() / 2, part.size()));
                parts.addFirst(part.subList(0, part.size() / 2));
            } else {
                refused.incrementAndGet();
                refusedEvents.add(part.get(0), why(answer));
            }
        }
    }

    private static @Nullable String reason(Answer answer) {
        if (answer instanceof Answer.TooLarge large) {
            return large.why();
        }
        return answer instanceof Answer.Refused no ? no.why() : null;
    }

    private static String why(Answer answer) {
        var reason = reason(answer);
        return reason == null ? "no reason given" : reason;
    }

    private void troubled(String why) {
        if (!backoff.isTroubled()) {
            troubledSince = System.nanoTime();
            notices.accept("%s; %s, and are sent as soon as it answers"
                    .formatted(why, spool.isOnDisk() ? "events wait on disk" : "events wait in memory"));
        }
    }

    private void recovered() {
        if (backoff.isTroubled()) {
            backoff.reset();
            notices.accept("delivering again after %d s"
                    .formatted(
                            Duration.ofNanos(System.nanoTime() - troubledSince).toSeconds()));
        }
    }

    /** Waits, but not when somebody is in a hurry, nor, where {@code untilFull}, when many events have come. */
    private void pause(Duration length, boolean untilFull) throws InterruptedException {
        long left = length.toNanos();
        lock.lockInterruptibly();
        try {
            while (left > 0 && !isHurried && !isClosed && !(untilFull && unseen.get() >= WAKE_AT)) {
                left = wake.awaitNanos(left);
            }
            isHurried = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until what waits now is delivered or refused, at most {@code limit}; a pause between tries is cut short once.
     * Safe from any thread.
     *
     * @return whether nothing waits any more
     */
    public boolean flush(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        signal(true);
        lock.lockInterruptibly();
        try {
            long left = end - System.nanoTime();
            while (spool.waiting() > 0 && left > 0 && thread.isAlive()) {
                isHurried |= !backoff.isTroubled();
                wake.signalAll();
                progress.awaitNanos(Math.min(left, Duration.ofMillis(100).toNanos()));
                left = end - System.nanoTime();
            }
        } finally {
            lock.unlock();
        }
        return spool.waiting() == 0;
    }

    /** Events the host has taken, of earlier processes too. */
    public long delivered() {
        return delivered.get();
    }

    /** Events the host refused for good; they stand in the dead-letter file. */
    public long refused() {
        return refused.get();
    }

    /** Requests that had to be made again. */
    public long retries() {
        return retries.get();
    }

    /** Ends the thread; a request under way is given up, its events wait for the next process. */
    @Override
    public void close() throws InterruptedException {
        isClosed = true;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5).toMillis());
    }
}
