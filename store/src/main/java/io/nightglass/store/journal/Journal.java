package io.nightglass.store.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls in order, on disk before they are answered, each there whole or not at all; forgotten once their rows are
 * somewhere better. One thread appends, any may forget.
 */
public final class Journal implements AutoCloseable {
    private static final long FULL = 16L << 20;
    private static final long WORTH_DELETING = 1L << 20;
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    /**
     * The rows of one call.
     *
     * @param firstSeq number of the first; the others follow it without a gap
     */
    public record Entry(long firstSeq, List<byte[]> rows) {
        public long lastSeq() {
            return firstSeq + rows.size() - 1;
        }
    }

    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SealedFile> sealed = new ArrayDeque<>();
    private @Nullable OpenFile current;
    private long lastSeq;

    private record SealedFile(Path path, long lastSeq) {}

    private Journal(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the journal in {@code folder}, creating it when absent, and hands every entry found to {@code reader}, in order.
     * An entry that was cut short at the very end was never answered, and is cut off.
     *
     * @throws IOException when the files cannot be read
     */
    public static Journal open(Path folder, Consumer<Entry> reader) throws IOException {
        var journal = new Journal(Files.createDirectories(folder));
        force(folder.toAbsolutePath().resolveSibling("."));
        var files = JournalFiles.in(folder);
        for (var file : files) {
            journal.read(file, file.equals(files.getLast()), reader);
        }
        return journal;
    }

    private void read(Path file, boolean newest, Consumer<Entry> reader) throws IOException {
        long sound = JournalFiles.read(file, entry -> {
            lastSeq = Math.max(lastSeq, entry.lastSeq());
            reader.accept(entry);
        });
        if (sound < Files.size(file)) {
            if (newest) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "{0}: {1} bytes of a call that was never answered are cut off",
                        file.getFileName(),
                        Files.size(file) - sound);
                JournalFiles.cut(file, sound);
            } else {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "{0} is damaged after {1} bytes: what follows is lost; a copy stays beside it",
                        file.getFileName(),
                        sound);
                JournalFiles.keepAside(file);
            }
        }
        if (sound <= JournalFiles.MAGIC.length) {
            JournalFiles.delete(file); // now, for the next one may get its name
        } else {
            sealed.addLast(new SealedFile(file, lastSeq));
        }
    }

    /**
     * Writes {@code entries} and returns when they are on disk. Their numbers must exceed all before, those of failed calls
     * included.
     *
     * @throws IOException when none of them is to be relied on; after a crash they may be found all the same
     */
    public void append(List<Entry> entries) throws IOException {
        lock.lock();
        try {
            var file = current;
            if (file == null) {
                file = OpenFile.create(folder, entries.getFirst().firstSeq());
                current = file;
            }
            file.append(entries);
            lastSeq = entries.getLast().lastSeq();
            if (file.length() > FULL) {
                seal(file);
            }
        } catch (IOException | RuntimeException | Error e) { // whatever it was, half an entry must not stay
            takeBack();
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** After a failed write: what of it reached the file goes; a file that cannot be mended is not written to again. */
    private void takeBack() {
        var file = current;
        if (file == null) {
            return;
        }
        boolean mended = false;
        try {
            mended = file.takeBack();
        } finally {
            if (!mended) {
                seal(file);
            }
        }
    }

    private void seal(OpenFile file) {
        file.close();
        sealed.addLast(new SealedFile(file.path(), lastSeq));
        current = null;
    }

    /** Deletes the files in which no row is numbered above {@code seq}. A file that cannot be deleted is left to the next start. */
    public void forget(long seq) {
        forget(seq, WORTH_DELETING);
    }

    /** The same, and the file being written too, however little it holds. */
    public void forgetAll(long seq) {
        forget(seq, 0);
    }

    private void forget(long seq, long worth) {
        lock.lock();
        try {
            var open = current;
            if (open != null && open.length() > worth && lastSeq <= seq) {
                seal(open);
            }
            while (!sealed.isEmpty() && sealed.getFirst().lastSeq() <= seq) {
                JournalFiles.delete(sealed.removeFirst().path());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The highest number ever written here, failed calls not counted; 0 when none. */
    public long lastSeq() {
        lock.lock();
        try {
            return lastSeq;
        } finally {
            lock.unlock();
        }
    }

    /** Closes the file being written. What was not forgotten is found by the next {@link #open}. Closing twice is harmless. */
    @Override
    public void close() {
        lock.lock();
        try {
            var open = current;
            if (open != null) {
                seal(open);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A file whose name is on disk only when the folder is. */
    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
