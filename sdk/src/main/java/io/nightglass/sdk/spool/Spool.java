package io.nightglass.sdk.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Where events wait until they are delivered: the journal this process writes, and those of dead processes that are sent
 * with it. Adding is safe from any thread; everything else belongs to the thread that sends.
 */
public final class Spool {
    private final Path folder;
    private final Durability durability;
    private final OwnJournal own;
    private final List<LeftJournal> left = new CopyOnWriteArrayList<>();
    private final Consumer<String> notices;
    private long lostBefore;
    private long takenOver;

    private Spool(Path folder, Durability durability, OwnJournal own, Consumer<String> notices) {
        this.folder = folder;
        this.durability = durability;
        this.own = own;
        this.notices = notices;
    }

    /**
     * Opens one. Never fails: where the folder cannot be written, events wait in memory and {@code notices} hears why.
     *
     * @param target tells apart whom events are for; a journal is only sent to whom it was written for
     * @param notices hears, in a sentence, of each trouble once and of its end
     */
    public static Spool open(SpoolSettings settings, String target, Consumer<String> notices) {
        var folder = settings.folder().resolve(target);
        if (settings.durability() == Durability.MEMORY) {
            return new Spool(folder, Durability.MEMORY, inMemory(settings, notices), notices);
        }
        try {
            var journal = JournalFolder.create(folder);
            return new Spool(folder, settings.durability(), new OwnJournal(settings, journal, notices), notices);
        } catch (IOException e) {
            notices.accept(
                    "cannot keep events in %s (%s): they wait in memory and end with the process; name another folder in NIGHTGLASS_SPOOL"
                            .formatted(folder, e));
            return new Spool(folder, Durability.MEMORY, inMemory(settings, notices), notices);
        }
    }

    private static OwnJournal inMemory(SpoolSettings settings, Consumer<String> notices) {
        try {
            return new OwnJournal(settings, null, notices);
        } catch (IOException e) {
            throw new IllegalStateException("memory has no files", e);
        }
    }

    /**
     * Adds an event: the first {@code length} bytes of {@code json}, one element of a capture batch. The array may be used
     * again at once.
     *
     * @return whether it waits now; false when it was dropped for want of room
     */
    public boolean append(byte[] json, int length) {
        return own.append(json, length);
    }

    /** Takes over what dead processes left. */
    public void adopt() {
        if (durability == Durability.MEMORY) {
            return;
        }
        try {
            for (var found : JournalFolder.left(folder)) {
                var journal = new LeftJournal(found, notices);
                left.add(journal);
                takenOver += journal.waiting();
                lostBefore += journal.lost();
            }
        } catch (IOException e) {
            notices.accept("cannot look for events of earlier processes in %s: %s".formatted(folder, e));
        }
    }

    /** Gives up what earlier processes left and is delivered by now. */
    public void releaseFinished() throws IOException {
        for (var journal : left) {
            if (journal.waiting() == 0) {
                left.remove(journal);
                journal.release();
            }
        }
    }

    /** The journals to send: earlier processes' first. */
    public List<Journal> journals() {
        var all = new ArrayList<Journal>(left);
        all.add(own);
        return all;
    }

    /** Does ahead of need what adding should not wait for. */
    public void prepare() {
        own.prepare();
    }

    /** Keeps the promise of {@link Durability#INTERVAL}; to be called once a second. */
    public void tick() {
        if (durability == Durability.INTERVAL) {
            own.force();
        }
    }

    /** Events that wait, earlier processes' among them. */
    public long waiting() {
        return own.waiting() + left.stream().mapToLong(LeftJournal::waiting).sum();
    }

    /** Events of this process that wait. */
    public long waitingHere() {
        return own.waiting();
    }

    /** Events dropped for want of room. */
    public long dropped() {
        return own.dropped();
    }

    /** Events of earlier processes found waiting. */
    public long takenOver() {
        return takenOver;
    }

    /** Events of earlier processes that damage took. */
    public long lost() {
        return lostBefore;
    }

    /** Whether what waits survives the process. */
    public boolean isOnDisk() {
        return durability != Durability.MEMORY;
    }

    /** Gives everything up; what waits on disk is for the next process. */
    public void release() throws IOException {
        for (var journal : journals()) {
            journal.release();
        }
        left.clear();
    }
}
